/** Finding files and naming them the same way on every machine. */
@NullMarked
package io.github.rustfit.readers.files;

import org.jspecify.annotations.NullMarked;
