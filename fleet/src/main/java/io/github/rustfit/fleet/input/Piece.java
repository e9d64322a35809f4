package io.github.rustfit.fleet.input;

import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.rules.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What one file says of one version of a service. Evidence goes from one JVM to another as the
 * bytes of {@code evidence.json}: nothing but its own codec has to know its parts.
 *
 * @param key whose it is
 * @param file the file
 * @param json the evidence; empty for none
 * @param rows what became of the inputs
 */
public record Piece(PieceKey key, InputFile file, byte[] json, List<InputRow> rows)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public Piece {
    rows = List.copyOf(rows);
  }

  static Piece of(PieceKey key, InputFile file, Evidence evidence, List<InputRow> rows) {
    if (evidence.equals(Evidence.EMPTY)) {
      return new Piece(key, file, new byte[0], rows);
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      EvidenceJson.write(evidence, json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return new Piece(key, file, json.toByteArray(), rows);
  }

  /** The evidence. */
  public Evidence evidence() {
    if (json.length == 0) {
      return Evidence.EMPTY;
    }
    try {
      return EvidenceJson.read(new ByteArrayInputStream(json));
    } catch (EvidenceFormatException e) {
      throw new IllegalStateException("rustfit cannot read what it wrote: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }
}
