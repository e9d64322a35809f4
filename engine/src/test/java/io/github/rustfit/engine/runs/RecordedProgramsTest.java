package io.github.rustfit.engine.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedProgramsTest {

  private static Input of(String service, String version, String host) {
    return new Input(
        host,
        "jfr",
        "aa",
        Input.Status.READ,
        "",
        LineCounts.NONE,
        new Labels(service, version, "", "", "", host, ""));
  }

  @Test
  void one_program_on_many_hosts_is_one() {
    List<Input> inputs = List.of(of("orders", "1.4", "a"), of("orders", "1.4", "b"));

    assertThat(RecordedPrograms.of(inputs)).isEqualTo("service orders, version 1.4");
    assertThat(RecordedPrograms.several(inputs)).isEmpty();
    assertThat(RecordedPrograms.of(List.of(of("", "", "a")))).isEmpty();
  }

  @Test
  void several_are_said() {
    List<Input> inputs =
        List.of(
            of("orders", "1", ""),
            of("orders", "2", ""),
            of("shop", "3", ""),
            of("", "4", ""),
            of("", "5", ""));

    assertThat(RecordedPrograms.of(inputs))
        .isEqualTo("services orders and shop, versions 1, 2, 3 and 2 more");
    assertThat(RecordedPrograms.several(inputs))
        .isEqualTo(
            "The inputs are of 2 services (orders and shop), 5 versions (1, 2, 3 and 2 more); shares"
                + " and rates are of all of them together.");
  }

  @Test
  void what_could_not_be_read_is_of_nothing() {
    Input failed =
        new Input(
            "x",
            "jfr",
            "",
            Input.Status.FAILED,
            "broken",
            LineCounts.NONE,
            new Labels("other", "", "", "", "", "", ""));

    assertThat(RecordedPrograms.several(List.of(failed, of("orders", "", "")))).isEmpty();
  }
}
