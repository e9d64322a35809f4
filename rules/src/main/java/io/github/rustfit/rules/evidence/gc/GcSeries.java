package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Which GC logs are parts of one series that rotation made, in the order of their content, and what
 * lies between the parts. A view of evidence, so it is the same whatever order evidence was merged
 * in.
 */
public final class GcSeries {

  /** A log whose beginning and end may lie in other files; copies have several names. */
  private record Part(String digest, List<LogName> names, GcRunPart first, GcRunPart last) {

    boolean oneRun() {
      return first.equals(last);
    }

    boolean mayFollow(Part before, BiPredicate<LogName, LogName> rule) {
      return names.stream()
          .anyMatch(name -> before.names.stream().anyMatch(b -> rule.test(name, b)));
    }
  }

  /** A place where a run goes on in another file. */
  private record Seam(Part before, Part after) {}

  private static final Comparator<Part> BY_TIME =
      Comparator.comparingLong((Part part) -> part.first.span().first())
          .thenComparingLong(part -> part.first.span().begin())
          .thenComparingLong(part -> part.last.span().last())
          .thenComparing(Part::digest);

  private final Collection<Input> inputs;
  private final Map<String, GcSummary> logs;
  private final Map<String, List<GcRunPart>> gcRuns;
  private final SortedSet<Part> parts = new TreeSet<>(BY_TIME);
  private final Map<String, List<Part>> bySeries = new HashMap<>();
  private final Map<Part, Seam> seams = new LinkedHashMap<>();

  private GcSeries(
      Collection<Input> inputs, Map<String, GcSummary> logs, Map<String, List<GcRunPart>> gcRuns) {
    this.inputs = inputs;
    this.logs = logs;
    this.gcRuns = gcRuns;
    Map<String, SortedSet<String>> paths = new HashMap<>();
    inputs.forEach(
        input -> paths.computeIfAbsent(input.sha256(), key -> new TreeSet<>()).add(input.path()));
    gcRuns.forEach(
        (digest, runs) -> {
          if (!runs.isEmpty() && logs.containsKey(digest)) {
            SortedSet<String> named = paths.getOrDefault(digest, new TreeSet<>());
            List<LogName> names = named.stream().map(LogName::of).toList();
            parts.add(new Part(digest, names, runs.get(0), runs.get(runs.size() - 1)));
          }
        });
    for (Part part : parts) {
      part.names.stream()
          .map(LogName::series)
          .distinct()
          .forEach(name -> bySeries.computeIfAbsent(name, key -> new ArrayList<>()).add(part));
    }
  }

  /**
   * The series that evidence holds.
   *
   * @param inputs what was offered, with its names
   * @param logs the GC logs that were read, by digest
   * @param gcRuns the first and the last run in each log, by digest
   */
  public static GcSeries of(
      Collection<Input> inputs, Map<String, GcSummary> logs, Map<String, List<GcRunPart>> gcRuns) {
    GcSeries series = new GcSeries(inputs, logs, gcRuns);
    series.join();
    return series;
  }

  /** What the names of all parts of the series share to which a log of this path belongs. */
  public static String name(String path) {
    return LogName.of(path).series();
  }

  private void join() {
    Set<Part> continued = new HashSet<>();
    Map<Part, GcRunPart.Ids> known = new HashMap<>();
    for (Part after : parts) {
      others(after)
          .filter(before -> !continued.contains(before))
          .filter(before -> follows(after, before, latest(before, known)))
          .min(
              Comparator.comparingLong(
                      (Part p) -> Math.abs(after.first.span().first() - p.last.span().last()))
                  .thenComparing(Part::digest))
          .ifPresent(
              before -> {
                continued.add(before);
                seams.put(after, new Seam(before, after));
                if (after.oneRun()) {
                  known.put(after, after.last.edges().closing().with(latest(before, known)));
                }
              });
    }
  }

  /** The other parts of its series. */
  private Stream<Part> others(Part part) {
    return part.names.stream()
        .map(LogName::series)
        .distinct()
        .flatMap(name -> bySeries.getOrDefault(name, List.of()).stream())
        .filter(other -> !other.equals(part));
  }

  private static GcRunPart.Ids latest(Part part, Map<Part, GcRunPart.Ids> known) {
    return known.getOrDefault(part, part.last.edges().closing());
  }

  private static boolean follows(Part after, Part before, GcRunPart.Ids known) {
    if (!after.first.continues(before.last, known)) {
      return false;
    }
    boolean numbered = !after.first.edges().opening().none() && !known.none();
    return numbered || after.mayFollow(before, LogName::mayFollow);
  }

  /** The sum of the logs, with what happened between the parts of each run. */
  public GcSummary across(GcSummary sum) {
    List<JoinedRun> runs = chains().stream().map(this::joined).toList();
    if (runs.isEmpty()) {
      return sum;
    }
    GcSummary all = sum;
    for (JoinedRun run : runs) {
      all = run.within(all);
    }
    return all.of(JoinedRun.largestLive(logs, runs), JoinedRun.utilisation(logs, runs));
  }

  /** The logs of each run: parts of one series together, every other log alone; by digest. */
  public List<SortedSet<String>> runs() {
    Map<String, SortedSet<String>> byDigest = new TreeMap<>();
    logs.keySet().forEach(digest -> byDigest.put(digest, new TreeSet<>(List.of(digest))));
    for (Seam seam : seams.values()) {
      SortedSet<String> joined =
          new TreeSet<>(Objects.requireNonNull(byDigest.get(seam.before.digest)));
      joined.addAll(Objects.requireNonNull(byDigest.get(seam.after.digest)));
      joined.forEach(digest -> byDigest.put(digest, joined));
    }
    return byDigest.values().stream().distinct().toList();
  }

  /** What the logs of each of these runs say together, as the one log that they are. */
  public SortedMap<String, GcSummary> joined() {
    SortedMap<String, GcSummary> joined = new TreeMap<>();
    for (SortedSet<String> run : runs()) {
      SortedMap<String, GcSummary> own = new TreeMap<>(logs);
      own.keySet().retainAll(run);
      joined.put(
          run.first(),
          of(inputs, own, gcRuns)
              .across(own.values().stream().reduce(GcSummary.EMPTY, GcSummary::merge)));
    }
    return joined;
  }

  /** The seams of each run, in the order of time. */
  private Collection<List<Seam>> chains() {
    SortedMap<Part, List<Seam>> byEnd = new TreeMap<>(BY_TIME);
    for (Part after : parts) {
      Seam seam = seams.get(after);
      if (seam != null) {
        List<Seam> chain = new ArrayList<>();
        List<Seam> earlier = seam.before.oneRun() ? byEnd.remove(seam.before) : null;
        chain.addAll(earlier == null ? List.of() : earlier);
        chain.add(seam);
        byEnd.put(after, chain);
      }
    }
    return byEnd.values();
  }

  private JoinedRun joined(List<Seam> chain) {
    List<JoinedRun.Piece> pieces = new ArrayList<>();
    Part opening = chain.get(0).before;
    pieces.add(piece(opening, opening.last, log(opening).details().runs().count()));
    chain.forEach(seam -> pieces.add(piece(seam.after, seam.after.first, 1)));
    return new JoinedRun(pieces);
  }

  private GcSummary log(Part part) {
    return Objects.requireNonNull(logs.get(part.digest));
  }

  private JoinedRun.Piece piece(Part part, GcRunPart run, long number) {
    GcSummary log = log(part);
    return new JoinedRun.Piece(
        run, log, log.details().runs().count() == 1, JoinedRun.history(log, number));
  }

  /** A problem for each log that goes on where no other part of its series ends. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (Part after : parts) {
      if (!seams.containsKey(after)
          && !after.first.span().fromStart()
          && others(after).anyMatch(before -> after.first.laterThan(before.last))) {
        problems.add(missing(after));
      }
    }
    return problems;
  }

  private static Problem missing(Part after) {
    long next = after.first.edges().opening().smallestAbove(GcRunPart.NONE);
    return new Problem(
        after.names.get(0).path(),
        0,
        "The GC log begins amid a run of a JVM"
            + (next == GcRunPart.NONE ? "" : ", with GC(" + next + ")")
            + ", and no other part of its series ends there: a part between them is missing, and"
            + " neither its time nor its pauses and allocation are counted.",
        "Add the missing part; if log rotation has overwritten it, let it keep more, e.g."
            + " -Xlog:gc*:file=gc.log::filecount=20,filesize=100m.");
  }
}
