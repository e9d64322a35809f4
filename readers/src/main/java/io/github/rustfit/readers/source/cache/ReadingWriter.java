package io.github.rustfit.readers.source.cache;

import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Collection;
import java.util.Optional;

/** Writes a {@link Reading} as bytes that {@link ReadingParser} reads. */
final class ReadingWriter {

  private final DataOutputStream out;

  private ReadingWriter(DataOutputStream out) {
    this.out = out;
  }

  /** One part of a collection. */
  @FunctionalInterface
  private interface Part<T> {
    void write(T one) throws IOException;
  }

  /** The bytes; empty for names so long (64 KB) that they are not worth keeping. */
  static Optional<byte[]> bytes(Reading reading) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new ReadingWriter(new DataOutputStream(bytes)).write(reading);
    } catch (UTFDataFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return Optional.of(bytes.toByteArray());
  }

  private void write(Reading reading) throws IOException {
    out.writeUTF(reading.packageName());
    out.writeInt(reading.linesOfCode());
    all(reading.imports(), out::writeUTF);
    all(reading.types(), this::type);
    all(reading.patterns(), this::pattern);
    all(reading.mechanisms(), this::mechanism);
    all(reading.remarks(), this::remark);
  }

  private <T> void all(Collection<T> parts, Part<T> how) throws IOException {
    out.writeInt(parts.size());
    for (T part : parts) {
      how.write(part);
    }
  }

  private <T> void optional(Optional<T> part, Part<T> how) throws IOException {
    out.writeBoolean(part.isPresent());
    if (part.isPresent()) {
      how.write(part.get());
    }
  }

  private void type(SourceType type) throws IOException {
    out.writeUTF(type.binaryName());
    out.writeInt(type.firstLine());
    out.writeInt(type.lastLine());
    all(type.methods(), this::method);
    optional(type.shape(), this::shape);
  }

  private void method(SourceMethod method) throws IOException {
    out.writeUTF(method.name());
    out.writeInt(method.firstLine());
    out.writeInt(method.lastLine());
    optional(method.signature(), this::signature);
  }

  private void signature(Signature signature) throws IOException {
    out.writeInt(signature.access());
    out.writeUTF(signature.returns());
    all(signature.parameters(), out::writeUTF);
  }

  private void shape(TypeShape shape) throws IOException {
    out.writeUTF(shape.kind().name());
    out.writeUTF(shape.superclass());
    all(shape.interfaces(), out::writeUTF);
    all(
        shape.fields(),
        field -> {
          out.writeInt(field.access());
          out.writeUTF(field.type());
        });
  }

  private void pattern(PatternMatch match) throws IOException {
    out.writeUTF(match.pattern());
    out.writeInt(match.firstLine());
    out.writeInt(match.lastLine());
    out.writeUTF(match.className());
    out.writeUTF(match.method());
    out.writeUTF(match.subject());
  }

  private void mechanism(MechanismUse use) throws IOException {
    out.writeUTF(use.mechanism().name());
    out.writeInt(use.line());
  }

  private void remark(Reading.Remark remark) throws IOException {
    out.writeInt(remark.line());
    out.writeUTF(remark.message());
    out.writeUTF(remark.remedy());
  }
}
