/** Where a native part of a component would be cut off, and what crossing that boundary takes. */
@NullMarked
package io.github.rustfit.engine.seam;

import org.jspecify.annotations.NullMarked;
