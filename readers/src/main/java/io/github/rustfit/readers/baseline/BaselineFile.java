package io.github.rustfit.readers.baseline;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.Quoted;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlSchema;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.stats.Runs;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file {@code rustfit-baseline.yaml}: one line for each thing, so that its changes can be
 * reviewed. {@code read(text(b))} gives back {@code b}, and equal baselines give equal text.
 */
public final class BaselineFile {

  /** Its name at the root of a project. */
  public static final String NAME = "rustfit-baseline.yaml";

  /** The schema's name on the class path. */
  public static final String SCHEMA = "/io/github/rustfit/baseline.schema.json";

  /** Longest file that is read, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private BaselineFile() {}

  /** The text of the file. */
  public static String text(Baseline baseline) {
    StringBuilder text = new StringBuilder();
    text.append("# Written by rustfit:baseline. What stands here fails no rustfit:check");
    text.append(" until it gets worse.\n");
    text.append("version: 1\n");
    text.append("project: ").append(quoted(baseline.project())).append('\n');
    text.append("measuredWith:").append(baseline.setup().isEmpty() ? " []\n" : "\n");
    for (Map.Entry<String, SortedSet<String>> one : baseline.setup().entrySet()) {
      text.append("- {fact: ").append(quoted(one.getKey())).append(", values: ");
      text.append(
          one.getValue().stream()
              .map(BaselineFile::quoted)
              .collect(Collectors.joining(", ", "[", "]}\n")));
    }
    text.append("accepted:").append(baseline.accepted().isEmpty() ? " []\n" : "\n");
    for (Accepted one : baseline.accepted()) {
      text.append("- {id: ").append(quoted(one.id()));
      text.append(", component: ").append(quoted(one.component()));
      text.append(", text: ").append(quoted(one.text()));
      one.measure().ifPresent(measure -> text.append(", ").append(figure(measure)));
      text.append("}\n");
    }
    text.append("figures:").append(baseline.figures().isEmpty() ? " []\n" : "\n");
    for (Map.Entry<String, MeasuredValue> one : baseline.figures().entrySet()) {
      text.append("- {id: ").append(quoted(one.getKey())).append(", ");
      text.append(figure(one.getValue())).append("}\n");
    }
    return text.toString();
  }

  private static String figure(MeasuredValue measure) {
    return "value: "
        + measure.value()
        + ", low: "
        + measure.low()
        + ", high: "
        + measure.high()
        + ", samples: "
        + measure.samples()
        + runs(measure.runs());
  }

  private static String runs(Runs runs) {
    return runs.count() == 0
        ? ""
        : ", runs: " + runs.count() + ", mean: " + runs.mean() + ", deviation: " + runs.deviation();
  }

  /** As JSON writes it, which is YAML too. */
  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /**
   * Reads a baseline. Nothing is thrown for bad content.
   *
   * @param displayPath of the file, relative to the project's root, for messages
   * @param bytes the file, UTF-8, at most {@link #MAX_BYTES}
   * @param project {@code groupId:artifactId} of the project that it must be of
   */
  public static BaselineReading read(String displayPath, byte[] bytes, String project) {
    YamlDocument document = YamlSchema.ofResource(SCHEMA).read(displayPath, bytes);
    if (!document.problems().isEmpty()) {
      return failed(document);
    }
    JsonNode root = document.root();
    String of = root.path("project").asText();
    if (!of.equals(project)) {
      document
          .problems()
          .add(
              document.valueAt("/project"),
              "The baseline is one of another project, " + Quoted.of(of) + ", not of " + project,
              "Write one for this project with rustfit:baseline, or name another file in"
                  + " rustfit.baseline.");
      return failed(document);
    }
    SortedSet<Accepted> accepted = new TreeSet<>();
    SortedMap<String, MeasuredValue> figures = new TreeMap<>();
    JsonNode list = root.path("accepted");
    for (int i = 0; i < list.size(); i++) {
      JsonNode one = list.path(i);
      Optional<MeasuredValue> measure =
          one.has("value") ? measure(document, "/accepted/" + i, one) : Optional.empty();
      accepted.add(
          new Accepted(
              one.path("id").asText(),
              one.path("component").asText(),
              one.path("text").asText(),
              measure));
    }
    JsonNode figureList = root.path("figures");
    for (int i = 0; i < figureList.size(); i++) {
      String id = figureList.path(i).path("id").asText();
      measure(document, "/figures/" + i, figureList.path(i))
          .ifPresent(measure -> figures.put(id, measure));
    }
    return document.problems().isEmpty()
        ? new BaselineReading(
            Optional.of(new Baseline(of, accepted, figures, setup(root.path("measuredWith")))),
            document.problems().toList())
        : failed(document);
  }

  private static SortedMap<String, SortedSet<String>> setup(JsonNode facts) {
    SortedMap<String, SortedSet<String>> setup = new TreeMap<>();
    for (JsonNode fact : facts) {
      SortedSet<String> values = new TreeSet<>();
      fact.path("values").forEach(value -> values.add(value.asText()));
      setup.put(fact.path("fact").asText(), values);
    }
    return setup;
  }

  private static BaselineReading failed(YamlDocument document) {
    return new BaselineReading(Optional.empty(), document.problems().toList());
  }

  private static Optional<MeasuredValue> measure(
      YamlDocument document, String pointer, JsonNode one) {
    double low = one.path("low").asDouble();
    double value = one.path("value").asDouble();
    double high = one.path("high").asDouble();
    long samples = one.path("samples").asLong();
    boolean share = samples == 0 || (low >= 0 && high <= 1);
    int count = one.path("runs").asInt();
    double mean = one.path("mean").asDouble();
    double deviation = one.path("deviation").asDouble();
    boolean runs =
        Double.isFinite(mean) && Double.isFinite(deviation) && (count >= 2 || deviation == 0);
    if (low <= value && value <= high && share && runs && Double.isFinite(high - low)) {
      return Optional.of(
          new MeasuredValue(value, low, high, samples, new Runs(count, mean, deviation)));
    }
    document
        .problems()
        .add(
            document.keyAt(pointer),
            "The figure " + Quoted.of(one.path("id").asText()) + " contradicts itself",
            "Write the baseline anew with rustfit:baseline.");
    return Optional.empty();
  }
}
