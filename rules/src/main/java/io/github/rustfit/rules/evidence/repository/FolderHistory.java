package io.github.rustfit.rules.evidence.repository;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the commits that touch the shipped sources of one folder say, merges excluded. A commit from
 * before a folder was moved counts where its files are today.
 *
 * @param commits how many there are
 * @param firstSeconds when the first was committed, in seconds since 1970-01-01 UTC
 * @param lastSeconds the same of the last
 * @param linesAdded lines added in the last {@link History#YEAR_SECONDS}, white space aside
 * @param linesDeleted lines deleted in the same time
 * @param lines lines of its shipped sources in the commit that the history ends at
 * @param authors commits in the same time by who wrote them: the start of the SHA-256 of the mail
 *     address in lower case; automatic committers are left out
 * @param fixes commits of the last {@link History#FIX_SECONDS} that fix something
 */
public record FolderHistory(
    long commits,
    long firstSeconds,
    long lastSeconds,
    long linesAdded,
    long linesDeleted,
    long lines,
    SortedMap<String, Long> authors,
    SortedSet<FixCommit> fixes) {

  public FolderHistory {
    authors = Collections.unmodifiableSortedMap(new TreeMap<>(authors));
    fixes = Collections.unmodifiableSortedSet(new TreeSet<>(fixes));
    if (commits < 0 || linesAdded < 0 || linesDeleted < 0 || lines < 0) {
      throw new IllegalArgumentException("negative counts of a folder's history");
    }
  }
}
