package pairs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** {@code date-format-per-call}: days as text. */
final class DateFormatPerCall implements Pair {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private final int[] days = Input.numbers(1000, 20_000);

  @Override
  public long before() {
    long sum = 0;
    for (int day : days) {
      sum += day(LocalDate.ofEpochDay(day)).hashCode();
    }
    return sum;
  }

  private static String day(TemporalAccessor time) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd").format(time);
  }

  @Override
  public long after() {
    long sum = 0;
    for (int day : days) {
      sum += DAY.format(LocalDate.ofEpochDay(day)).hashCode();
    }
    return sum;
  }
}
