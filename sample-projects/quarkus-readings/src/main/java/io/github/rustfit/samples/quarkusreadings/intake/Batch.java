package io.github.rustfit.samples.quarkusreadings.intake;

import java.util.List;

/** What a gateway has collected from the meters around it. JSON-B fills the fields. */
public class Batch {

  public String gateway;
  public List<Reading> readings;

  /** The counter of a meter at the end of a quarter of an hour. */
  public static class Reading {
    public int meter;

    /** Quarters of an hour since 1970. */
    public long quarter;

    /** Watt-hours, ever growing. */
    public long counter;

    /** Volts. */
    public double voltage;

    public String quality;
  }
}
