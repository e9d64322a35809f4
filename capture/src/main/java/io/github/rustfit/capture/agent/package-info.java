/**
 * The agent: what runs in the program that is captured. It uses the JDK and ASM alone, and whatever
 * goes wrong in it the program never notices.
 */
@NullMarked
package io.github.rustfit.capture.agent;

import org.jspecify.annotations.NullMarked;
