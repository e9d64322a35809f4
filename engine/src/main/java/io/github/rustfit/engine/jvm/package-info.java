/** What the figures of the JVM mean for requests and for short runs. */
@NullMarked
package io.github.rustfit.engine.jvm;

import org.jspecify.annotations.NullMarked;
