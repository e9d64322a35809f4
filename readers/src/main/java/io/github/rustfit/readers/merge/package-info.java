/** Evidence that other builds wrote, put together with what is read here. */
@NullMarked
package io.github.rustfit.readers.merge;

import org.jspecify.annotations.NullMarked;
