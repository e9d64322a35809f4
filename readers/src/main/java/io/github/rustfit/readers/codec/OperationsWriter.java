package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import java.io.IOException;

/** Writes a file of operations; {@link OperationsParser} expects exactly this order of keys. */
record OperationsWriter(JsonGenerator json) {

  void write(OperationsFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", file.kind().name());
    json.writeStringField("module", file.module());
    json.writeStringField("path", file.path());
    json.writeStringField("sha256", file.sha256());
    json.writeArrayFieldStart("facts");
    for (OperationsFact fact : file.facts()) {
      json.writeStartArray();
      json.writeString(fact.kind().name());
      json.writeString(fact.subject());
      json.writeString(fact.value());
      json.writeNumber(fact.number());
      json.writeNumber(fact.line());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
