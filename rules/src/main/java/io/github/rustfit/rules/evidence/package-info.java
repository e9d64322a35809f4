/**
 * What was read: summaries of sources, recordings and GC logs that merge exactly.
 *
 * <p>Every summary is a commutative monoid: {@code merge} is associative and commutative and has an
 * identity. {@link io.github.rustfit.rules.evidence.Evidence} keys the summaries by the digest of
 * what they were read from, so reading the same input twice counts once.
 */
@NullMarked
package io.github.rustfit.rules.evidence;

import org.jspecify.annotations.NullMarked;
