package io.github.rustfit.samples.etlpipeline.reading;

/**
 * What one meter reported.
 *
 * @param meter number of the meter
 * @param register which of its registers, for example 180 for energy drawn
 * @param hour hour of the day, 0 to 23
 * @param wattHours since the reading before
 * @param quality how it came about
 */
public record Reading(int meter, int register, int hour, long wattHours, Quality quality) {

  /** How a reading came about. */
  public enum Quality {
    MEASURED,
    ESTIMATED,
    CORRECTED
  }
}
