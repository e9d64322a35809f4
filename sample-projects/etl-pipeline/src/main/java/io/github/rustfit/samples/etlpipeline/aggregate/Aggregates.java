package io.github.rustfit.samples.etlpipeline.aggregate;

import io.github.rustfit.samples.etlpipeline.reading.Reading;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Consumption by meter, register and hour. Not thread-safe: one for each thread, then merge. */
public final class Aggregates {
  private static final int LINE_LENGTH = 256;
  private static final Comparator<MeterRegister> ORDER =
      Comparator.comparingInt(MeterRegister::meter).thenComparingInt(MeterRegister::register);

  private final Map<MeterRegister, Consumption> byRegister = new HashMap<>();

  /** Adds a reading. */
  public void add(Reading reading) {
    byRegister
        .computeIfAbsent(
            new MeterRegister(reading.meter(), reading.register()), key -> new Consumption())
        .add(reading);
  }

  /** Adds all that another thread aggregated; the other one must not be used afterwards. */
  public void addAll(Aggregates other) {
    other.byRegister.forEach(
        (key, consumption) -> {
          Consumption mine = byRegister.putIfAbsent(key, consumption);
          if (mine != null) {
            mine.add(consumption);
          }
        });
  }

  /** How many registers have consumption. */
  public int size() {
    return byRegister.size();
  }

  /**
   * Writes one line a register, sorted by meter and register.
   *
   * @throws IOException if it cannot be written
   */
  public void writeTo(Writer out) throws IOException {
    List<MeterRegister> keys = byRegister.keySet().stream().sorted(ORDER).toList();
    StringBuilder line = new StringBuilder(LINE_LENGTH);
    for (MeterRegister key : keys) {
      line.setLength(0);
      line.append(key.meter()).append(',').append(key.register()).append(',');
      Consumption consumption = byRegister.get(key);
      if (consumption != null) {
        consumption.appendTo(line);
      }
      out.append(line.append('\n'));
    }
  }
}
