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

/**
 * A match in a hot method, with what the recordings say of its lines.
 *
 * @param file where it is
 * @param match what matched
 * @param pattern which pattern
 * @param method the larger share that the method around it owns, of CPU samples or allocated bytes
 * @param ofAllocation whether that share is of allocated bytes
 * @param cpu share of all CPU samples that show the pattern at work here; unknown when too few were
 *     recorded
 * @param allocation the same of allocated bytes
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
    Share cpu,
    Share allocation,
    long waitedNanos,
    List<LineSamples.Sample> samples,
    boolean confirmed) {

  /** What costs most first. */
  public static final Comparator<HotLine> BY_COST =
      Comparator.<HotLine, Boolean>comparing(line -> !line.confirmed)
          .thenComparing(line -> -line.cost())
          .thenComparing(line -> -line.waitedNanos)
          .thenComparing(line -> -line.method.value())
          .thenComparing(line -> line.file.path())
          .thenComparing(HotLine::match);

  public HotLine {
    samples = List.copyOf(samples);
  }

  /** The larger of the two shares, 0..1; 0 when both are unknown. */
  public double cost() {
    return Math.max(cpu.value(), allocation.value());
  }

  /** Whether the fix is certainly worth this share of CPU or of allocation. */
  public boolean certainlyWorth(double share) {
    return cpu.certainlyAtLeast(share) || allocation.certainlyAtLeast(share);
  }

  /** Whether a fix may be judged by it at all. */
  public boolean decides() {
    return confirmed && !pattern.waits() && pattern.precision() != Precision.LOW;
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
    return pattern.waits() ? finding.waiting(waitedNanos) : finding.costing(cpu, allocation);
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
    if (cpu.value() > 0) {
      text.append(percent(cpu)).append(" of CPU samples");
    }
    if (allocation.value() > 0) {
      text.append(cpu.value() > 0 ? " and " : "")
          .append(percent(allocation))
          .append(" of allocated bytes");
    }
    return cost() > 0 ? text.toString() : text.append(owner).toString();
  }
}
