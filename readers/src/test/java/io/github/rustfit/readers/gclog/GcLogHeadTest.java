package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.base.InputKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcLogHeadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0.012s][info][gc] Using G1",
        "Using G1",
        "GC(3) Pause Young (Allocation Failure) 24M->6M(92M) 45.258ms",
        "hello\n[0.4s][debug][gc,age] GC(3) Desired survivor size",
        "[2026-11-21T13:38:46.457+0000][safepoint] Safepoint \"Cleanup\", Total: 1 ns",
        "0.288: [GC 17024K->13057K(83008K), 0.0441346 secs]",
        "[GC (Allocation Failure)  17024K->13057K(83008K), 0.0441346 secs]",
        "2014-11-29T06:23:55.892+0000: 126.838: [Full GC 126.838: [CMS: 1K->2K(3K)",
      })
  void claims_gc_logs(String head) {
    assertThat(claims(head)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21 13:38:46 INFO [http-1] com.acme.Shop - Pause Young 99.000ms",
        "[2026-11-21T13:38:46.457+0000][INFO][main] started",
        "{\"log\":\"hello\\n\",\"stream\":\"stdout\"}",
        "{\"runtime\":{\"gc\":{\"collector\":\"G1\",\"causes\":[]}}}",
        "java/lang/Thread.run;com/acme/Gc.collect_[j] 12",
        "package com.acme;\n\nclass A { String log = \"\"\"\n[0.012s][info][gc] Using G1\n",
        "/* [0.012s][info][gc] Using G1 */",
        "FLR\0\0\2\n[0.012s][info][gc] Using G1",
        "<project>\n  <artifactId>gc</artifactId>",
        "Using Gradle 8.1\nUsing G12",
      })
  void leaves_everything_else_to_others(String head) {
    assertThat(claims(head)).isFalse();
  }

  @Test
  void a_log_that_begins_behind_the_text_of_a_program_is_found(@TempDir Path root)
      throws IOException {
    String text =
        "2026-11-28T19:00:00.123Z  INFO 1 --- [main] com.acme.Shop : order\n".repeat(2_000);
    String log =
        "[9.000s][info][gc] GC(5) Pause Young (Normal) (G1 Evacuation Pause) 2M->1M(4M) 3.000ms\n";
    Files.writeString(root.resolve("app.log"), text + log);
    Files.writeString(root.resolve("other.log"), text);
    assertThat(claims(text)).isFalse();
    Inputs inputs = new Inputs(root, List.of(new GcLogReader()));
    assertThat(inputs.read(List.of("app.log")).evidence().gc().pauses().totalNanos())
        .isEqualTo(3_000_000);
    assertThat(inputs.read(List.of("other.log")).failedRequests()).containsExactly("other.log");
  }

  @Test
  void is_found_as_a_service() {
    assertThat(ServiceLoader.load(InputReader.class))
        .anySatisfy(reader -> assertThat(reader.kind()).isEqualTo(InputKind.GC_LOG));
  }

  private static boolean claims(String head) {
    return new GcLogReader().claims(head.getBytes(StandardCharsets.ISO_8859_1));
  }
}
