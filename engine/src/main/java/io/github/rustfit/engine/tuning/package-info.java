/** What measured configurations say of the JVMs that were recorded. */
@NullMarked
package io.github.rustfit.engine.tuning;

import org.jspecify.annotations.NullMarked;
