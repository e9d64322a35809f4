package io.github.rustfit.readers.codec;

import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;

import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.io.IOException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what {@link RepositoryWriter} writes. */
record RepositoryParser(JsonCursor json) {

  RepositoryEvidence read() throws IOException, EvidenceFormatException {
    SortedMap<String, History> histories = new TreeMap<>();
    json.key("histories").expect(START_ARRAY);
    while (json.more()) {
      History history = new HistoryParser(json).read();
      histories.put(history.head(), history);
    }
    SortedSet<OperationsFile> operations = new TreeSet<>();
    json.key("operations").expect(START_ARRAY);
    while (json.more()) {
      operations.add(new OperationsParser(json).read());
    }
    return new RepositoryEvidence(histories, operations);
  }
}
