package io.github.rustfit.plugin.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.component.EntryKind;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.component.ProgramEntries;
import io.github.rustfit.rules.component.ProgramEntry;
import io.github.rustfit.rules.stats.Share;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares of 1,000 samples. */
class EntryTextTest {

  private static ProgramEntry entry(int samples) {
    return new ProgramEntry(
        EntryKind.JOB,
        new Place("com.acme.Jobs", "job" + samples, "", 0, false),
        "",
        Share.wilson(samples, 1_000),
        Share.UNKNOWN,
        0,
        Share.UNKNOWN);
  }

  private static Optional<String> brief(int... samples) {
    return EntryText.brief(
        new ProgramEntries(
            IntStream.of(samples).mapToObj(EntryTextTest::entry).toList(),
            Share.UNKNOWN,
            ProgramEntries.Waits.NONE));
  }

  @Test
  void the_three_largest_are_named_and_the_others_from_one_percent_on_counted() {
    assertThat(brief(500, 200, 100, 50, 10, 9))
        .contains(
            "Work comes in at Jobs.job500 (scheduled job) 50.0 %, Jobs.job200 (scheduled job) 20.0"
                + " %, Jobs.job100 (scheduled job) 10.0 % of the CPU samples; 2 more from 1 % on.");
  }

  @Test
  void one_is_a_whole_sentence_and_none_is_no_sentence() {
    assertThat(brief(20))
        .contains("Work comes in at Jobs.job20 (scheduled job) 2.0 % of the CPU samples.");
    assertThat(brief(9)).isEmpty();
    assertThat(brief()).isEmpty();
  }
}
