package io.github.rustfit.readers.codec;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what {@link OperationsWriter} writes. */
record OperationsParser(JsonCursor json) {

  OperationsFile read() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    OperationsFile file =
        new OperationsFile(
            json.key("kind").constant(OperationsFile.Kind.class),
            json.key("module").string(),
            json.key("path").string(),
            json.key("sha256").string(),
            facts());
    json.expect(END_OBJECT);
    return file;
  }

  private SortedSet<OperationsFact> facts() throws IOException, EvidenceFormatException {
    SortedSet<OperationsFact> facts = new TreeSet<>();
    json.key("facts").expect(START_ARRAY);
    while (json.more()) {
      json.expect(START_ARRAY);
      facts.add(
          new OperationsFact(
              json.constant(OperationsFact.Kind.class),
              json.string(),
              json.string(),
              json.number(),
              json.integer()));
      json.expect(END_ARRAY);
    }
    return facts;
  }
}
