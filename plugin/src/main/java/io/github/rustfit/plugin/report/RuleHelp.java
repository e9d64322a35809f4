package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.builtin.SourceMatch;
import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Rule;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the documentation says what a rule, a pattern or a limit is. */
final class RuleHelp {

  private static final String REFERENCE = Documentation.page("reference/");

  /** Rules that come with rustfit, each of which has a page. */
  private static final Set<String> OURS =
      ServiceLoader.load(Rule.class, SourceMatch.class.getClassLoader()).stream()
          .filter(rule -> rule.type().getPackage().equals(SourceMatch.class.getPackage()))
          .map(rule -> rule.get().descriptor().id())
          .collect(Collectors.toUnmodifiableSet());

  private RuleHelp() {}

  /** The page of a rule, a pattern or a limit; that of all rules for one of somebody else. */
  static String page(String id) {
    if (id.equals("verdict")) {
      return REFERENCE + "policy.md#verdicts";
    }
    if (Stream.of(Metric.values()).anyMatch(metric -> metric.id().equals(id))) {
      return REFERENCE + "policy.md#limits";
    }
    if (Patterns.all().stream().anyMatch(pattern -> pattern.id().equals(id))) {
      return REFERENCE + "rules/patterns/" + id + ".md";
    }
    return REFERENCE + "rules/" + (OURS.contains(id) ? id : "README") + ".md";
  }
}
