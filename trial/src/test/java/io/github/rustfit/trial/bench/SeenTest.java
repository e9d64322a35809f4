package io.github.rustfit.trial.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process printed, by hand; figures by head. */
class SeenTest {

  private static Seen seen(String... lines) {
    return Seen.of(List.of(lines)).orElseThrow();
  }

  /** 300 of 1,000 bytes: 30 % of what the collector took, so (1,000 + 0.3 · 2,000) / 10. */
  @Test
  void the_collector_counts_by_what_a_size_allocates() {
    Seen seen =
        seen("size 16 10 1000 1100 300", "size 256 10 5000 5500 700", "collector 2000", "done");
    assertThat(seen.cpu(0)).isEqualTo(160, offset(1e-9));
    assertThat(seen.cpu(1)).isEqualTo(640, offset(1e-9));
    assertThat(seen.clock(0)).isEqualTo(110);
  }

  @Test
  void where_nothing_is_allocated_it_did_not_work_for_the_calls() {
    assertThat(seen("size 16 10 1000 1100 0", "collector 2000", "done").cpu(0)).isEqualTo(100);
  }

  /** Compilers that still work after the warm-up are no cost of calls. */
  @Test
  void what_else_the_process_did_is_nobodys() {
    assertThat(seen("size 16 10 1000 1100 300", "collector 0", "process 9000 1000", "done").cpu(0))
        .isEqualTo(100);
  }

  @Test
  void a_process_that_came_to_no_end_measured_nothing() {
    assertThat(Seen.of(List.of("size 16 10 1000 1100 0", "collector 0"))).isEmpty();
    assertThat(Seen.of(List.of("size 16 0 0 0 0", "done"))).isEmpty();
  }
}
