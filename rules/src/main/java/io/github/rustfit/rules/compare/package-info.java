/** What changed between two sets of evidence beyond noise. */
@NullMarked
package io.github.rustfit.rules.compare;

import org.jspecify.annotations.NullMarked;
