/** What a component resembles: shapes of software, and published migrations. It decides nothing. */
@NullMarked
package io.github.rustfit.engine.fit;

import org.jspecify.annotations.NullMarked;
