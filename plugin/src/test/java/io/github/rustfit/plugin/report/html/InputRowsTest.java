package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InputRowsTest {

  private static SortedSet<Input> inputs(int read, int failed) {
    TreeSet<Input> inputs = new TreeSet<>();
    for (int i = 0; i < read + failed; i++) {
      boolean bad = i >= read;
      inputs.add(
          new Input(
              String.format("r%05d.jfr", i),
              "jfr",
              "d" + i,
              bad ? Input.Status.FAILED : Input.Status.READ,
              bad ? "It is empty." : "",
              LineCounts.NONE,
              Labels.NONE));
    }
    return inputs;
  }

  @Test
  void two_hundred_are_all_listed() {
    InputRows rows = InputRows.of(inputs(199, 1));
    assertThat(rows.shown()).hasSize(200);
    assertThat(rows.more()).isZero();
    assertThat(rows.hidesProblems()).isFalse();
  }

  @Test
  void of_more_than_that_those_with_problems_are_listed_for_certain() {
    InputRows rows = InputRows.of(inputs(10_000, 3));
    assertThat(rows.shown()).hasSize(200).isSorted();
    assertThat(rows.shown().stream().filter(one -> !one.problem().isEmpty())).hasSize(3);
    assertThat(rows.more()).isEqualTo(9803);
    assertThat(rows.hidesProblems()).isFalse();
  }

  @Test
  void it_is_said_when_problems_are_too_many() {
    InputRows rows = InputRows.of(inputs(10, 300));
    assertThat(rows.shown()).hasSize(200);
    assertThat(rows.more()).isEqualTo(110);
    assertThat(rows.hidesProblems()).isTrue();
  }
}
