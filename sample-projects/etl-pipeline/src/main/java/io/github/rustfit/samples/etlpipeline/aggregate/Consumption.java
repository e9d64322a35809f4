package io.github.rustfit.samples.etlpipeline.aggregate;

import io.github.rustfit.samples.etlpipeline.reading.Reading;
import io.github.rustfit.samples.etlpipeline.reading.Reading.Quality;
import java.util.Arrays;

/** What one register counted in each hour of the day. */
final class Consumption {
  private static final int HOURS = 24;

  private final long[] wattHours = new long[HOURS];
  private long readings;
  private long measured;
  private long highest;

  void add(Reading reading) {
    wattHours[reading.hour()] += reading.wattHours();
    readings++;
    highest = Math.max(highest, reading.wattHours());
    if (reading.quality() == Quality.MEASURED) {
      measured++;
    }
  }

  void add(Consumption other) {
    Arrays.setAll(wattHours, hour -> wattHours[hour] + other.wattHours[hour]);
    readings += other.readings;
    measured += other.measured;
    highest = Math.max(highest, other.highest);
  }

  void appendTo(StringBuilder line) {
    line.append(readings).append(',').append(measured).append(',').append(highest);
    for (long hour : wattHours) {
      line.append(',').append(hour);
    }
  }
}
