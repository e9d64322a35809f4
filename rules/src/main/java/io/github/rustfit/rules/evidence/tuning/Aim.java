package io.github.rustfit.rules.evidence.tuning;

/** What is to be little. */
public enum Aim {
  /** CPU time for a unit of work. */
  CPU("CPU time for the work", "CPU"),
  /** Time by the clock for a unit of work. */
  TIME("time by the clock for the work", "time"),
  /** The most physical memory that the processes had. */
  MEMORY("resident memory", "memory"),
  /** The latency that the load tells. */
  LATENCY("latency", "latency"),
  /** The longest pause of the collector in a run, by the JVM's log. */
  PAUSES("time in the longest pause", "pauses"),
  /** Time until the program is of use. */
  START_UP("time until it is of use", "start-up");

  private final String text;
  private final String word;

  Aim(String text, String word) {
    this.text = text;
    this.word = word;
  }

  /** Within a sentence: "takes less …". */
  public String text() {
    return text;
  }

  /** One word. */
  public String word() {
    return word;
  }
}
