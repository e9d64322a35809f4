/**
 * What recordings say: samples by stack, for how long each kind was looked for, CPU of the process.
 */
@NullMarked
package io.github.rustfit.rules.evidence.profile;

import org.jspecify.annotations.NullMarked;
