package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes a source file; {@link SourceParser} expects exactly this order. A type is the array [name,
 * first line, last line, shape, method, …], a method [name, first line, last line] with [access,
 * result, parameter, …] behind it when its signature is known, and a shape [] or [kind, superclass,
 * [interface, …], access of a field, its type, …].
 */
record SourceWriter(JsonGenerator json) {

  void write(SourceFile source) throws IOException {
    json.writeStartObject();
    json.writeStringField("module", source.module());
    json.writeStringField("path", source.path());
    json.writeStringField("sha256", source.sha256());
    json.writeStringField("role", source.role().name());
    json.writeStringField("package", source.packageName());
    json.writeNumberField("linesOfCode", source.linesOfCode());
    json.writeArrayFieldStart("imports");
    for (String name : source.imports()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("types");
    for (SourceType type : source.types()) {
      type(type);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("patterns");
    for (PatternMatch match : source.patterns()) {
      pattern(match);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("mechanisms");
    for (MechanismUse use : source.mechanisms()) {
      json.writeStartArray();
      json.writeString(use.mechanism().name());
      json.writeNumber(use.line());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void type(SourceType type) throws IOException {
    json.writeStartArray();
    json.writeString(type.binaryName());
    json.writeNumber(type.firstLine());
    json.writeNumber(type.lastLine());
    shape(type.shape());
    for (SourceMethod method : type.methods()) {
      json.writeStartArray();
      json.writeString(method.name());
      json.writeNumber(method.firstLine());
      json.writeNumber(method.lastLine());
      if (method.signature().isPresent()) {
        signature(method.signature().get());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void shape(Optional<TypeShape> shape) throws IOException {
    json.writeStartArray();
    if (shape.isPresent()) {
      json.writeString(shape.get().kind().name());
      json.writeString(shape.get().superclass());
      json.writeStartArray();
      for (String name : shape.get().interfaces()) {
        json.writeString(name);
      }
      json.writeEndArray();
      for (TypeShape.Field field : shape.get().fields()) {
        json.writeNumber(field.access());
        json.writeString(field.type());
      }
    }
    json.writeEndArray();
  }

  private void signature(Signature signature) throws IOException {
    json.writeNumber(signature.access());
    json.writeString(signature.returns());
    for (String parameter : signature.parameters()) {
      json.writeString(parameter);
    }
  }

  private void pattern(PatternMatch match) throws IOException {
    json.writeStartArray();
    json.writeString(match.pattern());
    json.writeNumber(match.firstLine());
    json.writeNumber(match.lastLine());
    json.writeString(match.className());
    json.writeString(match.method());
    json.writeString(match.subject());
    json.writeEndArray();
  }
}
