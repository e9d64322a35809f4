/**
 * Which JVM and which options serve a program best: a ladder of configurations, run in rounds of
 * random order under the program's own load, and compared pair by pair.
 */
@NullMarked
package io.github.rustfit.trial.tune;

import org.jspecify.annotations.NullMarked;
