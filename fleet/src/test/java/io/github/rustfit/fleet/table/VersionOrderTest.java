package io.github.rustfit.fleet.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VersionOrderTest {

  @Test
  void numbers_count_as_numbers_and_candidates_come_before() {
    List<String> ordered =
        List.of(
            "1.2",
            "1.9",
            "1.10-SNAPSHOT",
            "1.10-rc1",
            "1.10-rc2",
            "1.10",
            "1.10.1",
            "2",
            "10",
            "99999999999999999999");
    List<String> mixed = new ArrayList<>(ordered);
    Collections.shuffle(mixed, new Random(7));
    mixed.sort(VersionOrder::compare);
    assertThat(mixed).containsExactlyElementsOf(ordered);
  }
}
