/** The seven questions, what else gates need to know, and three-valued answers to them. */
@NullMarked
package io.github.rustfit.rules.checklist;

import org.jspecify.annotations.NullMarked;
