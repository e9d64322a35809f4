package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLibraryTimeTest {

  private static final Frame IN_ZSTD = frame("com.github.luben.zstd.ZstdOutputStream", "write", 1);

  private static CrateEntry entry(String prefix, boolean nativeCode) {
    return new CrateEntry(
        List.of(prefix),
        List.of(),
        List.of("zstd"),
        CrateEntry.Grade.DROP_IN,
        CrateEntry.Scope.RUNTIME,
        "yes",
        "recall",
        "-",
        nativeCode,
        "");
  }

  /** The component's own 2,000 samples beside those in the library. */
  private static Outcome judge(long inLibrary, boolean nativeCode) {
    return new NativeLibraryTime()
        .judge(
            new Situation()
                .crates(entry("com.github.luben.zstd", nativeCode))
                .cpuSamples(2000, 1000)
                .sampled(inLibrary, cpu(IN_ZSTD, Situation.IN_HOT))
                .context());
  }

  @Test
  void speaks_against_rust_where_a_native_library_takes_much_of_the_time() {
    Outcome outcome = judge(2000, true);

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "50.0 % of its CPU time is spent in com.github.luben, which is native code already: a"
                + " rewrite gains nothing there.");
    assertThat(outcome.findings()).singleElement().extracting(Finding::confirmed).isEqualTo(true);
  }

  @Test
  void a_little_time_or_a_library_in_java_does_not() {
    assertThat(judge(100, true).answer()).isEqualTo(Answer.YES);
    assertThat(judge(2000, false).answer()).isEqualTo(Answer.YES);
  }
}
