/** Native parts of a program in production: what recordings show of them, and what was agreed. */
@NullMarked
package io.github.rustfit.engine.production;

import org.jspecify.annotations.NullMarked;
