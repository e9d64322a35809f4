package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real program whose collections wait for JNI, beside what {@code jfr print} says of it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JfrLockerTest {

  /** JDK 25 has no such event any more (JDK-8192647). */
  private static final int FIRST_WITHOUT = 25;

  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0">
        <event name="jdk.GCLocker">
          <setting name="enabled">true</setting>
          <setting name="threshold">0 ms</setting>
        </event>
        <event name="jdk.GarbageCollection">
          <setting name="enabled">true</setting>
          <setting name="threshold">0 ms</setting>
        </event>
      </configuration>
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void collections_wait_as_often_and_as_long_as_the_jdk_prints() throws Exception {
    Optional<Path> jdk = Optional.empty();
    for (Path one : JfrProcessTest.jdks().toList()) {
      if (JfrProcessTest.feature(one) < FIRST_WITHOUT) {
        jdk = Optional.of(one);
      }
    }
    assumeTrue(jdk.isPresent(), "there is no JDK older than 25 beside this one");
    Path file = folder.resolve("locked.jfr");
    Path settings = Files.writeString(folder.resolve("locker.jfc"), SETTINGS);
    run(
        jdk.get().resolve("bin/java").toString(),
        "-Xmx96m",
        "-XX:+UseSerialGC",
        "-XX:StartFlightRecording=settings=" + settings + ",filename=" + file,
        "-cp",
        Path.of(DeflatingProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString(),
        DeflatingProgram.class.getName());
    Path json = folder.resolve("locked.json");
    Process print =
        new ProcessBuilder(
                jdk.get().resolve("bin/jfr").toString(),
                "print",
                "--json",
                "--events",
                "jdk.GCLocker",
                file.toString())
            .redirectOutput(json.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(print.waitFor()).isZero();
    long count = 0;
    Duration total = Duration.ZERO;
    for (JsonNode event : new ObjectMapper().readTree(json.toFile()).at("/recording/events")) {
      count++;
      total = total.plus(Duration.parse(event.at("/values/duration").asText()));
    }
    assertThat(count).isPositive();

    PauseTotal waits = Recordings.read(file).gc().details().incidents().lockerWaits();

    assertThat(waits.count()).isEqualTo(count);
    assertThat(Duration.ofNanos(waits.totalNanos()))
        .isBetween(total.minusNanos(count), total.plusNanos(count));
  }

  private void run(String... command) throws Exception {
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(out)).isZero();
  }
}
