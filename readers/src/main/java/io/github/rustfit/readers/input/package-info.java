/** Opening of inputs: what is offered, who reads it, and what became of it. */
@NullMarked
package io.github.rustfit.readers.input;

import org.jspecify.annotations.NullMarked;
