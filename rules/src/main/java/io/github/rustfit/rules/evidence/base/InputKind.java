package io.github.rustfit.rules.evidence.base;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kind of recording or log a reader reads.
 *
 * <p>The id alone goes into {@code report.json} and {@code evidence.json}, so it also tells what
 * such an input holds: {@code gc-log}, and every id that ends in {@code -gc-log}, is the JVM's own
 * record of its collections; all others are recordings, whose facts of collections accompany
 * samples. The two are looked for by different parameters, and a log tells of collections before a
 * recording does.
 *
 * @param id lower-case words joined by hyphens, e.g. {@code jfr}
 */
public record InputKind(String id) implements Comparable<InputKind> {

  /** What an input is called that no reader claims. */
  public static final String UNKNOWN = "unknown";

  /** What an archive is called that cannot be opened to its end. */
  public static final String ARCHIVE = "zip";

  private static final Set<String> TAKEN = Set.of(UNKNOWN, ARCHIVE);
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** A JFR recording. */
  public static final InputKind JFR = new InputKind("jfr");

  /** A GC log of HotSpot. */
  public static final InputKind GC_LOG = new InputKind("gc-log");

  /** Collapsed stacks. */
  public static final InputKind COLLAPSED = new InputKind("collapsed");

  /** A profile in pprof's format. */
  public static final InputKind PPROF = new InputKind("pprof");

  /** Profiles of OpenTelemetry, in the public alpha of their format. */
  public static final InputKind OTLP = new InputKind("otlp");

  /** Counts of calls by rustfit's own agent, with captured calls that nobody looks at. */
  public static final InputKind CAPTURE = new InputKind("capture");

  public InputKind {
    if (!ID.matcher(id).matches() || TAKEN.contains(id)) {
      throw new IllegalArgumentException("not a kind of input: '" + id + "'");
    }
  }

  /** Whether such inputs are GC logs. */
  public boolean gcLog() {
    return gcLog(id);
  }

  /** The same of an id that was read from a file, whoever wrote it. */
  static boolean gcLog(String id) {
    return id.equals("gc-log") || id.endsWith("-gc-log");
  }

  @Override
  public int compareTo(InputKind other) {
    return id.compareTo(other.id);
  }
}
