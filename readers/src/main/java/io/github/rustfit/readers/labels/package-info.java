/**
 * Of which program recordings and logs are: by their paths, a list, or what they say themselves.
 */
@NullMarked
package io.github.rustfit.readers.labels;

import org.jspecify.annotations.NullMarked;
