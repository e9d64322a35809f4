/** Holds the documentation to the plugin that it describes. */
@NullMarked
package io.github.rustfit.plugin.docs;

import org.jspecify.annotations.NullMarked;
