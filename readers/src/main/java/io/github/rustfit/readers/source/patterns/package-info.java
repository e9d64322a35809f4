/**
 * Finds known patterns in the syntax tree of a source file, in one pass and without a class path.
 */
@NullMarked
package io.github.rustfit.readers.source.patterns;

import org.jspecify.annotations.NullMarked;
