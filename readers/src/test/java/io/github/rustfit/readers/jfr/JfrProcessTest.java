package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs of a program under each JDK beside this one, compared with what that JDK's {@code jfr
 * print} says of them.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JfrProcessTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  static Stream<Path> jdks() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    List<Path> jdks = new ArrayList<>(List.of(own));
    try (Stream<Path> beside = Files.list(own.resolveSibling(""))) {
      for (Path home : beside.sorted().toList()) {
        Path real = home.toRealPath();
        if (Files.isExecutable(real.resolve("bin/jfr")) && !jdks.contains(real)) {
          jdks.add(real);
        }
      }
    }
    return jdks.stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void memory_length_and_options_of_a_run_are_those_that_the_jdk_prints(Path jdk) throws Exception {
    Path file = folder.resolve("run.jfr");
    run(
        jdk.resolve("bin/java").toString(),
        "-Xmx96m",
        "-XX:+UseSerialGC",
        "-XX:NativeMemoryTracking=summary",
        "-XX:StartFlightRecording=settings=profile,filename=" + file,
        "-Dpassword=-Xmx1m-secret",
        "-Dotel.service.name=orders",
        "-cp",
        Path.of(ShortProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString(),
        ShortProgram.class.getName());

    Reading reading = Recordings.read(file);
    ProcessFacts facts = reading.profile().facts().process();

    JsonNode printed = printed(jdk, file);
    long peak = 0;
    for (JsonNode event : events(printed, "jdk.ResidentSetSize")) {
      peak = Math.max(peak, event.path("peak").asLong());
    }
    // Older JDKs have no such event.
    assertThat(peak == 0).isEqualTo(feature(jdk) < 21);
    assertThat(facts.peakResidentBytes()).isEqualTo(peak);

    SortedMap<String, Long> committed = new TreeMap<>();
    for (JsonNode event : events(printed, "jdk.NativeMemoryUsage")) {
      committed.merge(event.path("type").asText(), event.path("committed").asLong(), Math::max);
    }
    // Since JDK 20.
    assertThat(committed.isEmpty()).isEqualTo(feature(jdk) < 20);
    assertThat(facts.nativeCode().committedBytes()).isEqualTo(committed);
    assertThat(facts.nativeCode().heapBytes()).isEqualTo(committed.getOrDefault("Java Heap", 0L));
    assertThat(facts.nativeCode().cpuOfJavaOnly()).isTrue();

    List<JsonNode> ends = events(printed, "jdk.Shutdown");
    assertThat(ends).hasSize(1);
    OffsetDateTime end = OffsetDateTime.parse(ends.get(0).path("startTime").asText());
    JsonNode jvm = events(printed, "jdk.JVMInformation").get(0);
    Duration run = Duration.between(OffsetDateTime.parse(jvm.path("jvmStartTime").asText()), end);
    assertThat(Duration.ofNanos(facts.longestRunNanos()))
        .isBetween(run.minusMillis(1), run.plusMillis(1));

    Labels labels = reading.labels();
    assertThat(labels.service()).isEqualTo("orders");
    assertThat(Instant.parse(labels.start()))
        .isEqualTo(
            OffsetDateTime.parse(jvm.path("jvmStartTime").asText())
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS));
    // Of the environment the JDK records what it began with, and the child has ours.
    assertThat(labels.host()).isEqualTo(System.getenv().getOrDefault("HOSTNAME", ""));

    assertThat(facts.optionsKnown()).isTrue();
    assertThat(facts.options()).containsExactly("-XX:+UseSerialGC", "-Xmx96m");
  }

  private JsonNode printed(Path jdk, Path file) throws Exception {
    Path json = folder.resolve("run.json");
    Process process =
        new ProcessBuilder(
                jdk.resolve("bin/jfr").toString(),
                "print",
                "--json",
                "--events",
                "jdk.ResidentSetSize,jdk.NativeMemoryUsage,jdk.Shutdown,jdk.JVMInformation",
                file.toString())
            .redirectOutput(json.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return new ObjectMapper().readTree(json.toFile()).at("/recording/events");
  }

  private static List<JsonNode> events(JsonNode printed, String type) {
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode event : printed) {
      if (event.path("type").asText().equals(type)) {
        events.add(event.path("values"));
      }
    }
    return events;
  }

  static int feature(Path jdk) throws IOException {
    String line =
        Files.readAllLines(jdk.resolve("release")).stream()
            .filter(one -> one.startsWith("JAVA_VERSION="))
            .findFirst()
            .orElseThrow();
    return Integer.parseInt(line.replaceAll("^JAVA_VERSION=\"(\\d+).*", "$1"));
  }

  private void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("out.txt"))).isZero();
  }
}
