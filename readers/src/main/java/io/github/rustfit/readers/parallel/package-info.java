/** Work on several processors whose results come in a fixed order. */
@NullMarked
package io.github.rustfit.readers.parallel;

import org.jspecify.annotations.NullMarked;
