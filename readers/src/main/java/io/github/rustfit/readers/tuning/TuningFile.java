package io.github.rustfit.readers.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.yaml.JsonText;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlSchema;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedCode;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedHeap;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import io.github.rustfit.rules.evidence.tuning.TuningMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The file with what was measured of other JVMs and options: JSON, whose changes can be reviewed.
 * Reading it gives back what was written; equal tunings give equal text.
 */
public final class TuningFile {

  /** Where it is, at the root of a project. */
  public static final String PLACE = "rustfit/tuning.json";

  /** The schema's name on the class path. */
  public static final String SCHEMA = "/io/github/rustfit/tuning.schema.json";

  /** Longest file that is read, in bytes. */
  public static final int MAX_BYTES = 4 << 20;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TuningFile() {}

  /** The text of the file. */
  public static String text(Collection<Tuning> tunings) {
    ObjectNode root = NODES.objectNode();
    root.put("version", 1);
    ArrayNode list = root.putArray("tunings");
    new TreeSet<>(tunings).forEach(one -> list.add(node(one)));
    return JsonText.forYaml(root.toPrettyString().replace("\r\n", "\n")) + "\n";
  }

  private static ObjectNode node(Tuning tuning) {
    ObjectNode node = NODES.objectNode();
    node.put("aim", word(tuning.aim()));
    node.put("day", tuning.day());
    node.putObject("machine")
        .put("cpu", tuning.machine().cpu())
        .put("processors", tuning.machine().processors())
        .put("memoryBytes", tuning.machine().memoryBytes())
        .put("system", tuning.machine().system());
    node.put("command", tuning.command());
    node.putObject("noise")
        .put("rounds", tuning.noise().rounds())
        .put("spread", tuning.noise().spread())
        .put("others", tuning.noise().others())
        .put("drift", tuning.noise().drift())
        .put("doubt", tuning.noise().doubt());
    node.putObject("heap")
        .put("collector", tuning.heap().collector())
        .put("limitBytes", tuning.heap().limitBytes())
        .put("liveBytes", tuning.heap().liveBytes())
        .put("allocatedPerSecond", tuning.heap().allocatedPerSecond());
    ObjectNode sources = node.putObject("code").putObject("sources");
    tuning.code().sources().forEach(sources::put);
    node.put("best", tuning.best());
    ArrayNode configurations = node.putArray("configurations");
    tuning.configurations().forEach(one -> configurations.add(node(one)));
    return node;
  }

  private static ObjectNode node(TunedConfiguration one) {
    ObjectNode node = NODES.objectNode();
    node.put("name", one.name());
    node.put("jdk", one.jdk());
    node.put("collector", one.collector());
    ArrayNode options = node.putArray("options");
    one.options().forEach(options::add);
    node.put("code", one.code());
    node.put("why", one.why());
    node.put("result", word(one.result()));
    one.gain()
        .ifPresent(
            gain ->
                node.putObject("gain")
                    .put("low", gain.low())
                    .put("value", gain.value())
                    .put("high", gain.high()));
    node.putObject("cost")
        .put("runs", one.cost().runs())
        .put("cpuNanos", one.cost().cpuNanos())
        .put("wallNanos", one.cost().wallNanos())
        .put("residentBytes", one.cost().residentBytes())
        .put("latencyMicros", one.cost().latencyMicros())
        .put("startUpNanos", one.cost().startUpNanos())
        .put("longestPauseNanos", one.cost().longestPauseNanos());
    node.put("said", one.said());
    return node;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a file holds.
   *
   * @param tunings those that could be read
   * @param problems what is wrong with it
   */
  public record Reading(TreeSet<Tuning> tunings, List<Problem> problems) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads the file of a project; nothing where there is none. Bad content becomes a problem. */
  public static Reading read(Path root) {
    Path file = root.resolve(PLACE);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Reading(new TreeSet<>(), List.of());
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return problem("It is a link, or no plain file", "Delete it, or put the file itself there.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      return bytes.length > MAX_BYTES
          ? problem("It is larger than " + MAX_BYTES + " bytes", "Measure anew with rustfit:tune.")
          : read(bytes);
    } catch (IOException e) {
      return problem("It cannot be read: " + Causes.of(e), "Make it readable, or delete it.");
    }
  }

  private static Reading problem(String message, String remedy) {
    return new Reading(new TreeSet<>(), List.of(new Problem(PLACE, 0, message + ".", remedy)));
  }

  /** Reads the bytes of a file, UTF-8; nothing is thrown for bad content. */
  static Reading read(byte[] bytes) {
    YamlDocument document = YamlSchema.ofResource(SCHEMA).read(PLACE, bytes);
    TreeSet<Tuning> tunings = new TreeSet<>();
    if (document.problems().isEmpty()) {
      Set<List<Object>> had = new HashSet<>();
      JsonNode list = document.root().path("tunings");
      for (int i = 0; i < list.size(); i++) {
        try {
          Tuning tuning = tuning(list.path(i));
          if (had.add(List.of(tuning.aim(), tuning.machine()))) {
            tunings.add(tuning);
          } else {
            document
                .problems()
                .add(
                    document.keyAt("/tunings/" + i),
                    "Another tuning before it has the same aim and machine, and that one counts.",
                    "Keep one of the two, or measure anew with rustfit:tune.");
          }
        } catch (IllegalArgumentException e) {
          document
              .problems()
              .add(
                  document.keyAt("/tunings/" + i),
                  "The tuning contradicts itself: " + e.getMessage(),
                  "Measure anew with rustfit:tune.");
        }
      }
    }
    return new Reading(tunings, document.problems().toList());
  }

  private static Tuning tuning(JsonNode one) {
    JsonNode machine = one.path("machine");
    JsonNode noise = one.path("noise");
    JsonNode heap = one.path("heap");
    List<TunedConfiguration> configurations = new ArrayList<>();
    one.path("configurations").forEach(node -> configurations.add(configuration(node)));
    return new Tuning(
        one.path("day").asText(),
        new TuningMachine(
            machine.path("cpu").asText(),
            machine.path("processors").asInt(),
            machine.path("memoryBytes").asLong(),
            machine.path("system").asText()),
        Aim.valueOf(one.path("aim").asText().toUpperCase(Locale.ROOT)),
        one.path("command").asText(),
        new Tuning.Noise(
            noise.path("rounds").asInt(),
            noise.path("spread").asDouble(),
            noise.path("others").asDouble(),
            noise.path("drift").asDouble(1),
            noise.path("doubt").asText()),
        new TunedHeap(
            heap.path("collector").asText(),
            heap.path("limitBytes").asLong(),
            heap.path("liveBytes").asLong(),
            heap.path("allocatedPerSecond").asLong()),
        code(one.path("code").path("sources")),
        one.path("best").asText(),
        configurations);
  }

  private static TunedCode code(JsonNode sources) {
    TreeMap<String, String> digests = new TreeMap<>();
    sources.properties().forEach(one -> digests.put(one.getKey(), one.getValue().asText()));
    return new TunedCode(digests, new TreeSet<>());
  }

  private static TunedConfiguration configuration(JsonNode one) {
    List<String> options = new ArrayList<>();
    one.path("options").forEach(option -> options.add(option.asText()));
    JsonNode gain = one.path("gain");
    JsonNode cost = one.path("cost");
    return new TunedConfiguration(
        one.path("name").asText(),
        one.path("jdk").asText(),
        one.path("collector").asText(),
        options,
        one.path("code").asText(),
        one.path("why").asText(),
        TunedConfiguration.Result.valueOf(one.path("result").asText().toUpperCase(Locale.ROOT)),
        gain.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new Gain(
                    gain.path("low").asDouble(),
                    gain.path("value").asDouble(),
                    gain.path("high").asDouble())),
        new TuningCost(
            cost.path("runs").asInt(),
            cost.path("cpuNanos").asLong(),
            cost.path("wallNanos").asLong(),
            cost.path("residentBytes").asLong(),
            cost.path("latencyMicros").asLong(),
            cost.path("startUpNanos").asLong(),
            cost.path("longestPauseNanos").asLong()),
        one.path("said").asText());
  }
}
