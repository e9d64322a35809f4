/** What the repository says beside its Java source: history and operations files. */
@NullMarked
package io.github.rustfit.rules.evidence.repository;

import org.jspecify.annotations.NullMarked;
