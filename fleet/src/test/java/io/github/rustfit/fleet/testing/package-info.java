/** Inputs, readers and a file system that fail as a test wants it. */
@NullMarked
package io.github.rustfit.fleet.testing;

import org.jspecify.annotations.NullMarked;
