package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.LineFaults.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * Pauses that have begun and not ended. One pause may stand inside of another (a full collection in
 * a young one of Serial, a young one in the remark of CMS), but no two: then the outer one has lost
 * its end. Not thread-safe.
 */
final class OpenPauses {

  private static final int DEEPEST = 8;

  private static final class Open {
    final long id;
    final String name;
    final String place;
    int inner;

    Open(long id, String name, String place) {
      this.id = id;
      this.name = name;
      this.place = place;
    }
  }

  private final List<Open> open = new ArrayList<>();
  private final LineFaults faults;

  OpenPauses(LineFaults faults) {
    this.faults = faults;
  }

  /** Sees the beginning of a pause, or what is left of a line of its end. */
  void begins(long id, String name) {
    if (!open.isEmpty()) {
      Open outer = last();
      if (outer.id == id && (outer.name.startsWith(name) || name.startsWith(outer.name))) {
        return;
      }
      if (outer.id == id || outer.inner > 0 || open.size() == DEEPEST) {
        lost(outer);
      }
    }
    open.add(new Open(id, name, faults.place()));
  }

  /** Sees the end of a pause. */
  void ends(long id) {
    if (open.isEmpty()) {
      return;
    }
    boolean begun = open.stream().anyMatch(one -> one.id == id);
    while (begun && last().id != id) {
      lost(last());
    }
    if (begun) {
      open.remove(open.size() - 1);
    }
    if (!open.isEmpty() && ++last().inner > 1) {
      lost(last());
    }
  }

  private Open last() {
    return open.get(open.size() - 1);
  }

  private void lost(Open one) {
    open.remove(one);
    faults.add(Fault.NO_END, one.place);
  }

  /** Whether a pause is open, the latest in the log. */
  boolean any() {
    return !open.isEmpty();
  }

  /**
   * Says that no more lines follow.
   *
   * @param goesOn whether the log goes on in another file, so that the latest may end there
   */
  void finish(boolean goesOn) {
    if (goesOn && !open.isEmpty() && last().inner == 0) {
      open.remove(open.size() - 1);
    }
    while (!open.isEmpty()) {
      lost(open.get(0));
    }
  }
}
