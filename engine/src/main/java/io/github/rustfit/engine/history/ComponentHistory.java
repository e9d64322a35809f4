package io.github.rustfit.engine.history;

import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The history of a component: that of all folders which hold its shipped sources. Two components
 * that share a folder share its history.
 *
 * @param head the commit it ends at; of several repositories the one with the latest
 * @param headSeconds when that was committed, in seconds since 1970-01-01 UTC
 * @param shallow whether commits are missing that the repository elsewhere has
 * @param coversYear whether every commit of the last 12 months was read
 * @param coversFixes whether every commit of the last 24 months was read
 * @param folders history of each of its folders
 * @param otherLanguages files in other languages, by kind, in the whole repository
 */
public record ComponentHistory(
    String head,
    long headSeconds,
    boolean shallow,
    boolean coversYear,
    boolean coversFixes,
    List<FolderHistory> folders,
    SortedMap<String, Long> otherLanguages) {

  private static final Comparator<History> LATEST =
      Comparator.comparingLong(History::headSeconds).thenComparing(History::head);

  public ComponentHistory {
    folders = List.copyOf(folders);
    otherLanguages = Collections.unmodifiableSortedMap(new TreeMap<>(otherLanguages));
  }

  /** The history of the component that the context is about; empty if no commit touches it. */
  public static Optional<ComponentHistory> of(RuleContext context) {
    return of(context.sources(), context.repository());
  }

  /** The history of shipped sources; of a folder that several repositories know, the latest. */
  public static Optional<ComponentHistory> of(
      Collection<SourceFile> sources, RepositoryEvidence repository) {
    SortedSet<String> names = new TreeSet<>();
    sources.forEach(file -> names.add(folder(file.path())));
    List<FolderHistory> folders = new ArrayList<>();
    SortedSet<History> used = new TreeSet<>(LATEST);
    for (String name : names) {
      repository.histories().values().stream()
          .filter(history -> history.folders().containsKey(name))
          .max(LATEST)
          .ifPresent(
              history -> {
                used.add(history);
                Optional.ofNullable(history.folders().get(name)).ifPresent(folders::add);
              });
    }
    if (used.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Long> others = new TreeMap<>();
    used.forEach(
        history -> history.otherLanguages().forEach((k, n) -> others.merge(k, n, Long::sum)));
    return Optional.of(
        new ComponentHistory(
            used.last().head(),
            used.last().headSeconds(),
            used.stream().anyMatch(History::shallow),
            used.stream().allMatch(history -> history.covers(History.YEAR_SECONDS)),
            used.stream().allMatch(history -> history.covers(History.FIX_SECONDS)),
            folders,
            others));
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Changes of folders by commits: a commit counts once for each folder that it touches. */
  public long changes() {
    return folders.stream().mapToLong(FolderHistory::commits).sum();
  }

  /** When its first known commit was made, in seconds since 1970-01-01 UTC. */
  public long firstSeconds() {
    return folders.stream().mapToLong(FolderHistory::firstSeconds).min().orElse(headSeconds);
  }

  /** When its last commit was made, in seconds since 1970-01-01 UTC. */
  public long lastSeconds() {
    return folders.stream().mapToLong(FolderHistory::lastSeconds).max().orElse(headSeconds);
  }

  /** Whether it is known to be at least 12 months old. */
  public boolean olderThanYear() {
    return firstSeconds() <= headSeconds - History.YEAR_SECONDS;
  }

  /** Lines of its shipped sources. */
  public long lines() {
    return folders.stream().mapToLong(FolderHistory::lines).sum();
  }

  /** Lines added in the last 12 months; a changed line is one added and one deleted. */
  public long linesAdded() {
    return folders.stream().mapToLong(FolderHistory::linesAdded).sum();
  }

  /** Lines deleted in the last 12 months. */
  public long linesDeleted() {
    return folders.stream().mapToLong(FolderHistory::linesDeleted).sum();
  }

  /**
   * Added and changed lines of the last 12 months as a share of its lines, at times above 1: the
   * relative churn of N. Nagappan and T. Ball, "Use of relative code churn measures to predict
   * system defect density", ICSE 2005, measure M1. Empty if it has no lines.
   */
  public OptionalDouble churn() {
    return lines() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) linesAdded() / lines());
  }

  /** Changes of the last 12 months by who made them, most first. */
  public List<Long> changesByAuthor() {
    SortedMap<String, Long> authors = new TreeMap<>();
    folders.forEach(
        folder -> folder.authors().forEach((who, n) -> authors.merge(who, n, Long::sum)));
    return authors.values().stream().sorted(Comparator.reverseOrder()).toList();
  }

  /**
   * Fewest people who together made more than half of the changes of the last 12 months; 0 without
   * changes. Simpler than the truck factor of G. Avelino et al. ("A novel approach for estimating
   * truck factors", ICPC 2016), which asks the same of the authorship of files.
   */
  public int busFactor() {
    List<Long> changes = changesByAuthor();
    long all = changes.stream().mapToLong(Long::longValue).sum();
    long sum = 0;
    int people = 0;
    while (people < changes.size() && 2 * sum <= all) {
      sum += changes.get(people++);
    }
    return people;
  }

  /**
   * Fixes of the last 24 months, newest first; each once, with all that its changes in any of the
   * folders show.
   */
  public SortedSet<FixCommit> fixes() {
    SortedMap<String, FixCommit> all = new TreeMap<>();
    folders.forEach(
        folder -> folder.fixes().forEach(fix -> all.merge(fix.id(), fix, ComponentHistory::both)));
    return new TreeSet<>(all.values());
  }

  private static FixCommit both(FixCommit one, FixCommit other) {
    SortedSet<FixClass> classes = new TreeSet<>(one.classes());
    classes.addAll(other.classes());
    return new FixCommit(one.id(), Math.max(one.seconds(), other.seconds()), classes);
  }

  /** Fixes that say or show a defect which Rust's compiler refuses, newest first. */
  public List<FixCommit> fixesForRust() {
    return fixes().stream()
        .filter(fix -> fix.classes().stream().anyMatch(FixClass::speaksForRust))
        .toList();
  }

  /** The part of {@link #fixesForRust} in all fixes. */
  public Share shareForRust() {
    return Share.wilson(fixesForRust().size(), fixes().size());
  }

  /** How many fixes say or show this kind of defect. */
  public long fixes(FixClass kind) {
    return fixes().stream().filter(fix -> fix.classes().contains(kind)).count();
  }
}
