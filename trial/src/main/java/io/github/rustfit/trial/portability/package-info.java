/**
 * What stands between a hot part and a port: which methods a port would take along, and what of
 * them it cannot.
 */
@NullMarked
package io.github.rustfit.trial.portability;

import org.jspecify.annotations.NullMarked;
