/** The policy file that a project starts from. */
@NullMarked
package io.github.rustfit.plugin.starter;

import org.jspecify.annotations.NullMarked;
