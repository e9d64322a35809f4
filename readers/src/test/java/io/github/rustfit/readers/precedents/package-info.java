/** Reads the published cases that components are compared with. */
@NullMarked
package io.github.rustfit.readers.precedents;

import org.jspecify.annotations.NullMarked;
