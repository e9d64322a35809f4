package io.github.rustfit.trial.starter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void a_comment_stays_a_comment() {
    assertThat(Text.comment("a*/ b /* c\nd\re\u2028f\\u000ag\u202eh"))
        .isEqualTo("a* / b / * c?d?e?f?u000ag?h");
    assertThat(Text.comment("größe ☃ 日本")).isEqualTo("größe ☃ 日本");
  }

  @Test
  void a_code_span_and_a_table_stay_what_they_are() {
    assertThat(Text.span("a`b|c\nd")).isEqualTo("a?b?c?d");
  }

  @Test
  void a_literal_stays_a_literal() {
    assertThat(Text.literal("a\"b\\u0022c\nd")).isEqualTo("a\\\"b\\\\u0022c?d");
  }

  @Test
  void what_is_filled_into_a_template_is_not_looked_at_again() {
    assertThat(Template.named("core.toml").with("slug", "{{slug}}").filled())
        .contains("rustfit-{{slug}}-core");
  }
}
