package io.github.rustfit.engine.advice;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An input that would help to decide undecided components.
 *
 * @param input what to declare, attach or record
 * @param effort what it takes
 * @param alone of how many undecided components it is the only input that is missing
 * @param together of how many it is one of several
 * @param cpu CPU that all of these own, as a share of all samples; 0 where none is known
 */
public record Wanted(String input, Effort effort, int alone, int together, double cpu) {

  /** What it takes to provide an input, the least first. */
  public enum Effort {
    /** A line in the policy file. */
    DECLARATION("a line in rustfit.yaml"),
    /** Something that people know or that lies in the repository. */
    LOOKUP("people or the repository"),
    /** A run under load. */
    RECORDING("a run under load");

    private final String text;

    Effort(String text) {
      this.text = text;
    }

    /** In a few words. */
    public String text() {
      return text;
    }

    /** Rules write their wishes as sentences, so that the words tell: those of a recording last. */
    static Effort of(String input) {
      if (input.startsWith("Attach") || input.startsWith("Record")) {
        return RECORDING;
      }
      return input.contains("rustfit.yaml")
          ? DECLARATION
          : MEASURED.matcher(input).find() ? RECORDING : LOOKUP;
    }
  }

  private static final Pattern MEASURED =
      Pattern.compile("\\b(record longer|recording|GC log)\\b", Pattern.CASE_INSENSITIVE);

  /** The smallest effort first, and of the same effort what decides most. */
  private static final Comparator<Wanted> SMALLEST_FIRST =
      Comparator.comparing(Wanted::effort)
          .thenComparing(one -> -one.alone)
          .thenComparing(one -> -one.together)
          .thenComparing(Wanted::input);

  /** What concerns most CPU first, and of the same CPU the smallest effort. */
  static final Comparator<Wanted> WEIGHTIEST_FIRST =
      Comparator.<Wanted>comparingDouble(one -> -one.cpu).thenComparing(SMALLEST_FIRST);

  /** Every input that undecided components want, the smallest effort first. */
  public static List<Wanted> of(Assessment assessment) {
    SortedMap<String, List<ComponentAssessment>> alone = new TreeMap<>();
    SortedMap<String, List<ComponentAssessment>> together = new TreeMap<>();
    for (ComponentAssessment one : assessment.components()) {
      if (one.verdict() == Verdict.NOT_ENOUGH_EVIDENCE || one.verdict() == Verdict.WORTH_A_TRIAL) {
        List<String> inputs = one.wouldDecide().stream().distinct().toList();
        SortedMap<String, List<ComponentAssessment>> of = inputs.size() == 1 ? alone : together;
        inputs.forEach(input -> of.computeIfAbsent(input, text -> new ArrayList<>()).add(one));
      }
    }
    SortedSet<String> inputs = new TreeSet<>(alone.keySet());
    inputs.addAll(together.keySet());
    return inputs.stream()
        .map(
            input ->
                of(
                    input,
                    alone.getOrDefault(input, List.of()),
                    together.getOrDefault(input, List.of())))
        .sorted(SMALLEST_FIRST)
        .toList();
  }

  private static Wanted of(
      String input, List<ComponentAssessment> alone, List<ComponentAssessment> together) {
    double cpu =
        Stream.concat(alone.stream(), together.stream())
            .mapToDouble(one -> one.cpu().known() ? one.cpu().value() : 0)
            .sum();
    return new Wanted(input, Effort.of(input), alone.size(), together.size(), cpu);
  }
}
