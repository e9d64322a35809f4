@NullMarked
package io.github.rustfit.plugin.recording;

import org.jspecify.annotations.NullMarked;
