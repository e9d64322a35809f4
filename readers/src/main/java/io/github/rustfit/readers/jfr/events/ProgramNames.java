package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.labels.Attributes;
import io.github.rustfit.rules.evidence.base.Labels;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of which program a recording is, by what OpenTelemetry and Spring have it told for the same
 * purpose: system properties on the JVM's command line, and variables of its environment. Nothing
 * else of either is kept, as there may be secrets in it.
 *
 * <p>Names: OpenTelemetry, <em>Environment Variable Specification</em>; Spring Boot, {@code
 * spring.application.name}; attributes as {@link Attributes} has them.
 */
final class ProgramNames {

  private static final String ATTRIBUTES = "OTEL_RESOURCE_ATTRIBUTES";

  private static final Map<String, String> BY_VARIABLE =
      Map.of(
          "OTEL_SERVICE_NAME", "service",
          "SPRING_APPLICATION_NAME", "service",
          "HOSTNAME", "host");

  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?<=^|\\s)-D(otel\\.service\\.name|otel\\.resource\\.attributes|spring\\.application\\.name)="
              + "(\\S*)");

  private ProgramNames() {}

  /** By a JVM's command line, as {@code jdk.JVMInformation} has it. */
  static Labels ofArguments(String jvmArguments) {
    Labels labels = Labels.NONE;
    Matcher matcher = PROPERTY.matcher(jvmArguments);
    while (matcher.find()) {
      String value = matcher.group(2);
      labels =
          matcher.group(1).equals("otel.resource.attributes")
              ? labels.or(attributes(value))
              : valid(value) ? Labels.NONE.with("service", value).or(labels) : labels;
    }
    return labels;
  }

  /** By a variable of the environment, as {@code jdk.InitialEnvironmentVariable} has it. */
  static Labels ofVariable(String key, String value) {
    if (key.equals(ATTRIBUTES)) {
      return attributes(value);
    }
    String name = BY_VARIABLE.get(key);
    return name == null || !valid(value) ? Labels.NONE : Labels.NONE.with(name, value);
  }

  /** By {@code key=value,…}, percent-encoded as baggage is. */
  private static Labels attributes(String text) {
    Labels labels = Labels.NONE;
    for (String one : text.split(",")) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        String value = decoded(one.substring(equals + 1).strip());
        labels = labels.or(Attributes.of(one.substring(0, equals).strip(), value));
      }
    }
    return labels;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static boolean valid(String value) {
    return !value.isEmpty() && Labels.isValue(value);
  }
}
