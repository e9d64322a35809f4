/** Makes the agent that captures calls, and tells it what to do. */
@NullMarked
package io.github.rustfit.capture;

import org.jspecify.annotations.NullMarked;
