package io.github.rustfit.engine.tuning;

import static io.github.rustfit.rules.testing.ATuning.GIB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TunedTest {

  @Test
  void a_limit_is_read_in_every_unit() {
    assertThat(Tuned.limit(List.of("-Xss1m", "-Xmx2g"))).isEqualTo(2 * GIB);
    assertThat(Tuned.limit(List.of("-Xmx512M"))).isEqualTo(GIB / 2);
    assertThat(Tuned.limit(List.of("-Xmx1048576k"))).isEqualTo(GIB);
    assertThat(Tuned.limit(List.of("-Xmx1073741824"))).isEqualTo(GIB);
    assertThat(Tuned.limit(List.of("-XX:MaxRAMPercentage=50"))).isZero();
  }
}
