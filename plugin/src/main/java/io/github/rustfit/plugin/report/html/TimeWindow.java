package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.evidence.base.Input;
import java.util.List;

/**
 * Which time the figures are of. It is fixed when the report is made: the page has sums, not the
 * time of each sample.
 *
 * @param parts what was looked at of inputs of which that is not all, e.g. {@code from 60s, to 5m}
 * @param everywhere whether of no input all was looked at
 * @param startUpNanos when compiling had died down, in nanoseconds after the start of the JVM; 0
 *     when no recording tells
 */
record TimeWindow(List<String> parts, boolean everywhere, long startUpNanos) {

  TimeWindow {
    parts = List.copyOf(parts);
  }

  static TimeWindow of(Assessment assessment) {
    List<Input> inputs = assessment.inputs();
    return new TimeWindow(
        inputs.stream()
            .map(Input::part)
            .filter(part -> !part.isEmpty())
            .distinct()
            .map(part -> part.replace('=', ' ').replace(",", ", "))
            .sorted()
            .toList(),
        inputs.stream().noneMatch(input -> input.part().isEmpty()),
        assessment.profile().facts().process().startUpNanos());
  }

  /** Whether start-up is left out of any input. */
  boolean skipsStartUp() {
    return parts.stream().anyMatch(part -> part.endsWith("skipStartup"));
  }

  /** That looking closer at a timeline changes no figure, and what the figures are of. */
  String sentence() {
    String window =
        parts.isEmpty()
            ? "all that was recorded and logged, of which no start-up is left out"
            : (everywhere ? "" : "of some inputs ") + "only a part: " + String.join("; ", parts);
    String started =
        startUpNanos == 0
            ? ""
            : "; compiling had died down "
                + Show.duration(startUpNanos)
                + " after the start of the JVM";
    return "Zooming changes no share and no other figure of this page: their window is fixed, "
        + window
        + started
        + "; rustfit.from, rustfit.to and rustfit.skipStartup choose another.";
  }
}
