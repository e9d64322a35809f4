/** Sources in other languages of the JVM: who owns what runs, without a grammar of each. */
@NullMarked
package io.github.rustfit.readers.source.outline;

import org.jspecify.annotations.NullMarked;
