package io.github.rustfit.readers.trial;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.JsonText;
import io.github.rustfit.readers.yaml.Quoted;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlSchema;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.OtherJava;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialBars;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialMachine;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.rules.evidence.trial.TrialSize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file with the trials of one component: JSON, a line for each group of figures, so that its
 * changes can be reviewed. Reading it gives back what was written; equal trials give equal text.
 */
public final class TrialFile {

  /** The folder of these files, at the root of a project. */
  public static final String FOLDER = "rustfit/trials";

  /** The schema's name on the class path. */
  public static final String SCHEMA = "/io/github/rustfit/trial.schema.json";

  /** Longest file that is read, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private TrialFile() {}

  /**
   * The text of the file.
   *
   * @param trials of this component
   */
  public static String text(String component, Collection<Trial> trials) {
    return "{\n  \"version\": 1,\n  \"component\": "
        + quoted(component)
        + ",\n  \"trials\": ["
        + new TreeSet<>(trials)
            .stream().map(TrialFile::text).collect(Collectors.joining(",", "", "\n  ]\n}\n"));
  }

  private static String text(Trial trial) {
    TrialMachine machine = trial.machine();
    TrialOutputs outputs = trial.outputs();
    List<String> members = new ArrayList<>();
    members.add("\"entry\": " + quoted(trial.entry()));
    members.add("\"port\": " + quoted(trial.port().name().toLowerCase(Locale.ROOT)));
    members.add("\"day\": " + quoted(trial.day()));
    members.add(
        "\"machine\": {\"cpu\": "
            + quoted(machine.cpu())
            + ", \"processors\": "
            + machine.processors()
            + ", \"system\": "
            + quoted(machine.system())
            + ", \"jdk\": "
            + quoted(machine.jdk())
            + ", \"rustc\": "
            + quoted(machine.rustc())
            + ", \"technique\": "
            + quoted(machine.technique())
            + "}");
    members.add(
        "\"outputs\": {\"compared\": "
            + outputs.compared()
            + ", \"left\": "
            + outputs.left()
            + ", \"captured\": "
            + outputs.captured()
            + ", \"difference\": "
            + quoted(outputs.difference())
            + "}");
    trial.figures().ifPresent(figures -> members.add("\"figures\": " + text(figures)));
    members.add(
        "\"sources\": "
            + trial.sources().entrySet().stream()
                .map(one -> "\n        " + quoted(one.getKey()) + ": " + quoted(one.getValue()))
                .collect(Collectors.joining(",", "{", "\n      }")));
    members.add("\"crate\": " + quoted(trial.crate()));
    if (trial.takeBack().agreed()) {
      members.add("\"takeBack\": " + text(trial.takeBack()));
    }
    return members.stream().collect(Collectors.joining(",\n      ", "\n    {\n      ", "\n    }"));
  }

  private static String text(TakeBack condition) {
    List<String> members = new ArrayList<>();
    if (condition.gainBelow() > 0) {
      members.add("\"gainBelow\": " + decimal(condition.gainBelow()));
    }
    if (condition.crossingAbove() > 0) {
      members.add("\"crossingAbove\": " + decimal(condition.crossingAbove()));
    }
    if (condition.memoryAbove() > 0) {
      members.add("\"memoryAbove\": " + condition.memoryAbove());
    }
    return "{" + String.join(", ", members) + "}";
  }

  private static String text(TrialFigures figures) {
    TrialBars bars = figures.bars();
    List<String> members = new ArrayList<>();
    members.add("\"pairs\": " + figures.pairs());
    members.add("\"captured\": " + figures.captured());
    members.add("\"gain\": " + text(figures.gain()));
    members.add("\"clock\": " + text(figures.clock()));
    members.add(
        "\"sizes\": "
            + figures.sizes().stream()
                .map(
                    size ->
                        "\n          {\"most\": "
                            + size.most()
                            + ", \"calls\": "
                            + size.calls()
                            + ", \"gain\": "
                            + text(size.gain())
                            + "}")
                .collect(Collectors.joining(",", "[", "\n        ]")));
    members.add(
        "\"bars\": {\"java\": "
            + bars.java()
            + ", \"rust\": "
            + bars.rust()
            + ", \"alone\": "
            + bars.alone()
            + ", \"javaBytes\": "
            + bars.javaBytes()
            + ", \"rustBytes\": "
            + bars.rustBytes()
            + ", \"javaResident\": "
            + bars.javaResident()
            + ", \"rustResident\": "
            + bars.rustResident()
            + ", \"leftToJava\": "
            + bars.leftToJava()
            + "}");
    figures
        .other()
        .ifPresent(
            other ->
                members.add(
                    "\"other\": {\"name\": "
                        + quoted(other.name())
                        + ", \"gain\": "
                        + text(other.gain())
                        + ", \"rust\": "
                        + text(other.rust())
                        + "}"));
    return members.stream().collect(Collectors.joining(",\n        ", "{\n        ", "\n      }"));
  }

  private static String text(Gain gain) {
    return "{\"low\": "
        + decimal(gain.low())
        + ", \"value\": "
        + decimal(gain.value())
        + ", \"high\": "
        + decimal(gain.high())
        + "}";
  }

  private static String decimal(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  private static String quoted(String text) {
    String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    return '"' + JsonText.forYaml(quoted) + '"';
  }

  /**
   * Reads a file. Nothing is thrown for bad content.
   *
   * @param displayPath of the file, relative to the project's root, for messages
   * @param bytes the file, UTF-8, at most {@link #MAX_BYTES}
   */
  public static TrialReading read(String displayPath, byte[] bytes) {
    YamlDocument document = YamlSchema.ofResource(SCHEMA).read(displayPath, bytes);
    TreeSet<Trial> trials = new TreeSet<>();
    if (document.problems().isEmpty()) {
      String component = document.root().path("component").asText();
      JsonNode list = document.root().path("trials");
      for (int i = 0; i < list.size(); i++) {
        try {
          trials.add(trial(component, list.path(i)));
        } catch (IllegalArgumentException e) {
          document
              .problems()
              .add(
                  document.keyAt("/trials/" + i),
                  "The trial of "
                      + Quoted.of(list.path(i).path("entry").asText())
                      + " contradicts itself: "
                      + e.getMessage(),
                  "Try it again with rustfit:trial.");
        }
      }
    }
    return new TrialReading(trials, document.problems().toList());
  }

  private static Trial trial(String component, JsonNode one) {
    JsonNode machine = one.path("machine");
    JsonNode outputs = one.path("outputs");
    SortedMap<String, String> sources = new TreeMap<>();
    for (Map.Entry<String, JsonNode> source : one.path("sources").properties()) {
      sources.put(source.getKey(), source.getValue().asText());
    }
    return new Trial(
        component,
        one.path("entry").asText(),
        Trial.Port.valueOf(one.path("port").asText().toUpperCase(Locale.ROOT)),
        one.path("day").asText(),
        new TrialMachine(
            machine.path("cpu").asText(),
            machine.path("processors").asInt(),
            machine.path("system").asText(),
            machine.path("jdk").asText(),
            machine.path("rustc").asText(),
            machine.path("technique").asText()),
        new TrialOutputs(
            outputs.path("compared").asLong(),
            outputs.path("left").asLong(),
            outputs.path("captured").asBoolean(),
            outputs.path("difference").asText()),
        one.has("figures") ? Optional.of(figures(one.path("figures"))) : Optional.empty(),
        sources,
        one.path("crate").asText(),
        new TakeBack(
            one.path("takeBack").path("gainBelow").asDouble(),
            one.path("takeBack").path("crossingAbove").asDouble(),
            one.path("takeBack").path("memoryAbove").asLong()),
        new TreeSet<>());
  }

  private static TrialFigures figures(JsonNode figures) {
    List<TrialSize> sizes = new ArrayList<>();
    for (JsonNode size : figures.path("sizes")) {
      sizes.add(
          new TrialSize(
              size.path("most").asLong(), size.path("calls").asLong(), gain(size.path("gain"))));
    }
    JsonNode bars = figures.path("bars");
    JsonNode other = figures.path("other");
    return new TrialFigures(
        figures.path("pairs").asInt(),
        figures.path("captured").asBoolean(),
        gain(figures.path("gain")),
        gain(figures.path("clock")),
        sizes,
        new TrialBars(
            bars.path("java").asLong(),
            bars.path("rust").asLong(),
            bars.path("alone").asLong(),
            bars.path("javaBytes").asLong(),
            bars.path("rustBytes").asLong(),
            bars.path("javaResident").asLong(),
            bars.path("rustResident").asLong(),
            bars.path("leftToJava").asInt()),
        other.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new OtherJava(
                    other.path("name").asText(),
                    gain(other.path("gain")),
                    gain(other.path("rust")))));
  }

  private static Gain gain(JsonNode gain) {
    return new Gain(
        gain.path("low").asDouble(), gain.path("value").asDouble(), gain.path("high").asDouble());
  }
}
