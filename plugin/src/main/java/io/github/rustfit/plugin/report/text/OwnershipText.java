package io.github.rustfit.plugin.report.text;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.assessment.Unattributed;
import io.github.rustfit.rules.component.Ownership;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whose work the CPU samples are, in words. */
public final class OwnershipText {

  /** Smallest part that is named in a sentence. */
  private static final double WORTH_NAMING = 0.01;

  private static final int MOST = 3;

  private OwnershipText() {}

  /**
   * Threads that people call by one name.
   *
   * @param name what they are called
   * @param share of all CPU samples
   */
  public record Group(String name, double share) {}

  /** How much of the CPU time is the project's own, in one or two sentences. */
  public static String ours(Unattributed unattributed) {
    Share nobody = unattributed.cpu();
    Ownership ownership = unattributed.ownership();
    if (!nobody.known()) {
      return "Unknown: no recording with CPU samples was read.";
    }
    if (!ownership.own().known()) {
      return percent(1 - nobody.value())
          + " of the CPU samples belong to this code base, JDK and library code that it calls"
          + " included; "
          + nobody(unattributed);
    }
    return percent(ownership.own().value())
        + " of the CPU samples are in own code, "
        + percent(ownership.called().value())
        + " in the JDK and libraries that it called; "
        + nobody(unattributed)
        + groupsText(ownership);
  }

  /**
   * Which libraries run where no own code called, as a sentence; empty unless that is certainly
   * most of the CPU time.
   */
  public static String elsewhere(Unattributed unattributed) {
    Share nobody = unattributed.cpu();
    String libraries =
        unattributed.ownership().named().stream()
            .filter(one -> one.share().value() >= WORTH_NAMING)
            .limit(MOST)
            .map(one -> one.name() + " " + percent(one.share().value()))
            .collect(Collectors.joining(", "));
    return nobody.known() && nobody.low() > 0.5 && !libraries.isEmpty()
        ? "Mostly what no own code called: " + libraries + " of the CPU samples."
        : "";
  }

  private static String nobody(Unattributed unattributed) {
    Share nobody = unattributed.cpu();
    Share tests = unattributed.tests();
    boolean ofTests = tests.known() && tests.value() > 0;
    return percent(nobody.value())
        + " belong to no component"
        + (ofTests ? ": " + percent(tests.value()) + " are of tests" : "")
        + (tests.known() && tests.value() >= nobody.value()
            ? "."
            : ofTests
                ? ", and on the other stacks is no class of the source."
                : ": no class of the source is on their stacks.");
  }

  private static String groupsText(Ownership ownership) {
    String text =
        groups(ownership).stream()
            .filter(one -> one.share() >= WORTH_NAMING)
            .limit(MOST)
            .map(one -> one.name() + " " + percent(one.share()))
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "" : " Their threads: " + text + ".";
  }

  /** Where threads that nobody owns begin, those of one name together, the largest first. */
  public static List<Group> groups(Ownership ownership) {
    Map<String, Double> sums = new TreeMap<>();
    ownership
        .entries()
        .forEach(one -> sums.merge(ThreadGroups.of(one.name()), one.share().value(), Double::sum));
    return sums.entrySet().stream()
        .map(one -> new Group(one.getKey(), one.getValue()))
        .sorted(Comparator.<Group>comparingDouble(one -> -one.share()).thenComparing(Group::name))
        .toList();
  }
}
