/** Programs that are run: never longer than told, and never left behind. */
@NullMarked
package io.github.rustfit.trial.process;

import org.jspecify.annotations.NullMarked;
