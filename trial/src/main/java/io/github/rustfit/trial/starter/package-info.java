/**
 * Begins a port: writes a Rust workspace, a Java binding and a differential test around methods
 * whose arguments cross a boundary as they are, and leaves the body of each open.
 */
@NullMarked
package io.github.rustfit.trial.starter;

import org.jspecify.annotations.NullMarked;
