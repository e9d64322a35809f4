/** What GC logs and the GC events of recordings say, and how logs of one run join. */
@NullMarked
package io.github.rustfit.rules.evidence.gc;

import org.jspecify.annotations.NullMarked;
