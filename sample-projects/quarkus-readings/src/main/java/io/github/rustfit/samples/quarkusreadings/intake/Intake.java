package io.github.rustfit.samples.quarkusreadings.intake;

import io.github.rustfit.samples.quarkusreadings.series.Series;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes readings that can be true. */
@ApplicationScoped
public class Intake {

  private static final double LOWEST = 207; // 230 V less a tenth, as EN 50160 allows
  private static final double HIGHEST = 253;

  @Inject Series series;

  /** Keeps the good readings of a batch, and names the others. */
  public Receipt take(Batch batch) {
    Receipt receipt = new Receipt();
    for (Batch.Reading reading : batch.readings) {
      String fault = fault(reading);
      if (fault == null && series.add(reading.meter, reading.quarter, reading.counter)) {
        receipt.taken++;
      } else {
        receipt.refused.add(reading.meter + ": " + (fault == null ? "runs backwards" : fault));
      }
    }
    return receipt;
  }

  private static String fault(Batch.Reading reading) {
    if (!"measured".equals(reading.quality)) {
      return reading.quality;
    }
    return reading.voltage < LOWEST || reading.voltage > HIGHEST ? "voltage" : null;
  }
}
