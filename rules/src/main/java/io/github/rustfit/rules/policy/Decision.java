package io.github.rustfit.rules.policy;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What people decided about one finding or violation, until when.
 *
 * @param finding stable id of the finding or violation that it silences
 * @param component the only component that it is about; empty for every one that has the finding
 * @param kind what was decided
 * @param reason why
 * @param owner who answers for it
 * @param date the day it was decided
 * @param until the last day it holds
 * @param source file that it stands in
 * @param line line in it, or 0
 */
public record Decision(
    String finding,
    String component,
    Kind kind,
    String reason,
    String owner,
    LocalDate date,
    LocalDate until,
    String source,
    int line)
    implements Comparable<Decision> {

  /** What was decided. */
  public enum Kind {
    /** It stays in Java as it is. */
    KEEP_IN_JAVA,
    /** It stays in Java and is tuned. */
    TUNE,
    /** It is rewritten in Rust. */
    REWRITE;

    /** The name in the policy and in {@code report.json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Decision {
    if (finding.isBlank() || reason.isBlank() || owner.isBlank()) {
      throw new IllegalArgumentException("a decision needs a finding, a reason and an owner");
    }
    if (until.isBefore(date)) {
      throw new IllegalArgumentException("decided on " + date + ", but only until " + until);
    }
  }

  /** Whether it names this finding or violation. */
  public boolean names(String id, String ofComponent) {
    return finding.equals(id) && (component.isEmpty() || component.equals(ofComponent));
  }

  /** Whether it is past its last day. */
  public boolean expired(LocalDate today) {
    return today.isAfter(until);
  }

  /** Whether it holds on that day. */
  public boolean inForce(LocalDate today) {
    return !today.isBefore(date) && !expired(today);
  }

  /** What was decided by whom and why, in one sentence. */
  public String text() {
    return kind.id() + ", decided by " + owner + " on " + date + " until " + until + ": " + reason;
  }

  /** In the order in which they stand in their files. */
  @Override
  public int compareTo(Decision other) {
    int byPlace = source.compareTo(other.source);
    byPlace = byPlace != 0 ? byPlace : Integer.compare(line, other.line);
    byPlace = byPlace != 0 ? byPlace : finding.compareTo(other.finding);
    byPlace = byPlace != 0 ? byPlace : component.compareTo(other.component);
    byPlace = byPlace != 0 ? byPlace : until.compareTo(other.until);
    return byPlace != 0 ? byPlace : kind.compareTo(other.kind);
  }
}
