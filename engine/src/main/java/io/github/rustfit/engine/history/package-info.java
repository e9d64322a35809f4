/** What the history of a repository says of one component. */
@NullMarked
package io.github.rustfit.engine.history;

import org.jspecify.annotations.NullMarked;
