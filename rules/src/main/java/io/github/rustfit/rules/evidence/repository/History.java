package io.github.rustfit.rules.evidence.repository;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the commits of a repository say. Ages are counted back from the commit it ends at, not from
 * today, so that the same commit always says the same.
 *
 * @param head id of the commit it ends at, lower-case hexadecimal
 * @param headSeconds when that was committed, in seconds since 1970-01-01 UTC
 * @param shallow whether older commits are missing, as in a clone of limited depth
 * @param completeAfter every commit after this time was read, in seconds since 1970-01-01 UTC;
 *     {@link #ALL} when there is no older one
 * @param folders history of each folder with shipped sources that a commit touched, by its path
 *     relative to the project's root, with {@code /}
 * @param otherLanguages files in other languages than Java, by kind: {@code rust}, {@code cargo},
 *     {@code c}, {@code c++}, {@code header}, {@code jni}
 */
public record History(
    String head,
    long headSeconds,
    boolean shallow,
    long completeAfter,
    SortedMap<String, FolderHistory> folders,
    SortedMap<String, Long> otherLanguages) {

  /** Nothing is missing, however old. */
  public static final long ALL = Long.MIN_VALUE;

  /** The time in which lines and authors are counted: 365 days. */
  public static final long YEAR_SECONDS = 365L * 86_400;

  /** The time in which fixes are counted: 24 months of 365 / 12 days. */
  public static final long FIX_SECONDS = 2 * YEAR_SECONDS;

  private static final Comparator<History> DEPTH =
      Comparator.<History, Long>comparing(History::completeAfter, Comparator.reverseOrder())
          .thenComparing(history -> !history.shallow)
          .thenComparingLong(History::headSeconds)
          .thenComparing(history -> history.otherLanguages.toString());

  private static final Comparator<FolderHistory> LONGER =
      Comparator.comparingLong(FolderHistory::commits).thenComparing(FolderHistory::toString);

  public History {
    folders = Collections.unmodifiableSortedMap(new TreeMap<>(folders));
    otherLanguages = Collections.unmodifiableSortedMap(new TreeMap<>(otherLanguages));
  }

  /** Whether every commit of the last so many seconds was read. */
  public boolean covers(long seconds) {
    return completeAfter <= headSeconds - seconds;
  }

  /** Both readings of one commit's history: the one that reaches further back, or all folders. */
  History merge(History other) {
    int depth = DEPTH.compare(this, other);
    if (depth != 0) {
      return depth > 0 ? this : other;
    }
    return new History(
        head,
        headSeconds,
        shallow,
        completeAfter,
        SortedUnion.furthest(folders, other.folders, LONGER),
        otherLanguages);
  }
}
