package io.github.rustfit.readers.history;

import io.github.rustfit.rules.evidence.repository.FixClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares the sources of fix commits as long as that is cheap: by bytes and not by time, so that
 * the same history gives the same result on every machine.
 */
final class FixDiffs {

  /** Most bytes of all versions of sources that are compared. */
  static final long MOST_BYTES = 1L << 30;

  /** Most new lines of code: a commit with more of them builds something, whatever it says. */
  private static final int MOST_NEW = 100;

  /** The same where the subject does not hint at what the lines show. */
  private static final int FEW_NEW = 10;

  private final long most;
  private long bytes;
  private int leftOut;

  /**
   * @param most bytes that are compared, but for the commit that exceeds it
   */
  FixDiffs(long most) {
    this.most = most;
  }

  /** How many fix commits were not compared, since those before them took all bytes. */
  int leftOut() {
    return leftOut;
  }

  /**
   * What the changed lines of a commit show; empty if they are not compared.
   *
   * @throws IOException if a version is missing or damaged
   */
  Optional<DiffSigns> signs(List<Change> changes, SourceLines lines) throws IOException {
    if (leftOut > 0 || bytes > most) {
      leftOut++;
      return Optional.empty();
    }
    List<ChangedLines> changed = new ArrayList<>();
    for (Change change : changes) {
      bytes += lines.bytes(change);
      changed.add(lines.changed(change));
    }
    return Optional.of(new DiffSigns(changed));
  }

  /**
   * What a fix says and shows was wrong in some of its sources. Comments alone are no fix of what
   * may speak for Rust, whatever the subject says.
   */
  static SortedSet<FixClass> classes(
      Messages.Said said, Optional<DiffSigns> signs, Set<Change> sources) {
    SortedSet<FixClass> classes = new TreeSet<>(said.classes());
    if (signs.isEmpty()) {
      return classes;
    }
    DiffSigns shown = signs.get();
    if (!shown.code(sources)) {
      classes.removeIf(FixClass::speaksForRust);
      return classes;
    }
    if (said.named()
        && !said.other()
        && shown.raced(sources, said.threads() ? MOST_NEW : FEW_NEW)) {
      classes.add(FixClass.RACE);
    }
    if ((said.buffers() && shown.counted(sources))
        || (said.counts() && shown.counting(sources))
        || (said.named() && shown.released(sources, said.leak() ? MOST_NEW : FEW_NEW))) {
      classes.add(FixClass.NATIVE);
    }
    return classes;
  }
}
