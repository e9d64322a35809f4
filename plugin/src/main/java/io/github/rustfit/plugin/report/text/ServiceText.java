package io.github.rustfit.plugin.report.text;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.latency.Projection;
import io.github.rustfit.engine.latency.Served;
import io.github.rustfit.engine.latency.ServiceSplit;
import io.github.rustfit.rules.stats.Format;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the time of service consists of, in words. */
public final class ServiceText {

  /**
   * Part of the time from which a lower bound of waiting is worth a sentence of its own. The rest
   * may be waiting as well, so that "at least 0.3 %" would say nothing and be read as an answer.
   */
  private static final double WORTH_SAYING = 0.1;

  private ServiceText() {}

  /** What components have in common; empty where no recording tells. */
  public static Optional<Served> served(Assessment assessment) {
    return assessment.components().stream()
        .map(ComponentAssessment::surroundings)
        .flatMap(around -> around.served().stream())
        .findFirst();
  }

  /** Of the program, in one sentence; empty where no recording tells what matters. */
  public static Optional<String> program(Assessment assessment) {
    return telling(assessment).map(split -> line(split) + "; " + basis(split) + ".");
  }

  /** The same without what it rests on, for a narrow place. */
  public static Optional<String> brief(Assessment assessment) {
    return telling(assessment).map(ServiceText::line);
  }

  private static Optional<ServiceSplit> telling(Assessment assessment) {
    return served(assessment).map(Served::split).filter(ServiceText::tells);
  }

  /** Whether the split answers what is waited for. */
  static boolean tells(ServiceSplit split) {
    return split.basis() == ServiceSplit.Basis.WALL_CLOCK || split.waiting().low() >= WORTH_SAYING;
  }

  private static String line(ServiceSplit split) {
    return "Time of service: "
        + waiting(split)
        + " is waiting"
        + split.bottleneck().map(most -> ", " + most).orElse("");
  }

  /** Of a component: what it is called, and how much. */
  public static Map<String, String> rows(Served served) {
    ServiceSplit split = served.split();
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("This component computes", split.component().text());
    rows.put("The rest of the application computes", split.others().text());
    rows.put("Waiting, whoever waits", waiting(split));
    rows.put(
        "Pauses of the collector, in all of these",
        split.pauses().isPresent()
            ? percent(split.pauses().getAsDouble()) + " of the wall time"
            : Show.UNKNOWN);
    served.projection().ifPresent(projection -> rows.put("Latency if replaced", range(projection)));
    return rows;
  }

  private static String range(Projection projection) {
    return Format.millis(projection.bestMs())
        + " at best, "
        + Format.millis(projection.worstMs())
        + " at worst";
  }

  private static String waiting(ServiceSplit split) {
    return split.waiting().high() < 1
        ? split.waiting().text()
        : "at least " + percent(split.waiting().low());
  }

  /** What it rests on. */
  public static String basis(ServiceSplit split) {
    return switch (split.basis()) {
      case WALL_CLOCK ->
          "measured by " + Format.count(split.samples()) + " wall clock samples of its code";
      case EVENTS ->
          "from "
              + Show.plural(split.samples(), "event")
              + " of waiting and the CPU that the process used, so a lower bound";
    };
  }
}
