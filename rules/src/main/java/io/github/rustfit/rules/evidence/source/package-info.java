/** What the Java source says: types, methods, patterns and mechanisms. */
@NullMarked
package io.github.rustfit.rules.evidence.source;

import org.jspecify.annotations.NullMarked;
