package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.input.OpenedInputs;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logs that once came out wrong, with what is right: pauses, total and longest in milliseconds. Are
 * in the folder {@code cases} beside that of {@code -Drustfit.corpus=DIR}.
 */
class GcLogCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("rustfit.corpus", "")).resolve("../cases").normalize();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          readers/same-jvm-twice                | READ    | 18 / 101.135 / 20.840
          readers/lost-end.log                  | PARTIAL | 19 / 57.000 / 3.000
          readers/cut-end.log                   | PARTIAL | 19 / 57.000 / 3.000
          readers/glued.log                     | READ    | 20 / 957.000 / 900.000
          readers/async-drop.log                | PARTIAL | 2 / 6.000 / 3.000
          readers/two-jvms-compose.log          | READ    | 96 / 2133.213 / 86.362
          readers/class-histogram-g1-jdk8.log   | READ    | 5 / 24772.765 / 24572.765
          readers/legacy-kubectl-timestamps.log | READ    | 12 / 175.998 / 14.667
          readers/kubectl-prefix.log            | READ    | 22 / 834.311 / 86.362
          readers/late-first-gc-line.log        | READ    | 5 / 15.000 / 3.000
          readers/live-no-gc.log                | READ    | 0 / 0.000 / 0.000
          readers/jdk7-no-stamps.log            | PARTIAL | 3 / 207.680 / 120.000
          readers/jdk7-bracket.log              | READ    | 3 / 207.680 / 120.000
          readers/gc-end-of-line-jdk7.log       | READ    | 10 / 966.940 / 96.694
          readers/jdk7-cms-fls.log              | READ    | 1 / 3.000 / 3.000
          readers/printgcid-headless.log        | READ    | 5 / 50.000 / 10.000
          readers/jdk8-shenandoah.log           | READ    | 20 / 22.500 / 2.500
          readers/native-image.log              | READ    | 2 / 30.246 / 25.123
          readers/git-lfs-pointer.log           | FAILED  | 0 / 0.000 / 0.000
          readers/openj9-verbosegc.xml          | FAILED  | 0 / 0.000 / 0.000
          attack/gc-one-year-2060.log           | PARTIAL | 200 / 1000.000 / 5.000
          attack/gc-all-2044.log                | READ    | 200 / 1000.000 / 5.000
          attack/gc-one-year-digit.log          | PARTIAL | 200 / 1000.000 / 5.000
          attack/gc-year-2116-legacy.log        | PARTIAL | 0 / 0.000 / 0.000
          attack/gc-year-2122-unified.log       | PARTIAL | 0 / 0.000 / 0.000
          attack/gzip-bad-crc.log.gz            | PARTIAL | 200 / 1000.000 / 5.000
          attack/zstd-skippable.log.zst         | READ    | 200 / 1000.000 / 5.000
          attack/zstd-trailing.log.zst          | PARTIAL | 200 / 1000.000 / 5.000
          """)
  void comes_out_right(String file, String status, String pauses) {
    assumeTrue(Files.isDirectory(CASES.resolve("readers")), "needs the cases");
    OpenedInputs opened = new Inputs(CASES, List.of(new GcLogReader())).read(List.of(file));
    GcSummary gc = opened.evidence().gc();
    String problems =
        opened.evidence().inputs().stream().map(Input::problem).toList()
            + " "
            + opened.evidence().problems()
            + " "
            + gc.wallNanos() / 1e9
            + " s, full "
            + gc.fullCollections();
    assertThat(
            String.format(
                Locale.ROOT,
                "%d / %.3f / %.3f",
                gc.pauses().count(),
                gc.pauses().totalNanos() / 1e6,
                gc.pauses().maxNanos() / 1e6))
        .as(problems)
        .isEqualTo(pauses);
    assertThat(opened.evidence().inputs())
        .as(problems)
        .extracting(Input::status)
        .contains(Input.Status.valueOf(status));
  }
}
