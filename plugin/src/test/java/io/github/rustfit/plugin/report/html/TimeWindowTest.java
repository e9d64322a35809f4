package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.fixture.CacheService;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

  private static final String FIXED =
      "Zooming changes no share and no other figure of this page: their window is fixed, ";
  private static final String OTHERS =
      "; rustfit.from, rustfit.to and rustfit.skipStartup choose another.";

  @Test
  void all_is_looked_at_unless_a_part_is_asked_for() {
    assertThat(new TimeWindow(List.of(), false, 0).sentence())
        .isEqualTo(
            FIXED + "all that was recorded and logged, of which no start-up is left out" + OTHERS);
  }

  @Test
  void a_part_and_the_end_of_start_up_are_named() {
    TimeWindow part = new TimeWindow(List.of("from 60s, skipStartup"), true, 32_000_000_000L);
    assertThat(part.skipsStartUp()).isTrue();
    assertThat(part.sentence())
        .isEqualTo(
            FIXED
                + "only a part: from 60s, skipStartup; compiling had died down 32 s after the start"
                + " of the JVM"
                + OTHERS);
    assertThat(new TimeWindow(List.of("to 5m"), false, 0).sentence())
        .isEqualTo(FIXED + "of some inputs only a part: to 5m" + OTHERS);
  }

  @Test
  void it_stands_beside_the_timeline() throws IOException {
    assertThat(HtmlReportTest.page(CacheService.assessment()).select("#pauses").text())
        .contains(TimeWindow.of(CacheService.assessment()).sentence());
  }
}
