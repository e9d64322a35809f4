/**
 * Looks at methods with the JDK's own compiler, in a process of its own: what a method takes along
 * when it moves, and what of that has no place outside the JVM. Knows nothing of the other rooms,
 * as only this package's jar is on that process's class path.
 */
@NullMarked
package io.github.rustfit.trial.compiler;

import org.jspecify.annotations.NullMarked;
