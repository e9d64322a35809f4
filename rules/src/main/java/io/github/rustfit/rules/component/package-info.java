/** Components that somebody owns, and which of them each sample belongs to. */
@NullMarked
package io.github.rustfit.rules.component;

import org.jspecify.annotations.NullMarked;
