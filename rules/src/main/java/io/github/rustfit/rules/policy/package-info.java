/** What a repository declares: facts, components and limits. */
@NullMarked
package io.github.rustfit.rules.policy;

import org.jspecify.annotations.NullMarked;
