/** What the runs in a GC log of any style add up to. */
@NullMarked
package io.github.rustfit.readers.gclog.totals;

import org.jspecify.annotations.NullMarked;
