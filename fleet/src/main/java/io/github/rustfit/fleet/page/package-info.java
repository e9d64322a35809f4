/** The page for people. */
@NullMarked
package io.github.rustfit.fleet.page;

import org.jspecify.annotations.NullMarked;
