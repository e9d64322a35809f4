package io.github.rustfit.fleet.group;

import io.github.rustfit.fleet.input.Piece;
import io.github.rustfit.fleet.input.PieceKey;
import io.github.rustfit.rules.evidence.Evidence;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Puts sorted pieces together, one version of a service after the other, so that no more than one
 * of them is in memory. Sources of a service that are of no version count for each version without
 * sources of its own.
 */
public final class Grouping implements Iterator<Judged> {

  private final Iterator<Piece> pieces;
  private final Judge judge;
  private final Group.Store store;
  private @Nullable Piece next;
  private String service = "";
  private Evidence ofService = Evidence.EMPTY;

  /**
   * @param pieces sorted by their keys, all of a service among them
   * @param judge judges each version
   * @param evidence keeps the evidence of each
   * @param attempt tells attempts at the same apart
   * @param hadoop where the evidence is kept
   */
  public static Grouping of(
      Iterator<Piece> pieces,
      Judge judge,
      EvidenceStore evidence,
      String attempt,
      org.apache.hadoop.conf.Configuration hadoop) {
    return new Grouping(
        pieces,
        judge,
        (service, version, json) -> evidence.write(service, version, json, attempt, hadoop));
  }

  Grouping(Iterator<Piece> pieces, Judge judge, Group.Store store) {
    this.pieces = pieces;
    this.judge = judge;
    this.store = store;
    this.next = advance();
  }

  private @Nullable Piece advance() {
    return pieces.hasNext() ? pieces.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Judged next() {
    Piece first = next;
    if (first == null) {
      throw new NoSuchElementException();
    }
    PieceKey key = first.key();
    if (!key.service().equals(service)) {
      ofService = Evidence.EMPTY;
      service = key.service();
    }
    Group group = new Group(service, key.version());
    if (key.rank() != PieceKey.SOURCES) {
      group.addOfService(ofService);
    }
    Evidence sources = Evidence.EMPTY;
    boolean unversioned = key.version().isEmpty() && !service.isEmpty();
    for (Piece one = first; one != null && one.key().sameVersion(key); one = next) {
      Evidence evidence = series(one, group);
      if (unversioned && !evidence.sources().isEmpty()) {
        sources = sources.merge(withoutInputs(evidence));
      }
      group.add(evidence, one.key().path());
    }
    if (unversioned) {
      ofService = sources;
      Piece after = next;
      if (!group.hasInputs() && after != null && after.key().service().equals(service)) {
        return group.notes();
      }
    }
    return group.hasEvidence() ? group.judged(judge, store) : group.notes();
  }

  /** A piece and all others of the same series of logs, which make sense together only. */
  private Evidence series(Piece first, Group group) {
    Evidence evidence = first.evidence();
    group.note(first.rows());
    next = advance();
    while (next != null && next.key().sameSeries(first.key())) {
      evidence = evidence.merge(next.evidence());
      group.note(next.rows());
      next = advance();
    }
    return evidence;
  }

  private static Evidence withoutInputs(Evidence evidence) {
    return new Evidence(
        Evidence.EMPTY.inputs(),
        Evidence.EMPTY.profiles(),
        Evidence.EMPTY.gcLogs(),
        Evidence.EMPTY.gcRuns(),
        Evidence.EMPTY.recordedGcs(),
        evidence.sources(),
        Evidence.EMPTY.problems(),
        evidence.repository(),
        Evidence.EMPTY.folds());
  }
}
