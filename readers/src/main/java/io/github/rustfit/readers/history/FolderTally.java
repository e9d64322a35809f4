package io.github.rustfit.readers.history;

import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is being counted of one folder. */
final class FolderTally {

  private long commits;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long added;
  private long deleted;
  private long lines;
  private final SortedMap<String, Long> authors = new TreeMap<>();
  private final SortedSet<FixCommit> fixes = new TreeSet<>();

  void commit(long seconds) {
    commits++;
    first = Math.min(first, seconds);
    last = Math.max(last, seconds);
  }

  void author(String hash) {
    authors.merge(hash, 1L, Long::sum);
  }

  void change(SourceLines.Delta delta) {
    added += delta.added();
    deleted += delta.deleted();
  }

  void lines(long more) {
    lines += more;
  }

  void fix(FixCommit fix) {
    fixes.add(fix);
  }

  /** Whether any commit touches it: a folder that git does not know has no history. */
  boolean known() {
    return commits > 0;
  }

  FolderHistory done() {
    return new FolderHistory(commits, first, last, added, deleted, lines, authors, fixes);
  }
}
