package io.github.rustfit.rules.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are written by hand. */
class FormatTest {

  @Test
  void a_small_ratio_keeps_two_digits_that_count() {
    assertThat(Format.ratio(0.351, 0.33, 0.3749)).isEqualTo("0.35× (0.33 – 0.37)");
    assertThat(Format.ratio(1.3)).isEqualTo("1.30×");
    assertThat(Format.ratio(0.1)).isEqualTo("0.10×");
    assertThat(Format.ratio(0.0953)).isEqualTo("0.095×");
    assertThat(Format.ratio(0.00476, 0.0041, 0.01)).isEqualTo("0.0048× (0.0041 – 0.0100)");
    assertThat(Format.ratio(0)).isEqualTo("0.00×");
  }

  /** The seconds are what {@code date -u -d 2000-02-29 +%s} prints, and one less. */
  @ParameterizedTest
  @CsvSource({
    "-1, 1969-12-31",
    "0, 1970-01-01",
    "951782399, 2000-02-28",
    "951782400, 2000-02-29",
    "951868800, 2000-03-01",
    "1772236800, 2026-02-28",
    "4107542399, 2100-02-28",
    "4107542400, 2100-03-01"
  })
  void days_are_those_of_the_calendar(long seconds, String day) {
    assertThat(Format.day(seconds)).isEqualTo(day);
  }

  @Test
  void days_beyond_four_digit_years_are_the_nearest_of_those() {
    assertThat(Format.day(Long.MAX_VALUE)).isEqualTo("9999-12-31");
    assertThat(Format.day(Long.MIN_VALUE)).isEqualTo("0000-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "20, 20",
    "99.9, 99.9",
    "0.5, 0.5",
    "1.2345, 1.235",
    "0.0004, 0",
    "2.0004, 2",
    "100, 100",
    "-30, -30",
    "1500, 1500",
    "1.5, 1.5",
    "1e15, 1000000000000000"
  })
  void numbers_have_no_superfluous_zeros(double value, String text) {
    assertThat(Format.number(value)).isEqualTo(text);
  }

  @Test
  void shares_are_percentages_with_their_interval() {
    assertThat(Format.percent(0.312)).isEqualTo("31.2 %");
    assertThat(Format.percent(new Share(0.312, 0.308, 0.316, 9))).isEqualTo("31.2 % (30.8–31.6 %)");
  }

  @Test
  void whole_nanoseconds_and_fractional_milliseconds_print_alike() {
    assertThat(Format.millis(48_300_000L)).isEqualTo("48.3 ms");
    assertThat(Format.millis(48.3)).isEqualTo("48.3 ms");
    assertThat(Format.millis(100_000L)).isEqualTo("0.100 ms");
    assertThat(Format.millis(1_000_000L)).isEqualTo("1.0 ms");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "1503238553, 1.4 GiB",
    "1125899906842624, 1.0 PiB",
    "1152921504606846976, 1024.0 PiB"
  })
  void bytes_use_the_largest_unit_that_keeps_them_above_one(double bytes, String text) {
    assertThat(Format.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void an_unbounded_factor_is_infinite() {
    assertThat(Format.factor(1.254)).isEqualTo("1.25×");
    assertThat(Format.factor(1 / 0.0)).isEqualTo("∞");
  }

  @Test
  void the_machines_locale_does_not_matter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Format.count(12_345)).isEqualTo("12,345");
      assertThat(Format.percent(0.5)).isEqualTo("50.0 %");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void money_is_in_whole_units_and_nothing_is_no_debt() {
    assertThat(Format.money(-1_409_379.6)).isEqualTo("-1,409,380");
    assertThat(Format.money(-0.2)).isEqualTo("0");
    assertThat(Format.money(1e21)).isEqualTo("1,000,000,000,000,000,000,000");
  }
}
