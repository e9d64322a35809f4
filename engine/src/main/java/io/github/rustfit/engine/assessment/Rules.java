package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The rules on the class path, ordered by id.
 *
 * @param all every usable rule
 * @param problems providers that are broken or claim an id that is taken: configuration errors
 */
public record Rules(List<Rule> all, List<Problem> problems) {

  /** A loader that cannot get past a broken provider would otherwise report it for ever. */
  private static final int MAX_BROKEN = 100;

  public Rules {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /** Finds all rules by their services files; a broken provider does not hide the others. */
  public static Rules load(ClassLoader loader) {
    List<Rule> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Iterator<Rule> providers = ServiceLoader.load(Rule.class, loader).iterator();
    while (problems.size() < MAX_BROKEN) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        found.add(providers.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(
            new Problem(
                "",
                0,
                "A rule provider cannot be loaded: " + e.getMessage() + ".",
                "Correct META-INF/services/"
                    + Rule.class.getName()
                    + " in the plugin dependency that declares it, or remove that dependency."));
      }
    }
    Rules unique = of(found);
    problems.addAll(unique.problems());
    return new Rules(unique.all(), problems);
  }

  /**
   * These rules by id; of two with the same id neither is used, nor is one whose descriptor fails.
   */
  public static Rules of(Collection<Rule> rules) {
    TreeMap<String, List<Rule>> byId = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Rule rule : rules) {
      try {
        byId.computeIfAbsent(rule.descriptor().id(), id -> new ArrayList<>()).add(rule);
      } catch (RuntimeException | LinkageError e) {
        problems.add(
            new Problem(
                "",
                0,
                "The rule " + rule.getClass().getName() + " cannot describe itself: " + e + ".",
                "Report it to the rule's author; until then it is not used."));
      }
    }
    List<Rule> unique = new ArrayList<>();
    byId.forEach(
        (id, same) -> {
          if (same.size() == 1) {
            unique.add(same.get(0));
          } else {
            problems.add(
                new Problem(
                    "",
                    0,
                    "The rule id '"
                        + id
                        + "' is claimed by "
                        + String.join(
                            " and ",
                            same.stream().map(rule -> rule.getClass().getName()).sorted().toList())
                        + ".",
                    "Give one of them another id; until then neither is used."));
          }
        });
    return new Rules(unique, problems);
  }
}
