package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.ecosystem.HotCode;
import io.github.rustfit.engine.ecosystem.LibraryUse;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether Rust has counterparts for the libraries that the component imports. */
public final class CrateCoverage implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "crate-coverage",
        "Libraries with a Rust counterpart",
        "No if the component imports a run-time library that has no counterpart in the crate"
            + " catalogue, in code that its CPU time passes through or in 5 % of its files; yes if"
            + " all such libraries have one.",
        Topic.ECOSYSTEM,
        Role.NECESSARY,
        Set.of(),
        List.of(HotCode.PART));
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<LibraryUse> uses = LibraryUse.of(context);
    SortedMap<CrateEntry.Grade, Integer> grades = new TreeMap<>();
    List<String> uncharted = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    HotCode hot = HotCode.of(context);
    List<String> cold = new ArrayList<>();
    for (LibraryUse use : uses) {
      boolean missing = use.entry().isEmpty() || use.entry().get().grade() == CrateEntry.Grade.NONE;
      if (missing && !hot.weighs(use.files())) {
        cold.add(use.library());
        continue;
      }
      if (use.entry().isEmpty()) {
        uncharted.add(use.library());
        continue;
      }
      CrateEntry entry = use.entry().get();
      grades.merge(entry.grade(), 1, Integer::sum);
      facts.add(Fact.repository(describe(use.library(), entry) + usedBy(use, entry.grade())));
    }
    if (grades.size() > 1) {
      facts.add(0, Fact.repository(summary(grades)));
    }
    if (!cold.isEmpty()) {
      facts.add(
          Fact.repository(
              String.join(", ", cold)
                  + (cold.size() == 1 ? " is" : " are")
                  + " used in few files and none that its CPU time passes through, so it can stay in"
                  + " Java."));
    }
    if (grades.containsKey(CrateEntry.Grade.NONE)) {
      return Outcome.of(Answer.NO, facts, List.of(), List.of());
    }
    if (!uncharted.isEmpty()) {
      return Outcome.of(
          Answer.UNKNOWN,
          facts,
          List.of(),
          List.of(
              "The catalogue does not know "
                  + String.join(", ", uncharted)
                  + ": look whether Rust has a counterpart and say so in a catalogue of your own"
                  + " (crates in rustfit.yaml)."));
    }
    if (facts.isEmpty()) {
      facts.add(Fact.repository("It imports no run-time library outside the Java platform."));
    }
    return Outcome.of(Answer.YES, facts, List.of(), List.of());
  }

  /** How many there are of each grade; never an average, which would hide what is missing. */
  private static String summary(SortedMap<CrateEntry.Grade, Integer> grades) {
    int all = grades.values().stream().mapToInt(Integer::intValue).sum();
    List<String> parts =
        grades.entrySet().stream().map(one -> one.getValue() + " " + word(one.getKey())).toList();
    return "Of its "
        + all
        + " run-time libraries, by counterpart: "
        + String.join(", ", parts)
        + ".";
  }

  private static String word(CrateEntry.Grade grade) {
    return grade == CrateEntry.Grade.NONE ? "without one" : grade.text();
  }

  private static String usedBy(LibraryUse use, CrateEntry.Grade grade) {
    return grade != CrateEntry.Grade.NONE || use.files().isEmpty()
        ? ""
        : " Used by " + Listed.first(use.files()) + ".";
  }

  private static String describe(String library, CrateEntry entry) {
    String grade = entry.grade().text();
    String counterpart =
        entry.crates().isEmpty() ? "nothing comparable" : String.join(", ", entry.crates());
    String reason = entry.reason().equals("-") ? "" : "; " + entry.reason();
    String source = entry.source().isEmpty() ? "" : " (" + entry.source() + ")";
    return grade.substring(0, 1).toUpperCase(Locale.ROOT)
        + grade.substring(1)
        + ": "
        + library
        + " → "
        + counterpart
        + reason
        + source
        + ".";
  }
}
