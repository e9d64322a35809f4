package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * Stacks that the profiler cut, or the fold of many recordings, so that who called what it kept is
 * unknown.
 */
final class CutStacks {

  /** Part of the samples from which it is said. */
  private static final Threshold MOST =
      new Threshold("samples with cut stacks", 0.01, "share", "project assumption");

  private CutStacks() {}

  /** A problem for CPU and one for allocation, each with whose samples they are. */
  static List<Problem> problems(Attribution attribution, Components components) {
    List<Problem> problems = new ArrayList<>();
    for (SampleKind kind : List.of(SampleKind.CPU, SampleKind.ALLOCATION)) {
      long all = attribution.total(kind).samples();
      long cut = attribution.cut(kind).samples();
      if (all == 0 || cut < MOST.value() * all) {
        continue;
      }
      String what = kind == SampleKind.CPU ? "CPU" : "allocation";
      problems.add(
          new Problem(
              "",
              0,
              "The stacks of "
                  + Format.count(cut)
                  + " of "
                  + Format.count(all)
                  + " "
                  + what
                  + " samples ("
                  + Format.percent((double) cut / all)
                  + ") were cut: "
                  + whose(attribution, components, kind)
                  + ". Those of no component may be of any.",
              2 * attribution.cutByFolding(kind).samples() > cut
                  ? "Fold the recordings where the sources are, so that it is known what is own code,"
                      + " or with a smaller rustfit.foldShare."
                  : "Record deeper stacks: -XX:FlightRecorderOptions=stackdepth=512; with jcmd,"
                      + " JFR.configure stackdepth=512 before the first recording starts."));
    }
    return problems;
  }

  private static String whose(Attribution attribution, Components components, SampleKind kind) {
    List<String> parts = new ArrayList<>();
    for (Component component : components.all()) {
      long own = attribution.cut(component, kind).samples();
      if (own > 0) {
        parts.add(Format.count(own) + " of " + component.name());
      }
    }
    long rest = attribution.cutUnowned(kind).samples();
    if (rest > 0) {
      parts.add(Format.count(rest) + " of no component");
    }
    return String.join(", ", parts);
  }
}
