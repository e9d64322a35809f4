package io.github.rustfit.fleet.group;

import io.github.rustfit.fleet.input.FileReading;
import io.github.rustfit.fleet.input.InputFile;
import io.github.rustfit.fleet.input.Piece;
import io.github.rustfit.fleet.input.PieceKey;
import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.rules.evidence.Evidence;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts sorted pieces together, one version of a service after the other, so that no more than one
 * of them is in memory. Sources of a service that are of no version count for each version without
 * sources of its own.
 */
public final class Grouping implements Iterator<Judged> {

  /** Reads a recording again. */
  interface Rereading {

    /** What a file says without chunks that count already. */
    List<Piece> without(InputFile file, Set<String> known);
  }

  private final Iterator<Piece> pieces;
  private final Rereading rereading;
  private final Judge judge;
  private final Group.Store store;
  private @Nullable Piece next;
  private String service = "";
  private Evidence ofService = Evidence.EMPTY;

  /**
   * @param pieces sorted by their keys, all of a service among them
   * @param reading reads a recording again that shares some stretches of time with another one
   * @param judge judges each version
   * @param evidence keeps the evidence of each
   * @param attempt tells attempts at the same apart
   * @param hadoop where the evidence is kept
   */
  public static Grouping of(
      Iterator<Piece> pieces,
      FileReading reading,
      Judge judge,
      EvidenceStore evidence,
      String attempt,
      org.apache.hadoop.conf.Configuration hadoop) {
    return new Grouping(
        pieces,
        reading::read,
        judge,
        (service, version, json) -> evidence.write(service, version, json, attempt, hadoop));
  }

  Grouping(Iterator<Piece> pieces, Rereading rereading, Judge judge, Group.Store store) {
    this.pieces = pieces;
    this.rereading = rereading;
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
      group.add(apart(one, evidence, group.chunks()), one.key().path());
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

  /**
   * Of a recording that has some chunks in common with what counts already, and others not, what is
   * left without these; where it cannot be read again it stays as it is, and does not count.
   */
  private Evidence apart(Piece piece, Evidence evidence, Set<String> known) {
    boolean torn =
        evidence.folds().isEmpty()
            && evidence.profiles().values().stream()
                .map(profile -> profile.facts().sampling().chunks())
                .anyMatch(own -> own.stream().anyMatch(known::contains) && !known.containsAll(own));
    if (!torn || piece.rows().stream().anyMatch(row -> !row.offered())) {
      return evidence;
    }
    return rereading.without(piece.file(), known).stream()
        .filter(one -> one.key().sameVersion(piece.key()))
        .filter(one -> one.rows().stream().noneMatch(InputRow::failed))
        .map(Piece::evidence)
        .findFirst()
        .orElse(evidence);
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
