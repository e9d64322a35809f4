package io.github.rustfit.readers.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rustfit.rules.evidence.base.Labels;
import org.junit.jupiter.api.Test;

class PathLabelsTest {

  private static final PathLabels LAYOUT = PathLabels.of("{service}/{version}/{date}/{host}.jfr*");

  @Test
  void names_are_taken_from_the_end_of_the_path() {
    Labels labels = LAYOUT.labels("s3/bucket/orders/1.4.2/2026-11-30/node-7.jfr.gz");

    assertThat(labels).isEqualTo(new Labels("orders", "1.4.2", "", "", "", "node-7", "2026-11-30"));
    assertThat(LAYOUT.labels("orders/1.4.2/2026-11-30/node-7.jfr")).isEqualTo(labels);
    assertThat(LAYOUT.labels("1.4.2/2026-11-30/node-7.jfr")).isEqualTo(Labels.NONE);
    assertThat(LAYOUT.labels("orders/1.4.2/2026-11-30/gc.log")).isEqualTo(Labels.NONE);
    assertThat(PathLabels.of("{team}-{service}.jfr").labels("x/pay-orders-api.jfr"))
        .isEqualTo(Labels.NONE.with("team", "pay").with("service", "orders-api"));
  }

  @Test
  void what_is_special_elsewhere_stands_for_itself() {
    PathLabels pattern = PathLabels.of("a+b(c)/{service}.jfr");

    assertThat(pattern.labels("a+b(c)/x.jfr").service()).isEqualTo("x");
    assertThat(pattern.labels("aab(c)/x.jfr")).isEqualTo(Labels.NONE);
    assertThat(pattern.labels("a+b(c)/xyjfr")).isEqualTo(Labels.NONE);
  }

  @Test
  void a_host_that_is_not_kept_leaves_the_path() {
    String path = "orders/1.4.2/2026-11-30/node-7.jfr";

    assertThat(LAYOUT.shown(path, Hosts.KEEP)).isEqualTo(path);
    assertThat(LAYOUT.shown(path, Hosts.DROP)).isEqualTo("orders/1.4.2/2026-11-30/-.jfr");
    // printf node-7 | sha256sum
    assertThat(LAYOUT.shown(path, Hosts.HASH))
        .isEqualTo("orders/1.4.2/2026-11-30/c346d3879a21.jfr");
    assertThat(LAYOUT.shown("other/node-7.txt", Hosts.DROP)).isEqualTo("other/node-7.txt");
  }

  @Test
  void a_pattern_that_is_none_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathLabels.of("{servce}.jfr"))
        .withMessage(
            "{servce} is no label; they are service, version, environment, team, commit, host,"
                + " start");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathLabels.of("{date}/{start}"))
        .withMessage("start is there twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathLabels.of("*.jfr"))
        .withMessage("it has no label, as {service}");
  }
}
