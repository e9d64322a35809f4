package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.io.IOException;

/** Writes what a repository says; {@link RepositoryParser} expects exactly this order of keys. */
record RepositoryWriter(JsonGenerator json) {

  void write(RepositoryEvidence repository) throws IOException {
    json.writeArrayFieldStart("histories");
    for (History history : repository.histories().values()) {
      new HistoryWriter(json).write(history);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("operations");
    for (OperationsFile file : repository.operations()) {
      new OperationsWriter(json).write(file);
    }
    json.writeEndArray();
  }
}
