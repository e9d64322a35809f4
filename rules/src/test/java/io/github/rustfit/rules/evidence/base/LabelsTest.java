package io.github.rustfit.rules.evidence.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.testing.Records;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

  private static final Labels SHOP =
      new Labels("shop", "1.2", "production", "checkout", "c0ffee", "pod-7", "2026-11-30T09:05Z");

  @Test
  void each_value_has_its_name() {
    assertThat(SHOP.values())
        .containsExactly(
            "shop", "1.2", "production", "checkout", "c0ffee", "pod-7", "2026-11-30T09:05Z");
    assertThat(Labels.of(SHOP.values())).isEqualTo(SHOP);
    assertThat(Labels.NAMES.stream().map(SHOP::value).toList()).isEqualTo(SHOP.values());
    assertThat(SHOP.value("team")).isEqualTo("checkout");
  }

  @Test
  void another_value_takes_the_place_of_one_and_leaves_the_others() {
    assertThat(SHOP.with("version", "1.3").values())
        .containsExactly(
            "shop", "1.3", "production", "checkout", "c0ffee", "pod-7", "2026-11-30T09:05Z");
  }

  @Test
  void what_one_does_not_say_the_other_may() {
    Labels other = Labels.NONE.with("service", "billing").with("host", "pod-9");

    assertThat(Labels.NONE.with("service", "shop").or(other))
        .isEqualTo(Labels.NONE.with("service", "shop").with("host", "pod-9"));
    assertThat(Labels.NONE.or(SHOP)).isEqualTo(SHOP);
    assertThat(SHOP.or(Labels.NONE)).isEqualTo(SHOP);
  }

  @Test
  void only_what_both_say_can_stand_against_each_other() {
    Labels other = Labels.NONE.with("service", "billing").with("version", "1.2");

    assertThat(SHOP.against(other)).containsExactly("service");
    assertThat(other.against(SHOP)).containsExactly("service");
    assertThat(SHOP.against(SHOP)).isEmpty();
    assertThat(SHOP.against(Labels.NONE)).isEmpty();
    assertThat(Labels.NONE.against(SHOP)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" shop", "shop ", "shop\nbilling", "a\u0007b", "a\tb"})
  void a_value_is_one_line_without_space_around_it(String text) {
    assertThat(Labels.isValue(text)).isFalse();
    assertThatThrownBy(() -> Labels.NONE.with("team", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label");
  }

  @Test
  void a_value_has_200_characters_at_most() {
    assertThat(Labels.isValue("x".repeat(200))).isTrue();
    assertThat(Labels.isValue("x".repeat(201))).isFalse();
    assertThat(Labels.isValue("")).isTrue();
    assertThat(Labels.isValue("two words")).isTrue();
  }

  @Test
  void labels_stand_by_their_parts_in_order() {
    Records.stand(
        List.of(
            new Labels("a", "b", "b", "b", "b", "b", "b"),
            new Labels("b", "a", "b", "b", "b", "b", "b"),
            new Labels("b", "b", "a", "b", "b", "b", "b"),
            new Labels("b", "b", "b", "a", "b", "b", "b"),
            new Labels("b", "b", "b", "b", "a", "b", "b"),
            new Labels("b", "b", "b", "b", "b", "a", "b"),
            new Labels("b", "b", "b", "b", "b", "b", "a"),
            new Labels("b", "b", "b", "b", "b", "b", "b")));
  }
}
