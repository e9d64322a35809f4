/**
 * Says a method and all that it calls in Rust, line by line, with the JDK's own compiler, in a
 * process of its own. What it cannot say to the letter it refuses, by line and reason. Knows only
 * the room of the compiler, as only this jar is on that process's class path.
 */
@NullMarked
package io.github.rustfit.trial.port;

import org.jspecify.annotations.NullMarked;
