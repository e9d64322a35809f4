/** Gates and the verdict that follows from them. No score anywhere. */
@NullMarked
package io.github.rustfit.rules.verdict;

import org.jspecify.annotations.NullMarked;
