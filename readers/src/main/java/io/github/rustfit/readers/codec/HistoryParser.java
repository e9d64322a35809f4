package io.github.rustfit.readers.codec;

import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import io.github.rustfit.rules.evidence.repository.History;
import java.io.IOException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what {@link HistoryWriter} writes. */
record HistoryParser(JsonCursor json) {

  History read() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    String head = json.key("head").string();
    long headSeconds = json.key("headSeconds").number();
    boolean shallow = json.key("shallow").flag();
    long completeAfter = json.key("completeAfter").number();
    SortedMap<String, FolderHistory> folders = new TreeMap<>();
    json.key("folders").expect(START_OBJECT);
    while (json.more()) {
      String path = json.key();
      folders.put(path, folder());
    }
    SortedMap<String, Long> otherLanguages = counts("otherLanguages");
    json.expect(END_OBJECT);
    return new History(head, headSeconds, shallow, completeAfter, folders, otherLanguages);
  }

  private FolderHistory folder() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    FolderHistory folder =
        new FolderHistory(
            json.key("commits").number(),
            json.key("firstSeconds").number(),
            json.key("lastSeconds").number(),
            json.key("linesAdded").number(),
            json.key("linesDeleted").number(),
            json.key("lines").number(),
            counts("authors"),
            fixes());
    json.expect(END_OBJECT);
    return folder;
  }

  private SortedSet<FixCommit> fixes() throws IOException, EvidenceFormatException {
    SortedSet<FixCommit> fixes = new TreeSet<>();
    json.key("fixes").expect(START_ARRAY);
    while (json.more()) {
      json.expect(START_ARRAY);
      String id = json.string();
      long seconds = json.number();
      SortedSet<FixClass> classes = new TreeSet<>();
      while (json.more()) {
        classes.add(json.constant(FixClass.class));
      }
      fixes.add(new FixCommit(id, seconds, classes));
    }
    return fixes;
  }

  private SortedMap<String, Long> counts(String name) throws IOException, EvidenceFormatException {
    SortedMap<String, Long> counts = new TreeMap<>();
    json.key(name).expect(START_OBJECT);
    while (json.more()) {
      String key = json.key();
      counts.put(key, json.number());
    }
    return counts;
  }
}
