/** What changed between two sets of evidence beyond noise. */
@NullMarked
package io.github.rustfit.engine.compare;

import org.jspecify.annotations.NullMarked;
