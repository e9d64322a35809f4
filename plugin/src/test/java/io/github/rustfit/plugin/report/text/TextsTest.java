package io.github.rustfit.plugin.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void cuts_between_characters_never_inside_one() {
    assertThat(Texts.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Texts.cut("abcdefg", 6)).isEqualTo("abc...");
    assertThat(Texts.cut("\uD83E\uDD80".repeat(7), 6)).isEqualTo("\uD83E\uDD80".repeat(3) + "...");
  }

  @Test
  void lines_break_between_words_and_a_path_stays_whole() {
    assertThat(Texts.wrap("one two three", 7, 9)).containsExactly("one two", "three");
    assertThat(Texts.wrap("see src/main/A.java:7 now", 8, 9))
        .containsExactly("see", "src/main/A.java:7", "now");
    assertThat(Texts.wrap("a b c d", 1, 2)).containsExactly("a", "b ...");
    assertThat(Texts.wrap("", 5, 2)).containsExactly("");
  }

  @Test
  void abridges_the_middle_and_says_how_much_is_missing() {
    assertThat(Texts.abridge("a".repeat(9) + "b".repeat(3), 8))
        .isEqualTo("aaaaaa … (4 characters more in report.json) … bb");
  }

  @Test
  void slugs_are_unique_and_fit_a_url() {
    Slugs slugs = new Slugs("component-");
    assertThat(slugs.next("Cache Service/Store")).isEqualTo("component-cache-service-store");
    assertThat(slugs.next("cache-service/store")).isEqualTo("component-cache-service-store-2");
    assertThat(slugs.next("缓存")).matches("component-[0-9a-f]+");
    assertThat(slugs.next("x".repeat(500))).hasSize("component-".length() + 60);
  }

  @Test
  void durations_read_in_two_units() {
    assertThat(Show.duration(0)).isEqualTo("unknown");
    assertThat(Show.duration(1_500_000_000L)).isEqualTo("1.5 s");
    assertThat(Show.duration(750_000_000_000L)).isEqualTo("12 min 30 s");
    assertThat(Show.duration(7_500_000_000_000L)).isEqualTo("2 h 5 min");
  }
}
