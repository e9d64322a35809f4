package io.github.rustfit.readers.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  private static final List<String> KEYS =
      List.of("serviceLevel", "limits", "verdicts", "review-for-rust", "warning");

  @ParameterizedTest
  @CsvSource({
    "service_level, serviceLevel",
    "limit, limits",
    "vredicts, verdicts",
    "reviewForRust, review-for-rust",
    "warn, warning"
  })
  void a_slip_finds_what_was_meant(String written, String meant) {
    assertThat(Suggestion.of(written, KEYS)).contains(meant);
  }

  @Test
  void something_else_finds_nothing() {
    assertThat(Suggestion.of("thresholds", KEYS)).isEmpty();
    assertThat(Suggestion.of("l", KEYS)).isEmpty();
    assertThat(Suggestion.of("limits".repeat(100), KEYS)).isEmpty();
  }

  /** Hand-counted. */
  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "ab, ba, 1", "'', abc, 3", "same, same, 0", "CA, abc, 3"})
  void the_distance_counts_edits(String left, String right, int edits) {
    assertThat(Suggestion.distance(left, right)).isEqualTo(edits);
  }
}
