package io.github.rustfit.rules.builtin;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.SourceFile;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether Rust has counterparts for the libraries that the component imports. */
public final class CrateCoverage implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "crate-coverage",
        "Libraries with a Rust counterpart",
        "No if the component imports a run-time library that has no counterpart in the crate"
            + " catalogue; yes if all its libraries have one.",
        Topic.ECOSYSTEM,
        Role.NECESSARY,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Map<CrateEntry.Grade, SortedMap<String, SortedSet<String>>> graded =
        new EnumMap<>(CrateEntry.Grade.class);
    SortedSet<String> uncharted = new TreeSet<>();
    for (String imported : context.imports()) {
      Optional<CrateEntry> entry = context.crates().find(imported);
      if (entry.isPresent()) {
        if (entry.get().scope() == CrateEntry.Scope.RUNTIME) {
          graded
              .computeIfAbsent(entry.get().grade(), grade -> new TreeMap<>())
              .computeIfAbsent(describe(entry.get()), library -> new TreeSet<>())
              .add(imported);
        }
      } else if (!CrateCatalogue.platform(imported) && !own(context, imported)) {
        uncharted.add(packageOf(imported));
      }
    }
    List<Fact> facts = new ArrayList<>();
    graded.forEach(
        (grade, libraries) ->
            libraries.forEach(
                (library, imports) ->
                    facts.add(
                        Fact.repository(
                            text(grade)
                                + library
                                + (grade == CrateEntry.Grade.NONE
                                    ? importedBy(context, imports)
                                    : "")))));
    if (graded.size() > 1) {
      facts.add(0, Fact.repository(summary(graded)));
    }
    if (graded.containsKey(CrateEntry.Grade.NONE)) {
      return new Outcome(Answer.NO, facts, List.of(), List.of());
    }
    if (!uncharted.isEmpty()) {
      return new Outcome(
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
    return new Outcome(Answer.YES, facts, List.of(), List.of());
  }

  /** How many there are of each grade; never an average, which would hide what is missing. */
  private static String summary(
      Map<CrateEntry.Grade, SortedMap<String, SortedSet<String>>> graded) {
    int all = graded.values().stream().mapToInt(Map::size).sum();
    List<String> parts =
        graded.entrySet().stream()
            .map(one -> one.getValue().size() + " " + word(one.getKey()))
            .toList();
    return "Of its "
        + all
        + " run-time libraries, by counterpart: "
        + String.join(", ", parts)
        + ".";
  }

  private static String word(CrateEntry.Grade grade) {
    return switch (grade) {
      case DROP_IN -> "nearly the same";
      case MATURE -> "mature";
      case PARTIAL -> "partial";
      case NONE -> "without one";
    };
  }

  private static String importedBy(RuleContext context, SortedSet<String> imports) {
    List<String> files =
        context.sources().stream()
            .filter(file -> file.imports().stream().anyMatch(imports::contains))
            .map(SourceFile::path)
            .toList();
    return files.isEmpty() ? "" : " Used by " + Listed.first(files) + ".";
  }

  private static boolean own(RuleContext context, String imported) {
    return context.ownPackages().stream()
        .anyMatch(name -> imported.equals(name) || imported.startsWith(name + "."));
  }

  private static String packageOf(String imported) {
    StringBuilder name = new StringBuilder();
    for (String part : imported.split("\\.")) {
      if (part.isEmpty() || part.equals("*") || Character.isUpperCase(part.charAt(0))) {
        break;
      }
      name.append(name.isEmpty() ? "" : ".").append(part);
    }
    return name.isEmpty() ? imported : name.toString();
  }

  private static String describe(CrateEntry entry) {
    String counterpart =
        entry.crates().isEmpty() ? "nothing comparable" : String.join(", ", entry.crates());
    String reason = entry.reason().equals("-") ? "" : "; " + entry.reason();
    String source = entry.source().isEmpty() ? "" : " (" + entry.source() + ")";
    return entry.imports().get(0) + " → " + counterpart + reason + source + ".";
  }

  private static String text(CrateEntry.Grade grade) {
    return switch (grade) {
      case DROP_IN -> "Nearly the same: ";
      case MATURE -> "Mature: ";
      case PARTIAL -> "Partial: ";
      case NONE -> "No counterpart: ";
    };
  }
}
