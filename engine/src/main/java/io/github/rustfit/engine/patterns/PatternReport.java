package io.github.rustfit.engine.patterns;

import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the source of a component shows, whatever a recording says.
 *
 * @param counts number of matches by pattern
 * @param candidates every match that is no finding, at most {@link #MOST}; empty unless asked for
 */
public record PatternReport(SortedMap<String, Integer> counts, List<Finding> candidates) {

  /** Most candidates that are listed of one component. */
  public static final int MOST = 1000;

  /** No match. */
  public static final PatternReport EMPTY =
      new PatternReport(Collections.emptySortedMap(), List.of());

  private record Line(String pattern, String file, int line) {}

  public PatternReport {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    candidates = List.copyOf(candidates);
  }

  /**
   * The report of these files.
   *
   * @param findings what is reported already
   * @param list whether to list candidates
   */
  public static PatternReport of(
      Collection<SourceFile> sources, Collection<Finding> findings, boolean list) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    List<Finding> candidates = new ArrayList<>();
    Set<Line> reported = new HashSet<>();
    findings.forEach(one -> reported.add(new Line(one.rule(), one.file(), one.line())));
    for (SourceFile file : sources) {
      for (PatternMatch match : file.patterns()) {
        counts.merge(match.pattern(), 1, Integer::sum);
        boolean open =
            list
                && candidates.size() < MOST
                && !reported.contains(new Line(match.pattern(), file.path(), match.firstLine()));
        if (open) {
          Patterns.find(match.pattern())
              .ifPresent(pattern -> candidates.add(candidate(pattern, file, match)));
        }
      }
    }
    return new PatternReport(counts, candidates);
  }

  private static Finding candidate(SourcePattern pattern, SourceFile file, PatternMatch match) {
    return new Finding(
        pattern.id(),
        Matches.id(match),
        Level.NOTE,
        file.path(),
        match.firstLine(),
        pattern.title()
            + Matches.subject(match)
            + " in "
            + Matches.place(match)
            + ": a match in the source, not judged.",
        pattern.remedy(),
        false,
        false,
        Finding.Measured.NOTHING);
  }
}
