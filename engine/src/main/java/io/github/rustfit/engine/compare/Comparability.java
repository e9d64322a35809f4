package io.github.rustfit.engine.compare;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether two sides can be compared at all, and what stands in the way of taking them literally.
 */
public final class Comparability {

  private Comparability() {}

  /** Why the sides cannot be compared; empty when they can. */
  public static List<Problem> errors(Evidence before, Evidence after) {
    List<Problem> errors = new ArrayList<>();
    empty(before, "before").ifPresent(errors::add);
    empty(after, "after").ifPresent(errors::add);
    if (!errors.isEmpty()) {
      return errors;
    }
    SortedSet<String> old = digests(before);
    if (old.equals(digests(after))) {
      errors.add(
          new Problem(
              "",
              0,
              "Both sides are the same recordings and logs, so that nothing can differ.",
              "Let rustfit.before and rustfit.after name different runs."));
    }
    Set<String> common = packages(before);
    common.retainAll(packages(after));
    if (common.isEmpty()) {
      errors.add(
          new Problem(
              "",
              0,
              "The two sides are of another project each: they have no package in common.",
              "Compare evidence of the same code base."));
    }
    return errors;
  }

  private static Optional<Problem> empty(Evidence evidence, String name) {
    boolean nothing =
        evidence.profiles().isEmpty()
            && evidence.gcLogs().isEmpty()
            && evidence.recordedGcs().isEmpty();
    return nothing
        ? Optional.of(
            new Problem(
                "",
                0,
                "The side " + name + " holds no recording and no GC log that could be read.",
                "Let rustfit." + name + " name evidence.json or recordings of that run."))
        : Optional.empty();
  }

  private static SortedSet<String> digests(Evidence evidence) {
    SortedSet<String> digests = evidence.inputsOf(evidence.profiles().keySet());
    digests.addAll(evidence.inputsOf(evidence.gcLogs().keySet()));
    digests.addAll(evidence.inputsOf(evidence.recordedGcs().keySet()));
    return digests;
  }

  private static Set<String> packages(Evidence evidence) {
    return evidence.sources().stream()
        .filter(source -> source.role() == SourceFile.Role.MAIN)
        .map(SourceFile::packageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What makes the comparison say less than it seems to. */
  static List<Problem> warnings(Side before, Side after) {
    List<Problem> warnings = new ArrayList<>();
    SortedSet<String> common = digests(before.evidence());
    common.retainAll(digests(after.evidence()));
    names(after.evidence(), common)
        .forEach(
            name ->
                warnings.add(
                    new Problem(
                        name,
                        0,
                        "It counts on both sides, which hides what changed.",
                        "Let each side hold the runs of that side only.")));
    Set<String> profilers = profilers(before.evidence());
    if (!profilers.equals(profilers(after.evidence()))) {
      warnings.add(
          new Problem(
              "",
              0,
              "The sides were recorded by different profilers ("
                  + String.join(", ", profilers)
                  + "; "
                  + String.join(", ", profilers(after.evidence()))
                  + "), which see different parts of the CPU time and of what is allocated.",
              "Record both sides with the same profiler and settings."));
    }
    SortedSet<String> parts = parts(before.evidence());
    if (!parts.equals(parts(after.evidence()))) {
      warnings.add(
          new Problem(
              "",
              0,
              "Different parts of the recordings were looked at: "
                  + String.join(" and ", parts)
                  + " before, "
                  + String.join(" and ", parts(after.evidence()))
                  + " after.",
              "Give both sides the same rustfit.from, rustfit.to and rustfit.skipStartup."));
    }
    hidden("before", before).ifPresent(warnings::add);
    hidden("after", after).ifPresent(warnings::add);
    if (!Comparer.sampled(before) || !Comparer.sampled(after)) {
      warnings.add(
          new Problem(
              "",
              0,
              "One side has no CPU samples, so that findings are not compared: what is not found"
                  + " there may only not have been recorded.",
              "Record both sides with CPU samples."));
    }
    return warnings;
  }

  /** What moved to native code is no gain that such recordings could show. */
  private static Optional<Problem> hidden(String name, Side side) {
    Set<String> components = side.assessment().nativeParts().unseen().keySet();
    return components.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "",
                0,
                "On the side "
                    + name
                    + ", CPU time in Rust is not among the samples of "
                    + String.join(", ", components)
                    + ", which calls it: less CPU there may only not have been seen.",
                "Record both sides with async-profiler (rustfit.profiler=async-profiler)."));
  }

  private static SortedSet<String> names(Evidence evidence, Set<String> digests) {
    return evidence.inputs().stream()
        .filter(input -> digests.contains(input.sha256()))
        .map(Input::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> parts(Evidence evidence) {
    return evidence.inputs().stream()
        .map(input -> input.part().isEmpty() ? "all" : input.part())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> profilers(Evidence evidence) {
    SortedSet<String> recordings = evidence.inputsOf(evidence.profiles().keySet());
    return evidence.inputs().stream()
        .filter(input -> recordings.contains(input.sha256()))
        .filter(input -> !input.gcLog())
        .map(Input::kind)
        .filter(kind -> !kind.equals(InputKind.CAPTURE.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
