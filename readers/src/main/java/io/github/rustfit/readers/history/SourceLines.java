package io.github.rustfit.readers.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Counts lines exactly as {@code git log -w --numstat} does, white space aside. */
final class SourceLines {

  /** Largest content that is compared; a larger one counts no lines and is a problem. */
  static final int MOST_BYTES = 1 << 20;

  /** Most deletions or additions of one commit that are compared for similarity. */
  private static final int MOST_SIMILAR = 200;

  /** Similarity from which a source is the same one, in percent: git's own default. */
  private static final int SAME = 50;

  /** Longer sources with nothing rare in common are taken as replaced, which takes no time. */
  private static final int MOST_LINES_EXACT = 5_000;

  /** Lines that a change added and deleted. */
  record Delta(long added, long deleted) {}

  private final Repository repository;
  private final ObjectReader reader;
  private long tooLarge;

  SourceLines(Repository repository, ObjectReader reader) {
    this.repository = repository;
    this.reader = reader;
  }

  /** How many contents were too large to be compared. */
  long tooLarge() {
    return tooLarge;
  }

  /** The lines of a content. */
  long count(ObjectId id) throws IOException {
    return text(id).size();
  }

  Delta delta(Change change) throws IOException {
    if (change.oldId().equals(change.newId())) {
      return new Delta(0, 0);
    }
    RawText before = text(change.oldId());
    RawText after = text(change.newId());
    if (change.added() || change.deleted()) {
      return new Delta(after.size(), before.size());
    }
    EditList edits = edits(before, after);
    return new Delta(
        edits.stream().mapToLong(edit -> edit.getLengthB()).sum(),
        edits.stream().mapToLong(edit -> edit.getLengthA()).sum());
  }

  /** The lines that a change removed and added, white space aside, as they are written. */
  ChangedLines changed(Change change) throws IOException {
    RawText before = text(change.oldId());
    RawText after = text(change.newId());
    List<ChangedLines.Place> places = new ArrayList<>();
    for (Edit edit : edits(before, after)) {
      places.add(
          new ChangedLines.Place(
              lines(before, edit.getBeginA(), edit.getEndA()),
              lines(after, edit.getBeginB(), edit.getEndB())));
    }
    String text = new String(after.getRawContent(), StandardCharsets.UTF_8);
    return new ChangedLines(change, places, DiffSigns.counted(text));
  }

  private static List<String> lines(RawText text, int from, int to) {
    List<String> lines = new ArrayList<>();
    for (int line = from; line < to; line++) {
      lines.add(text.getString(line));
    }
    return lines;
  }

  /** How many bytes have to be read to tell what a change changed. */
  long bytes(Change change) throws IOException {
    return size(change.oldId()) + size(change.newId());
  }

  private long size(ObjectId id) throws IOException {
    return id.equals(ObjectId.zeroId()) ? 0 : reader.getObjectSize(id, Constants.OBJ_BLOB);
  }

  private static EditList edits(RawText before, RawText after) {
    HistogramDiff diff = new HistogramDiff();
    if (before.size() + after.size() > 2 * MOST_LINES_EXACT) {
      diff.setFallbackAlgorithm(null);
    }
    return diff.diff(RawTextComparator.WS_IGNORE_ALL, before, after);
  }

  private RawText text(ObjectId id) throws IOException {
    if (id.equals(ObjectId.zeroId())) {
      return RawText.EMPTY_TEXT;
    }
    ObjectLoader content = reader.open(id);
    if (content.getSize() > MOST_BYTES) {
      tooLarge++;
      return RawText.EMPTY_TEXT;
    }
    return new RawText(content.getCachedBytes(MOST_BYTES));
  }

  /** The same changes, a source that was renamed with small changes once. */
  List<Change> joinSimilar(
      CommitChanges changes, TreeWalk walk, AnyObjectId parent, AnyObjectId tree)
      throws IOException {
    long added = changes.sources().stream().filter(Change::added).count();
    long deleted = changes.sources().stream().filter(Change::deleted).count();
    if (added == 0 || deleted == 0 || added > MOST_SIMILAR || deleted > MOST_SIMILAR) {
      return changes.sources();
    }
    Map<String, Change> renamed = renamed(changes, walk, parent, tree);
    Set<String> sources = new HashSet<>();
    renamed.values().forEach(change -> sources.add(change.oldPath()));
    List<Change> joined = new ArrayList<>();
    for (Change change : changes.sources()) {
      Change rename = change.added() ? renamed.get(change.newPath()) : null;
      if (rename != null) {
        joined.add(rename);
      } else if (!change.deleted() || !sources.contains(change.oldPath())) {
        joined.add(change);
      }
    }
    return joined;
  }

  private Map<String, Change> renamed(
      CommitChanges changes, TreeWalk walk, AnyObjectId parent, AnyObjectId tree)
      throws IOException {
    Set<String> added = new HashSet<>();
    Set<String> deleted = new HashSet<>();
    for (Change change : changes.sources()) {
      if (change.added()) {
        added.add(change.newPath());
      } else if (change.deleted()) {
        deleted.add(change.oldPath());
      }
    }
    walk.reset(parent, tree);
    RenameDetector detector = new RenameDetector(repository);
    detector.setRenameScore(SAME);
    detector.setRenameLimit(MOST_SIMILAR);
    detector.setBigFileThreshold(MOST_BYTES);
    for (DiffEntry entry : DiffEntry.scan(walk)) {
      if (entry.getChangeType() == DiffEntry.ChangeType.ADD
          ? added.contains(entry.getNewPath())
          : deleted.contains(entry.getOldPath())) {
        detector.addAll(List.of(entry));
      }
    }
    Map<String, Change> renamed = new HashMap<>();
    try {
      for (DiffEntry entry : detector.compute(reader, NullProgressMonitor.INSTANCE)) {
        if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
          renamed.put(
              entry.getNewPath(),
              new Change(
                  entry.getOldPath(),
                  entry.getNewPath(),
                  entry.getOldId().toObjectId(),
                  entry.getNewId().toObjectId()));
        }
      }
    } catch (CanceledException e) {
      throw new IOException("interrupted", e);
    }
    return renamed;
  }
}
