package io.github.rustfit.readers.yaml;

import io.github.rustfit.rules.evidence.base.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What is wrong with one file, in the order of its lines. */
public final class YamlProblems {

  /** More than these nobody reads; the rest is counted. */
  private static final int SHOWN = 100;

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at).thenComparing(Entry::what).thenComparing(Entry::remedy);

  private final String path;
  private final TreeSet<Entry> entries = new TreeSet<>(ORDER);

  private record Entry(Location at, String what, String remedy) {}

  /**
   * No problem so far.
   *
   * @param path of the file, as people know it
   */
  public YamlProblems(String path) {
    this.path = path;
  }

  /**
   * Adds one.
   *
   * @param at where; {@link Location#NONE} for the whole file
   * @param what what is wrong, without a full stop
   * @param remedy what to do about it, in one sentence or two
   */
  public void add(Location at, String what, String remedy) {
    entries.add(new Entry(at, what, remedy));
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The problems by line and column; each message says "line L, column C" when it has a place. */
  public List<Problem> toList() {
    List<Problem> problems = new ArrayList<>();
    entries.stream()
        .limit(SHOWN)
        .map(entry -> new Problem(file(entry), entry.at.line(), message(entry), entry.remedy))
        .forEach(problems::add);
    int hidden = entries.size() - problems.size();
    if (hidden > 0) {
      problems.add(
          new Problem(
              path, 0, "There are " + hidden + " more problems.", "Solve the first ones first."));
    }
    return List.copyOf(problems);
  }

  private String file(Entry entry) {
    return entry.at.file().isEmpty() ? path : entry.at.file();
  }

  private static String message(Entry entry) {
    return entry.at.line() == 0
        ? entry.what + "."
        : entry.what + " (line " + entry.at.line() + ", column " + entry.at.column() + ").";
  }
}
