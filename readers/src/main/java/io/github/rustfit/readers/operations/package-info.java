/** Files that say how a program is built and run, to evidence: containers, manifests, CI. */
@NullMarked
package io.github.rustfit.readers.operations;

import org.jspecify.annotations.NullMarked;
