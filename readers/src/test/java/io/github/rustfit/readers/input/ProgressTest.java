package io.github.rustfit.readers.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private long now = Long.MAX_VALUE - 1_000_000_000L; // clocks overflow

  private final List<String> lines = new ArrayList<>();
  private final Progress progress = new Progress(lines::add, () -> now);

  @Test
  void quick_reading_is_silent() {
    now += Progress.FIRST - 1;
    progress.readTo("a.jfr", 1_000_000, 2_000_000);
    assertThat(lines).isEmpty();
  }

  @Test
  void slow_reading_says_how_far_it_is_every_few_seconds() {
    now += Progress.FIRST;
    progress.readTo("a.jfr", 120_000_000, 653_000_000);
    progress.readTo("a.jfr", 130_000_000, 653_000_000);
    now += Progress.NEXT;
    progress.readTo("b.log.gz", 7_000_000, -1);
    assertThat(lines).containsExactly("Reading a.jfr: 120 of 653 MB", "Reading b.log.gz: 7 MB");
  }
}
