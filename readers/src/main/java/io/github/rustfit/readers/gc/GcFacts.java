package io.github.rustfit.readers.gc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The table of what shows which fact: of which JDKs and collectors, and with which option of a log
 * or which event of a recording. Where no row fits, a fact is unknown. Readers ask it before they
 * take silence for none, the reference page is made from it, and a test holds it against logs and
 * recordings of the JVMs at hand.
 */
public final class GcFacts {

  /** {@code -Xlog:gc}. */
  public static final String PLAIN = "gc";

  /** {@code -Xlog:gc*}. */
  public static final String DETAILED = "gc*";

  /** {@code -Xloggc:FILE}, {@code -XX:+PrintGC}. */
  public static final String LEGACY = "-Xloggc";

  /** What prints causes up to JDK 8, where it is the default. */
  public static final String LEGACY_CAUSES = "-XX:+PrintGCCause";

  /** What prints generations and CPU times up to JDK 8. */
  public static final String LEGACY_DETAILS = "-XX:+PrintGCDetails";

  /** Stands for every collector, also for one that is not known. */
  static final String EVERY = "*";

  private static final String TABLE = "/io/github/rustfit/readers/gc/facts.csv";
  private static final String COLUMNS = "fact,source,jdks,collectors,shown by";

  /** The newest JDK whose logs and recordings were tried. */
  private static final int NEWEST = 25;

  /**
   * One row.
   *
   * @param fact what is shown
   * @param source where
   * @param first first JDK that shows it
   * @param last last JDK that shows it; {@link Integer#MAX_VALUE} where the newest one does
   * @param collectors names as {@code GcSummary} has them, or {@link #EVERY}
   * @param shownBy options or events that are all needed; each is a name of its own
   */
  public record Row(
      GcFact fact,
      GcSource source,
      int first,
      int last,
      Set<String> collectors,
      Set<String> shownBy) {

    public Row {
      collectors = Set.copyOf(collectors);
      shownBy = Set.copyOf(shownBy);
      if (first < source.firstJdk() || last < first) {
        throw new IllegalArgumentException("JDK " + first + " to " + last + " of " + source);
      }
      if (collectors.isEmpty() || shownBy.isEmpty()) {
        throw new IllegalArgumentException("a row without collectors or without a way to show it");
      }
    }

    private boolean fits(@Nullable String collector) {
      return collectors.contains(EVERY) || (collector != null && collectors.contains(collector));
    }

    private boolean fits(int jdk) {
      return first <= jdk && jdk <= last;
    }
  }

  private static final GcFacts SHIPPED = shipped();

  private final List<Row> rows;

  private GcFacts(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The table that is part of this artifact. */
  public static GcFacts table() {
    return SHIPPED;
  }

  private static GcFacts shipped() {
    try (InputStream in = GcFacts.class.getResourceAsStream(TABLE)) {
      return parse(new String(Objects.requireNonNull(in, TABLE).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Parses a table.
   *
   * @throws IllegalArgumentException naming the line, when a row is none
   */
  static GcFacts parse(String table) {
    List<Row> rows = new ArrayList<>();
    List<String> lines = table.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(COLUMNS)) {
      throw new IllegalArgumentException("line 1: the columns are " + COLUMNS);
    }
    for (int i = 1; i < lines.size(); i++) {
      try {
        rows.add(row(lines.get(i).split(",", -1)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return new GcFacts(rows);
  }

  private static Row row(String[] cells) {
    if (cells.length != COLUMNS.split(",", -1).length) {
      throw new IllegalArgumentException(cells.length + " cells");
    }
    GcSource source = named(GcSource.values(), cells[1], GcSource::id);
    String[] jdks = cells[2].split("-", -1);
    boolean ends = jdks.length == 2 && !jdks[1].isEmpty();
    return new Row(
        named(GcFact.values(), cells[0], GcFact::id),
        source,
        Integer.parseInt(jdks[0]),
        ends ? Integer.parseInt(jdks[1]) : jdks.length == 1 ? Integer.parseInt(jdks[0]) : LATER,
        parts(cells[3], ";"),
        parts(cells[4], " & "));
  }

  private static final int LATER = Integer.MAX_VALUE;

  private static <T> T named(T[] all, String id, java.util.function.Function<T, String> ids) {
    return Arrays.stream(all)
        .filter(one -> ids.apply(one).equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown: " + id));
  }

  private static Set<String> parts(String cell, String separator) {
    return Set.of(cell.split(separator, -1));
  }

  /** All rows, in the order of the table. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * Whether a source shows the fact, so that its silence means none.
   *
   * @param collector name of the collector; {@code null} when unknown
   * @param jdk feature number of the JDK; 0 when unknown: of unified logs this is every one that
   *     has the collector, of other sources any that has the options or events
   * @param shown options or events that the source was made with
   */
  public boolean shows(
      GcFact fact, GcSource source, @Nullable String collector, int jdk, Set<String> shown) {
    if (jdk > 0) {
      return rows.stream()
          .anyMatch(
              row ->
                  is(row, fact, source, collector)
                      && row.fits(jdk)
                      && shown.containsAll(row.shownBy));
    }
    List<Row> fitting =
        rows.stream()
            .filter(row -> is(row, fact, source, collector) && shown.containsAll(row.shownBy))
            .toList();
    if (source == GcSource.LOG) {
      return everywhere(fitting, source, collector);
    }
    // What was recorded or printed there is something that this JDK has, unless it lost its
    // meaning.
    return fitting.stream().anyMatch(row -> row.last == source.lastJdk());
  }

  /** Whether some of these rows fits each JDK that has the collector. */
  private boolean everywhere(List<Row> fitting, GcSource source, @Nullable String collector) {
    if (fitting.isEmpty()) {
      return false;
    }
    for (int jdk = source.firstJdk(); jdk <= NEWEST; jdk++) {
      if (exists(source, collector, jdk) && !anyFits(fitting, jdk)) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyFits(List<Row> fitting, int jdk) {
    return fitting.stream().anyMatch(row -> row.fits(jdk));
  }

  /** Whether this JDK has the collector, as the rows that tell its name say. */
  private boolean exists(GcSource source, @Nullable String collector, int jdk) {
    return rows.stream()
        .anyMatch(row -> is(row, GcFact.COLLECTOR, source, collector) && row.fits(jdk));
  }

  private static boolean is(Row row, GcFact fact, GcSource source, @Nullable String collector) {
    return row.fact == fact && row.source == source && row.fits(collector);
  }

  /** The incidents that a source shows; see {@link #shows}. */
  public Set<GcIncident> incidents(
      GcSource source, @Nullable String collector, int jdk, Set<String> shown) {
    Set<GcIncident> told = EnumSet.noneOf(GcIncident.class);
    for (GcFact fact : GcFact.values()) {
      fact.incident()
          .filter(incident -> shows(fact, source, collector, jdk, shown))
          .ifPresent(told::add);
    }
    return told;
  }

  /**
   * What would show the fact of this collector and JDK: each entry is enough by itself. Empty where
   * nothing does.
   */
  public List<Set<String>> wouldShow(GcFact fact, GcSource source, String collector, int jdk) {
    return rows.stream()
        .filter(row -> is(row, fact, source, collector) && row.fits(jdk))
        .map(row -> (Set<String>) new TreeSet<>(row.shownBy))
        .toList();
  }
}
