package io.github.rustfit.plugin.report.text;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An input that would help to decide undecided components.
 *
 * @param input what to declare, attach or record
 * @param effort what it takes
 * @param alone of how many undecided components it is the only input that is missing
 * @param together of how many it is one of several
 */
public record Wanted(String input, Effort effort, int alone, int together) {

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

  /** Every input that undecided components want, the smallest effort first. */
  public static List<Wanted> of(Assessment assessment) {
    SortedMap<String, int[]> counts = new TreeMap<>();
    for (ComponentAssessment one : assessment.components()) {
      if (one.verdict() == Verdict.NOT_ENOUGH_EVIDENCE || one.verdict() == Verdict.WORTH_A_TRIAL) {
        List<String> inputs = one.wouldDecide().stream().distinct().toList();
        int which = inputs.size() == 1 ? 0 : 1;
        inputs.forEach(input -> counts.computeIfAbsent(input, text -> new int[2])[which]++);
      }
    }
    return counts.entrySet().stream().map(Wanted::of).sorted(SMALLEST_FIRST).toList();
  }

  private static Wanted of(Map.Entry<String, int[]> one) {
    int[] counts = one.getValue();
    return new Wanted(one.getKey(), Effort.of(one.getKey()), counts[0], counts[1]);
  }

  /** For how many components it counts, e.g. {@code 3 components, with others 2 more}. */
  public String decides() {
    if (alone == 0) {
      return Show.plural(together, "component") + ", together with other inputs";
    }
    return Show.plural(alone, "component")
        + (together == 0 ? "" : ", and " + together + " more together with other inputs");
  }
}
