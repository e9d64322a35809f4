package io.github.rustfit.readers.jfr.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecidingOptionsTest {

  @Test
  void only_what_decides_is_kept_and_no_path() {
    assertThat(
            DecidingOptions.of(
                "-Xmx64m -XX:+UseSerialGC -XX:AOTCache=/home/me/app.aot"
                    + " -XX:SharedArchiveFile=x.jsa -Dsecret=-Xmx1g -XX:TieredStopAtLevel=1"
                    + " -XX:MaxRAMPercentage=50.0 -XX:-UseCompactObjectHeaders -Xlog:gc"))
        .containsExactly(
            "-XX:+UseSerialGC",
            "-XX:-UseCompactObjectHeaders",
            "-XX:AOTCache",
            "-XX:MaxRAMPercentage=50.0",
            "-XX:SharedArchiveFile",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m");
  }

  @Test
  void nothing_of_it_is_nothing() {
    assertThat(DecidingOptions.of("")).isEmpty();
    assertThat(DecidingOptions.of("-Dx=y -jar app.jar")).isEmpty();
  }
}
