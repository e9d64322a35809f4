package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.Quoted;
import io.github.rustfit.readers.yaml.YamlDocument;
import java.util.HashMap;
import java.util.Map;

/**
 * What a schema cannot express: how the values of a policy fit each other. Looks only at values of
 * the right type, so that it can run on a document with other problems.
 */
final class PolicyChecks {

  private final YamlDocument document;

  private PolicyChecks(YamlDocument document) {
    this.document = document;
  }

  /** Adds what does not fit to the document's problems. */
  static void check(YamlDocument document) {
    PolicyChecks checks = new PolicyChecks(document);
    checks.names();
    checks.packages();
    checks.median();
    FactsChecks.check(document);
    TargetsChecks.check(document);
    DecisionsBinder.check(document);
  }

  private void names() {
    Map<String, String> first = new HashMap<>();
    JsonNode components = document.root().path("components");
    for (int i = 0; i < components.size(); i++) {
      String pointer = "/components/" + i + "/name";
      JsonNode name = components.path(i).path("name");
      if (name.isTextual()) {
        String before = first.putIfAbsent(name.asText(), pointer);
        if (before != null) {
          document
              .problems()
              .add(
                  document.valueAt(pointer),
                  "The component "
                      + Quoted.of(name.asText())
                      + " is declared again, first "
                      + line(before),
                  "Give each component a name of its own, or list all packages under one.");
        }
      }
    }
  }

  private void packages() {
    Map<String, String> first = new HashMap<>();
    JsonNode components = document.root().path("components");
    for (int i = 0; i < components.size(); i++) {
      String module = components.path(i).path("module").asText();
      JsonNode packages = components.path(i).path("packages");
      for (int j = 0; j < packages.size(); j++) {
        String pointer = "/components/" + i + "/packages/" + j;
        String name = packages.path(j).asText();
        String before = first.putIfAbsent(module + ":" + name, pointer);
        if (before != null && !before.startsWith("/components/" + i + "/")) {
          document
              .problems()
              .add(
                  document.valueAt(pointer),
                  "The package "
                      + Quoted.of(name)
                      + " belongs to two components, first "
                      + line(before),
                  "Leave it in one of them, or limit each to a module.");
        }
      }
    }
  }

  private String line(String pointer) {
    return "in " + document.valueAt(pointer).words();
  }

  private void median() {
    atMostObserved("observedP50Ms", "a median is at most a higher percentile");
    atMostObserved("serviceTimeMs", "a request takes no less than what it is worked on");
    medianAboveLowPercentile();
  }

  private void medianAboveLowPercentile() {
    JsonNode level = document.root().path("serviceLevel");
    JsonNode percentile = level.path("percentile");
    JsonNode median = level.path("observedP50Ms");
    JsonNode observed = level.path("observedMs");
    if (percentile.isNumber()
        && percentile.asDouble() < 50
        && median.isNumber()
        && observed.isNumber()
        && median.asDouble() < observed.asDouble()) {
      document
          .problems()
          .add(
              document.valueAt("/serviceLevel/observedP50Ms"),
              "serviceLevel.observedP50Ms: "
                  + median.asText()
                  + " is below observedMs, "
                  + observed.asText()
                  + ", but a median is at least a lower percentile",
              "Correct one of the two; both are in milliseconds.");
    }
  }

  private void atMostObserved(String key, String since) {
    JsonNode level = document.root().path("serviceLevel");
    JsonNode median = level.path(key);
    JsonNode observed = level.path("observedMs");
    boolean aboveMedian = level.path("percentile").asDouble() >= 50;
    if (aboveMedian
        && median.isNumber()
        && observed.isNumber()
        && median.asDouble() > observed.asDouble()) {
      document
          .problems()
          .add(
              document.valueAt("/serviceLevel/" + key),
              "serviceLevel."
                  + key
                  + ": "
                  + median.asText()
                  + " is above observedMs, "
                  + observed.asText()
                  + ", but "
                  + since,
              "Correct one of the two; both are in milliseconds.");
    }
  }
}
