package io.github.rustfit.engine.patterns;

import static io.github.rustfit.rules.stats.Format.millis;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.component.LineSamples;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A match in a hot method, with what the recordings say of its lines.
 *
 * @param file where it is
 * @param match what matched
 * @param pattern which pattern
 * @param method the larger share that the method around it owns, of CPU samples or allocated bytes
 * @param ofAllocation whether that share is of allocated bytes
 * @param cost what the samples that show the pattern at work here cost
 * @param waitedNanos time that threads waited here, for a pattern that waits
 * @param samples the samples that show it
 * @param confirmed whether the recordings show the pattern at work at these lines
 */
public record HotLine(
    SourceFile file,
    PatternMatch match,
    HotPattern pattern,
    Share method,
    boolean ofAllocation,
    HotCost cost,
    long waitedNanos,
    List<LineSamples.Sample> samples,
    boolean confirmed) {

  /** What costs most first. */
  public static final Comparator<HotLine> BY_COST =
      Comparator.<HotLine, Boolean>comparing(line -> !line.confirmed)
          .thenComparing(line -> -line.cost.value())
          .thenComparing(line -> -line.waitedNanos)
          .thenComparing(line -> -line.method.value())
          .thenComparing(line -> line.file.path())
          .thenComparing(HotLine::match);

  public HotLine {
    samples = List.copyOf(samples);
  }

  /** Whether a fix may be judged by it at all. */
  public boolean decides() {
    return confirmed
        && !pattern.waits()
        && pattern.precision() != Precision.LOW
        && pattern.saves() != HotPattern.Saves.NOTHING;
  }

  /** The place and the measured cost in one sentence. */
  public String text() {
    return file.path() + ":" + match.firstLine() + " (" + pattern.id() + ") " + costText() + ".";
  }

  /** As a finding of a level, with its cost where the recordings confirm it. */
  public Finding finding(Level level) {
    String what = pattern.title() + Matches.subject(match) + " in " + Matches.place(match);
    Finding finding =
        new Finding(
            pattern.id(),
            Matches.id(match),
            level,
            file.path(),
            match.firstLine(),
            what + ": " + costText() + ".",
            pattern.remedy(),
            confirmed,
            false,
            Finding.Measured.NOTHING);
    if (!confirmed) {
      return finding;
    }
    return pattern.waits()
        ? finding.waiting(waitedNanos)
        : finding.costing(cost.cpu(), cost.allocation(), cost.collected());
  }

  private String costText() {
    String owner =
        "in a method that owns "
            + percent(method)
            + (ofAllocation ? " of allocated bytes" : " of CPU samples");
    if (!confirmed) {
      return "it " + pattern.costs() + ", " + owner + "; the recordings do not confirm it";
    }
    if (pattern.waits()) {
      return "threads waited " + millis(waitedNanos) + " here";
    }
    StringBuilder text = new StringBuilder("it ").append(pattern.costs()).append(", ");
    if (cost.cpu().value() > 0) {
      text.append(percent(cost.cpu())).append(" of CPU samples");
    }
    if (cost.allocation().value() > 0) {
      text.append(cost.cpu().value() > 0 ? " and " : "")
          .append(percent(cost.allocation()))
          .append(" of allocated bytes");
    }
    if (cost.cpu().value() == 0 && cost.allocation().value() == 0) {
      text.append(owner);
    }
    return text.append(mostAt()).toString();
  }

  /** The line that most of the samples show, where there are several. */
  private String mostAt() {
    if (match.firstLine() == match.lastLine()) {
      return "";
    }
    Map<Integer, Long> byLine = new TreeMap<>();
    for (LineSamples.Sample sample : samples) {
      byLine.merge(sample.place().line(), sample.weight().samples(), Long::sum);
    }
    return byLine.entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .filter(most -> most.getKey() != match.firstLine())
        .map(most -> ", most of them at line " + most.getKey())
        .orElse("");
  }
}
