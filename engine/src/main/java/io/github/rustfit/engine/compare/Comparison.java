package io.github.rustfit.engine.compare;

import io.github.rustfit.rules.evidence.base.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two assessments of a code base, side by side.
 *
 * @param margin how much must change before it counts
 * @param statements how many figures were tested from run to run; each at the level 1 − {@link
 *     Margin#FAMILY_ERROR} ÷ statements
 * @param before what the side before was measured with
 * @param after what the side after was measured with
 * @param process figures of the whole process
 * @param processFindings what concerns the whole process
 * @param components every component of either side: what changed first, then by name
 * @param problems what makes the comparison say less than it seems to
 */
public record Comparison(
    Margin margin,
    int statements,
    Setup before,
    Setup after,
    List<MetricComparison> process,
    FindingChanges processFindings,
    List<ComponentComparison> components,
    List<Problem> problems) {

  public Comparison {
    process = List.copyOf(process);
    components = List.copyOf(components);
    problems = List.copyOf(problems);
  }

  /** A figure with whom it is of. */
  public record Named(String component, MetricComparison figure) {}

  /** The figures that became this, the process first, whose name is empty. */
  public List<Named> figures(Change change) {
    return Stream.concat(
            process.stream().map(figure -> new Named("", figure)),
            components.stream()
                .flatMap(one -> one.figures().stream().map(f -> new Named(one.name(), f))))
        .filter(named -> named.figure().change() == change)
        .toList();
  }

  /** The confidence of each single interval, e.g. 0.999. */
  public double level() {
    return 1 - Margin.FAMILY_ERROR / Math.max(1, statements);
  }
}
