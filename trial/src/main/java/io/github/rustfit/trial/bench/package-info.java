/** Tries a port: builds it, compares what it gives, and measures in pairs what it gains. */
@NullMarked
package io.github.rustfit.trial.bench;

import org.jspecify.annotations.NullMarked;
