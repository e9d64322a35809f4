package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import io.github.rustfit.rules.evidence.repository.History;
import java.io.IOException;
import java.util.Map;

/** Writes histories; {@link HistoryParser} expects exactly this order of keys. */
record HistoryWriter(JsonGenerator json) {

  void write(History history) throws IOException {
    json.writeStartObject();
    json.writeStringField("head", history.head());
    json.writeNumberField("headSeconds", history.headSeconds());
    json.writeBooleanField("shallow", history.shallow());
    json.writeNumberField("completeAfter", history.completeAfter());
    json.writeObjectFieldStart("folders");
    for (Map.Entry<String, FolderHistory> folder : history.folders().entrySet()) {
      json.writeFieldName(folder.getKey());
      folder(folder.getValue());
    }
    json.writeEndObject();
    counts("otherLanguages", history.otherLanguages());
    json.writeEndObject();
  }

  private void folder(FolderHistory folder) throws IOException {
    json.writeStartObject();
    json.writeNumberField("commits", folder.commits());
    json.writeNumberField("firstSeconds", folder.firstSeconds());
    json.writeNumberField("lastSeconds", folder.lastSeconds());
    json.writeNumberField("linesAdded", folder.linesAdded());
    json.writeNumberField("linesDeleted", folder.linesDeleted());
    json.writeNumberField("lines", folder.lines());
    counts("authors", folder.authors());
    json.writeArrayFieldStart("fixes");
    for (FixCommit fix : folder.fixes()) {
      json.writeStartArray();
      json.writeString(fix.id());
      json.writeNumber(fix.seconds());
      for (FixClass kind : fix.classes()) {
        json.writeString(kind.name());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts(String name, Map<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }
}
