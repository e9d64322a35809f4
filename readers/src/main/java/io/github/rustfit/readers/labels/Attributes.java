package io.github.rustfit.readers.labels;

import io.github.rustfit.rules.evidence.base.Labels;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Labels by the attributes that OpenTelemetry gives a program ({@code service.name}, {@code
 * service.version}, {@code deployment.environment.name}, {@code host.name}, {@code
 * vcs.ref.head.revision}: <em>Semantic conventions for resources</em>), and by those that Pyroscope
 * makes of them ({@code service_name}).
 */
public final class Attributes {

  private static final Map<String, String> NAMES =
      Map.of(
          "service.name", "service",
          "service.version", "version",
          "deployment.environment", "environment",
          "deployment.environment.name", "environment",
          "host.name", "host",
          "vcs.ref.head.revision", "commit");

  private Attributes() {}

  /** The label that an attribute says, alone; {@link Labels#NONE} where it is no such attribute. */
  public static Labels of(String attribute, String value) {
    String name = NAMES.get(attribute.replace('_', '.'));
    boolean valid = !value.isEmpty() && Labels.isValue(value);
    return name == null || !valid ? Labels.NONE : Labels.NONE.with(name, value);
  }

  /**
   * Those that all samples have alike.
   *
   * @param samples number of samples by {@code key=value}
   */
  static Labels ofSamples(SortedMap<String, Long> samples) {
    Map<String, String> values = new HashMap<>();
    for (String one : samples.keySet()) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        values.merge(one.substring(0, equals), one.substring(equals + 1), (a, b) -> "");
      }
    }
    Labels labels = Labels.NONE;
    for (String name : values.keySet().stream().sorted().toList()) {
      String value = values.getOrDefault(name, "");
      labels = value.equals("*") ? labels : labels.or(of(name, value));
    }
    return labels;
  }
}
