package io.github.rustfit.rules.evidence.base;

import java.util.Comparator;

/**
 * A recording or log that was offered, and what became of it.
 *
 * @param path relative to the project's root, with {@code /}; an archive's entry is named {@code
 *     archive.zip!/entry}
 * @param kind id of its {@link InputKind}; {@link InputKind#UNKNOWN} when no reader claims it, or
 *     {@link InputKind#ARCHIVE}
 * @param sha256 digest of the uncompressed content, lower-case hexadecimal; empty when it could not
 *     be read at all
 * @param status how much of it was read
 * @param problem what went wrong, how far it was read, and the remedy; empty when all is well
 * @param lines what became of its lines; {@link LineCounts#NONE} when it has none
 */
public record Input(
    String path, String kind, String sha256, Status status, String problem, LineCounts lines)
    implements Comparable<Input> {

  /** How much of an input was read. */
  public enum Status {
    /** All of it. */
    READ,
    /** Up to a damaged place; what was read is kept. */
    PARTIAL,
    /** Nothing usable. */
    FAILED
  }

  private static final Comparator<Input> ORDER =
      Comparator.comparing(Input::path)
          .thenComparing(Input::kind)
          .thenComparing(Input::sha256)
          .thenComparing(Input::status)
          .thenComparing(Input::problem)
          .thenComparing(Input::lines);

  public Input {
    if ((status == Status.READ) != problem.isEmpty()) {
      throw new IllegalArgumentException(path + ": status " + status + " with '" + problem + "'");
    }
  }

  /** Whether it is a GC log rather than a recording: see {@link InputKind}. */
  public boolean gcLog() {
    return InputKind.gcLog(kind);
  }

  @Override
  public int compareTo(Input other) {
    return ORDER.compare(this, other);
  }
}
