package io.github.rustfit.samples.quarkusreadings.series;

/** What a meter has counted. JSON-B reads the fields. */
public class Day {

  static final int QUARTERS = 96;

  public int meter;

  /** The first quarter of an hour since 1970. */
  public long from;

  /** Watt-hours in each quarter of an hour. */
  public long[] used;

  /** Watt-hours in all of them. */
  public long total;
}
