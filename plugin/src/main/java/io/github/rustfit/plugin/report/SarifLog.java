package io.github.rustfit.plugin.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The objects of SARIF 2.1.0 (OASIS, 2020) that rustfit writes, each with the properties that it
 * fills in. Components have the standard's names and are written in this order; empty ones are not.
 *
 * @param schema where the standard's schema is
 * @param version of the standard
 */
record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

  /** A log with the one run of a tool. */
  static SarifLog of(String version, List<Descriptor> rules, List<Result> results) {
    return new SarifLog(
        "https://json.schemastore.org/sarif-2.1.0.json",
        "2.1.0",
        List.of(
            new Run(
                new Tool(new Driver("rustfit", version, Documentation.HOME, rules)),
                results,
                "utf16CodeUnits")));
  }

  record Run(Tool tool, List<Result> results, String columnKind) {}

  record Tool(Driver driver) {}

  record Driver(String name, String version, String informationUri, List<Descriptor> rules) {}

  /** A message that is plain text. */
  record Message(String text) {}

  /**
   * A rule that results name.
   *
   * @param defaultConfiguration the level of its most serious result: some viewers look at no other
   */
  record Descriptor(
      String id,
      Message shortDescription,
      Message fullDescription,
      Configuration defaultConfiguration,
      String helpUri,
      Message help) {

    static Descriptor of(String id, String title, String text, String level) {
      String page = RuleHelp.page(id);
      return new Descriptor(
          id,
          new Message(title),
          new Message(text),
          new Configuration(level),
          page,
          new Message(text + " What it judges, from which thresholds and why: " + page));
    }
  }

  /** How serious a rule is. */
  record Configuration(String level) {}

  /**
   * Something found at a place.
   *
   * @param level error, warning or note
   * @param partialFingerprints by which it is known again in another run
   * @param suppressions why it does not count; empty when it does
   */
  record Result(
      String ruleId,
      String level,
      Message message,
      List<Location> locations,
      Map<String, String> partialFingerprints,
      List<Suppression> suppressions) {

    static Result of(
        String ruleId,
        String level,
        String text,
        Map<String, String> fingerprints,
        Location location) {
      return new Result(
          ruleId, level, new Message(text), List.of(location), fingerprints, List.of());
    }

    /** The same result, which does not count. */
    Result suppressed(Suppression suppression) {
      return new Result(
          ruleId, level, message, locations, partialFingerprints, List.of(suppression));
    }
  }

  record Suppression(String kind, String status, String justification) {}

  record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {

    /**
     * A line of a file.
     *
     * @param uri relative to {@code base}
     * @param component that the line belongs to; empty for none
     */
    static Location of(String uri, String base, int line, String component) {
      return new Location(
          new PhysicalLocation(new ArtifactLocation(uri, base), new Region(line)),
          component.isEmpty() ? List.of() : List.of(new LogicalLocation(component, "component")));
    }
  }

  record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

  record ArtifactLocation(String uri, String uriBaseId) {}

  /** Lines count from 1. */
  record Region(int startLine) {}

  record LogicalLocation(String name, String kind) {}
}
