package io.github.rustfit.rules.evidence.base;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A recording or log that was offered, and what became of it.
 *
 * @param path relative to the project's root, with {@code /}; an archive's entry is named {@code
 *     archive.zip!/entry}; where only a part of it was looked at, that part follows behind a {@code
 *     #}
 * @param kind id of its {@link InputKind}; {@link InputKind#UNKNOWN} when no reader claims it, or
 *     {@link InputKind#ARCHIVE}
 * @param sha256 digest of the uncompressed content, lower-case hexadecimal; of a part of it, of
 *     that digest and what follows its path; empty when it could not be read at all
 * @param status how much of it was read
 * @param problem what went wrong, how far it was read, and the remedy; empty when all is well
 * @param lines what became of its lines; {@link LineCounts#NONE} when it has none
 * @param labels of which program it is; {@link Labels#NONE} where nobody says
 */
public record Input(
    String path,
    String kind,
    String sha256,
    Status status,
    String problem,
    LineCounts lines,
    Labels labels)
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
          .thenComparing(Input::lines)
          .thenComparing(Input::labels);

  private static final Pattern PART =
      Pattern.compile("#(from=[^,#]+(,|$))?(to=[^,#]+(,|$))?(skipStartup)?$");

  public Input {
    if ((status == Status.READ) != problem.isEmpty()) {
      throw new IllegalArgumentException(path + ": status " + status + " with '" + problem + "'");
    }
  }

  /**
   * What was looked at of it, as {@code from=60s,to=5m}, where its path ends with that behind a
   * {@code #}; empty for all of it.
   */
  public String part() {
    int begin = path.lastIndexOf('#');
    return begin > 0 && PART.matcher(path).find(begin) ? path.substring(begin + 1) : "";
  }

  /** Its path without what was looked at of it. */
  public String file() {
    String part = part();
    return part.isEmpty() ? path : path.substring(0, path.length() - part.length() - 1);
  }

  /** The same of this program, by this name. */
  public Input labelled(String name, Labels others) {
    return new Input(name, kind, sha256, status, problem, lines, others);
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
