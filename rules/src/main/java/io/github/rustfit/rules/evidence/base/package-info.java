/** What all evidence is made of: inputs, problems, and amounts over time. */
@NullMarked
package io.github.rustfit.rules.evidence.base;

import org.jspecify.annotations.NullMarked;
