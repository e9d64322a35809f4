/** What to do about an assessment, first things first. */
@NullMarked
package io.github.rustfit.engine.advice;

import org.jspecify.annotations.NullMarked;
