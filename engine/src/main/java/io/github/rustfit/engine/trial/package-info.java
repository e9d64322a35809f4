/** What trials of ports say of a component. */
@NullMarked
package io.github.rustfit.engine.trial;

import org.jspecify.annotations.NullMarked;
