/**
 * What tests of rules need, published beside the API: situations to judge, small hand-made
 * evidence, and generators of evidence for tests of properties. The generators, whose names begin
 * with {@code Any}, need jqwik; nothing here needs the engine.
 */
@NullMarked
package io.github.rustfit.rules.testing;

import org.jspecify.annotations.NullMarked;
