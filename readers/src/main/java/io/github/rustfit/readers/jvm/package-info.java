/** What JVMs print about themselves, whichever file it stands in. */
@NullMarked
package io.github.rustfit.readers.jvm;

import org.jspecify.annotations.NullMarked;
