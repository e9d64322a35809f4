package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Tally;
import org.junit.jupiter.api.Test;

class LateCpuTest {

  /** Four parts of ten, of which the last one is the last quarter. */
  @Test
  void only_the_last_quarter_counts() {
    LateCpu late = new LateCpu();
    late.add(10, 10, 9);
    late.add(20, 10, 8);
    late.add(30, 10, 7);
    late.add(40, 10, 1);
    assertThat(late.cpu()).isEqualTo(new Tally(1, 10));
  }

  /** A second thread at the same time tells of no more time, and of more CPU. */
  @Test
  void what_several_threads_used_at_a_time_is_added() {
    LateCpu late = new LateCpu();
    late.add(10, 10, 9);
    late.add(20, 10, 2);
    late.add(20, 0, 3);
    assertThat(late.cpu()).isEqualTo(new Tally(5, 10));
  }

  @Test
  void each_run_has_an_end_of_its_own() {
    LateCpu late = new LateCpu();
    late.add(10, 10, 9);
    late.add(40, 30, 1);
    late.end();
    late.add(1000, 100, 50);
    assertThat(late.cpu()).isEqualTo(new Tally(51, 130));
    late.end();
    assertThat(late.cpu()).isEqualTo(new Tally(51, 130));
  }

  @Test
  void nothing_is_unknown_and_not_idle() {
    assertThat(new LateCpu().cpu()).isEqualTo(Tally.UNKNOWN);
  }
}
