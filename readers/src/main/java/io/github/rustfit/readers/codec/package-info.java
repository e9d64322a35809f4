/** {@code evidence.json}: evidence as a file that several builds can exchange and merge. */
@NullMarked
package io.github.rustfit.readers.codec;

import org.jspecify.annotations.NullMarked;
