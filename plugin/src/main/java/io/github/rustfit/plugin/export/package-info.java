/**
 * Recordings for other tools: what was read, as collapsed stacks, pprof or a heat map. The only
 * package that runs async-profiler's converter, in a process of its own; what that writes is
 * checked before anybody gets it.
 */
@NullMarked
package io.github.rustfit.plugin.export;

import org.jspecify.annotations.NullMarked;
