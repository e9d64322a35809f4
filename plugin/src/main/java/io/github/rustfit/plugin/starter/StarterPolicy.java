package io.github.rustfit.plugin.starter;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.rules.component.Component;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A commented {@code rustfit.yaml}: sound as it stands, and sound with every {@code #} removed that
 * stands in front of a key.
 *
 * <p>A {@code #} with a space and a word behind it is prose. One with a key behind it, or with the
 * indentation of a key, is a line that is switched off.
 */
public final class StarterPolicy {

  private static final int MOST = 10;

  /** More than these nobody edits, and a policy is at most 1 MiB. */
  private static final int MOST_COMPONENTS = 1000;

  private final Lines lines = new Lines();

  private StarterPolicy() {}

  /** The file's text for a project that declares nothing yet. The same input, the same text. */
  public static String of(Assessment assessment) {
    StarterPolicy policy = new StarterPolicy();
    policy.head(assessment);
    policy.components(
        assessment.components().stream().map(ComponentAssessment::component).toList());
    new KeysOfSchema(policy.lines).writeExcept(Set.of("version", "components"));
    return policy.lines.text();
  }

  private void head(Assessment assessment) {
    lines.raw("# yaml-language-server: $schema=https://rustfit.github.io/schema/rustfit-1.json");
    lines.prose(
        "What no recording shows, for rustfit. Remove the # in front of a key to declare it, and put"
            + " your own value: the values below are examples. What is not declared is unknown, which"
            + " is better than a guess.");
    Map<String, Integer> turning = count(assessment, ComponentAssessment::wouldDecide);
    rank("What the verdicts turn on, what concerns most components first:", turning);
    Map<String, Integer> open =
        count(
            assessment,
            one ->
                one.checklist().stream().flatMap(answer -> answer.wouldDecide().stream()).toList());
    open.keySet().removeAll(turning.keySet());
    rank("What else is open:", open);
    lines.blank();
    lines.raw("version: 1");
  }

  private static Map<String, Integer> count(
      Assessment assessment, Function<ComponentAssessment, Collection<String>> wanted) {
    Map<String, Integer> counts = new TreeMap<>();
    assessment
        .components()
        .forEach(
            one ->
                new TreeSet<>(wanted.apply(one))
                    .forEach(input -> counts.merge(input, 1, Integer::sum)));
    return counts;
  }

  private void rank(String title, Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return;
    }
    lines.blank();
    lines.prose(title);
    List<String> ranked =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(
                one ->
                    one.getKey()
                        + " ("
                        + one.getValue()
                        + (one.getValue() == 1 ? " component)" : " components)"))
            .toList();
    for (int i = 0; i < Math.min(MOST, ranked.size()); i++) {
      lines.prose((i + 1) + ". " + ranked.get(i));
    }
    if (ranked.size() > MOST) {
      lines.prose("… and " + (ranked.size() - MOST) + " more in the report.");
    }
  }

  private void components(List<Component> detected) {
    Map<String, List<String>> packages = Roots.of(detected);
    List<Component> writable =
        detected.stream()
            .filter(one -> !packages.getOrDefault(one.name(), List.of()).isEmpty())
            .filter(one -> Lines.name(one.name()))
            .sorted()
            .toList();
    lines.blank();
    lines.prose(
        "The components as they were found: rename, merge or split them, and say whose they are. A"
            + " package brings its subpackages; the longest match wins. Code that no entry claims is"
            + " cut by module and package.");
    if (writable.isEmpty() || writable.size() > MOST_COMPONENTS) {
      if (!writable.isEmpty()) {
        lines.prose("There are " + writable.size() + ", too many to list; report.json names them.");
      }
      lines.raw("#components:");
      lines.raw("#  - name: pricing");
      lines.raw("#    packages: [com.acme.pricing]");
      return;
    }
    lines.raw("components:");
    for (Component one : writable) {
      lines.raw("  - name: " + Lines.quoted(one.name()));
      if (Lines.module(one.module())) {
        lines.raw("    module: " + Lines.quoted(one.module()));
      }
      lines.raw("    packages:");
      packages
          .getOrDefault(one.name(), List.of())
          .forEach(name -> lines.raw("      - " + Lines.quoted(name)));
      lines.raw("#    owner: team-name");
    }
    detected.stream()
        .filter(one -> !writable.contains(one))
        .forEach(
            one -> lines.prose("Not listed, since no package names it alone: " + one.name() + "."));
  }
}
