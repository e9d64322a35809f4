/** The assessment of a code base: every writer and the limit check read this one result. */
@NullMarked
package io.github.rustfit.engine.assessment;

import org.jspecify.annotations.NullMarked;
