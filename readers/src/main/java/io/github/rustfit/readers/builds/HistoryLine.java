package io.github.rustfit.readers.builds;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlSchema;
import io.github.rustfit.rules.builds.BuildSetup;
import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A build as a line of JSON. {@code read(text(b))} gives back {@code b}, to nine digits. */
final class HistoryLine {

  /** The schema's name on the class path. */
  static final String SCHEMA = "/io/github/rustfit/history.schema.json";

  private static final MathContext DIGITS = new MathContext(9);

  private final YamlSchema schema = YamlSchema.ofResource(SCHEMA);

  /** What is wrong with a line. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  /** The line, without its end. */
  static String text(RecordedBuild build) {
    StringBuilder text = new StringBuilder("{\"schemaVersion\":1");
    text.append(",\"project\":").append(quoted(build.project()));
    text.append(",\"commit\":").append(build.commit().isEmpty() ? "null" : quoted(build.commit()));
    text.append(",\"date\":")
        .append(build.date().map(date -> quoted(date.toString())).orElse("null"));
    text.append(",\"inputs\":").append(strings(build.inputs()));
    text.append(",\"runs\":").append(build.runs());
    BuildSetup setup = build.setup();
    text.append(",\"setup\":{\"recordedSeconds\":").append(setup.recordedSeconds());
    text.append(",\"cpuSamples\":").append(setup.cpuSamples());
    text.append(",\"allocationSamples\":").append(setup.allocationSamples());
    text.append(",\"facts\":")
        .append(
            setup.facts().entrySet().stream()
                .map(one -> quoted(one.getKey()) + ":" + strings(one.getValue()))
                .collect(Collectors.joining(",", "{", "}")));
    text.append("},\"process\":")
        .append(figures(build.figures().getOrDefault("", new TreeMap<>())));
    text.append(",\"components\":")
        .append(
            build.figures().entrySet().stream()
                .filter(one -> !one.getKey().isEmpty())
                .map(one -> quoted(one.getKey()) + ":" + figures(one.getValue()))
                .collect(Collectors.joining(",", "{", "}")));
    return text.append('}').toString();
  }

  private static String figures(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .map(one -> quoted(one.getKey()) + ":" + number(one.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String number(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private static String strings(Collection<String> texts) {
    return texts.stream().map(HistoryLine::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /** Reads a line; JSON is YAML, too, whose reader names the place of an error. */
  RecordedBuild read(byte[] line) throws Unreadable {
    YamlDocument document = schema.read("", line);
    Optional<Problem> problem = document.problems().toList().stream().findFirst();
    if (problem.isPresent()) {
      throw new Unreadable(problem.get().message());
    }
    JsonNode root = document.root();
    JsonNode setup = root.path("setup");
    SortedMap<String, SortedSet<String>> facts = new TreeMap<>();
    setup
        .path("facts")
        .properties()
        .forEach(one -> facts.put(one.getKey(), strings(one.getValue())));
    SortedMap<String, SortedMap<String, Double>> figures = new TreeMap<>();
    put(figures, "", root.path("process"));
    root.path("components").properties().forEach(one -> put(figures, one.getKey(), one.getValue()));
    try {
      return new RecordedBuild(
          root.path("project").asText(),
          root.path("commit").isNull() ? "" : root.path("commit").asText(),
          root.path("date").isNull()
              ? Optional.empty()
              : Optional.of(LocalDate.parse(root.path("date").asText())),
          strings(root.path("inputs")),
          root.path("runs").asInt(),
          new BuildSetup(
              facts,
              setup.path("recordedSeconds").asLong(),
              setup.path("cpuSamples").asLong(),
              setup.path("allocationSamples").asLong()),
          figures);
    } catch (DateTimeException e) {
      throw new Unreadable("there is no day " + root.path("date").asText());
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a figure is none: " + e.getMessage());
    }
  }

  private static void put(
      SortedMap<String, SortedMap<String, Double>> figures, String component, JsonNode values) {
    SortedMap<String, Double> own = new TreeMap<>();
    values.properties().forEach(one -> own.put(one.getKey(), one.getValue().asDouble()));
    if (!own.isEmpty()) {
      figures.put(component, own);
    }
  }

  private static SortedSet<String> strings(JsonNode array) {
    SortedSet<String> strings = new TreeSet<>();
    for (Iterator<JsonNode> all = array.elements(); all.hasNext(); ) {
      strings.add(all.next().asText());
    }
    return strings;
  }

  static byte[] bytes(RecordedBuild build) {
    return text(build).getBytes(StandardCharsets.UTF_8);
  }
}
