package io.github.rustfit.readers.source.cache;

import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.MechanismUse.Mechanism;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads what {@link ReadingWriter} writes. No length is trusted: each part of a collection takes
 * bytes, so that a wrong one meets the end of the entry.
 */
final class ReadingParser {

  private final DataInputStream in;

  private ReadingParser(DataInputStream in) {
    this.in = in;
  }

  /** One part of a collection. */
  @FunctionalInterface
  private interface Part<T> {
    T read() throws IOException;
  }

  /**
   * Reads the entry, which must end with the stream.
   *
   * @throws IOException if it is cut
   * @throws IllegalArgumentException if it says what cannot be
   */
  static Reading read(InputStream entry) throws IOException {
    ReadingParser parser = new ReadingParser(new DataInputStream(entry));
    Reading reading = parser.reading();
    if (entry.read() >= 0) {
      throw new IOException("more than was written");
    }
    return reading;
  }

  private Reading reading() throws IOException {
    String packageName = in.readUTF();
    int linesOfCode = in.readInt();
    return new Reading(
        packageName,
        linesOfCode,
        new TreeSet<>(all(in::readUTF)),
        all(this::type),
        new TreeSet<>(all(this::pattern)),
        new TreeSet<>(all(this::mechanism)),
        all(() -> new Reading.Remark(in.readInt(), in.readUTF(), in.readUTF())));
  }

  private <T> List<T> all(Part<T> how) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      throw new IOException("a count of " + count);
    }
    List<T> parts = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      parts.add(how.read());
    }
    return parts;
  }

  private <T> Optional<T> optional(Part<T> how) throws IOException {
    return in.readBoolean() ? Optional.of(how.read()) : Optional.empty();
  }

  private SourceType type() throws IOException {
    return new SourceType(
        in.readUTF(), in.readInt(), in.readInt(), all(this::method), optional(this::shape));
  }

  private SourceMethod method() throws IOException {
    return new SourceMethod(in.readUTF(), in.readInt(), in.readInt(), optional(this::signature));
  }

  private Signature signature() throws IOException {
    return new Signature(in.readInt(), in.readUTF(), all(in::readUTF));
  }

  private TypeShape shape() throws IOException {
    return new TypeShape(
        TypeShape.Kind.valueOf(in.readUTF()),
        in.readUTF(),
        all(in::readUTF),
        all(() -> new TypeShape.Field(in.readInt(), in.readUTF())));
  }

  private PatternMatch pattern() throws IOException {
    return new PatternMatch(
        in.readUTF(), in.readInt(), in.readInt(), in.readUTF(), in.readUTF(), in.readUTF());
  }

  private MechanismUse mechanism() throws IOException {
    return new MechanismUse(Mechanism.valueOf(in.readUTF()), in.readInt());
  }
}
