/** The history of the git repository that holds the sources; nothing is run, fetched or written. */
@NullMarked
package io.github.rustfit.readers.history;

import org.jspecify.annotations.NullMarked;
