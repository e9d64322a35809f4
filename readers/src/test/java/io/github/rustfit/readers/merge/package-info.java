/** Tests of evidence that several builds wrote. */
@NullMarked
package io.github.rustfit.readers.merge;

import org.jspecify.annotations.NullMarked;
