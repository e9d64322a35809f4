package io.github.rustfit.engine.patterns;

/**
 * A pattern that costs CPU time or allocation where it is executed often.
 *
 * @param id its id, also the name of its page
 * @param title a few words
 * @param precision how often a match is worth a look
 * @param hotFrom share of CPU samples or of allocated bytes from which the method around it counts
 *     as hot, 0..1
 * @param costs what it costs, as the rest of a sentence that begins with the place
 * @param remedy the Java fix
 * @param confirmedBy what a recording holds at the line when it does cost
 * @param waits whether its cost is waiting, which no faster code shortens
 * @param saves what the fix was measured to save
 * @param witness tells that
 */
public record HotPattern(
    String id,
    String title,
    Precision precision,
    double hotFrom,
    String costs,
    String remedy,
    String confirmedBy,
    boolean waits,
    Saves saves,
    SampleFilter witness)
    implements SourcePattern {

  /**
   * What the fix saved where it was measured: {@code benchmarks/fixes/results.csv}, on the JDK on
   * which it saved more. 5 % is what counts.
   */
  public enum Saves {
    /** CPU time; also what was not measured. */
    CPU,
    /** Allocated bytes only: CPU samples at the line are no reason for it. */
    BYTES,
    /** Neither, or less than half of the bytes counted: it is listed, and never decides a gate. */
    NOTHING
  }

  /** Share from which a method is hot enough to be looked into. */
  static final double HOT = 0.01;

  /** A pattern of methods that own at least 1 %. */
  static HotPattern of(
      String id,
      String title,
      Precision precision,
      String costs,
      String remedy,
      String confirmedBy,
      SampleFilter witness) {
    return new HotPattern(
        id, title, precision, HOT, costs, remedy, confirmedBy, false, Saves.CPU, witness);
  }

  /** The same for methods that own at least this share only. */
  HotPattern from(double share) {
    return new HotPattern(
        id, title, precision, share, costs, remedy, confirmedBy, waits, saves, witness);
  }

  /** The same for one whose cost is waiting. */
  HotPattern waiting() {
    return new HotPattern(
        id, title, precision, hotFrom, costs, remedy, confirmedBy, true, saves, witness);
  }

  /** The same for one whose fix was measured to save no CPU. */
  HotPattern saving(Saves measured) {
    return new HotPattern(
        id, title, precision, hotFrom, costs, remedy, confirmedBy, waits, measured, witness);
  }
}
