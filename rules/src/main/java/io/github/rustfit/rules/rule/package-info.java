/** The rule interface: topics, roles, answers, facts and findings. */
@NullMarked
package io.github.rustfit.rules.rule;

import org.jspecify.annotations.NullMarked;
