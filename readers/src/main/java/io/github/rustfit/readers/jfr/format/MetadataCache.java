package io.github.rustfit.readers.jfr.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses metadata; the chunks of one JVM mostly have the same, which is parsed once. */
public final class MetadataCache {

  /** A file holds the chunks of one or two writers; more would only fill memory. */
  private static final int MOST = 4;

  private record Entry(byte[] body, Metadata metadata) {}

  private final List<Entry> entries = new ArrayList<>();

  /** The metadata at the cursor. */
  public Metadata parse(Cursor cursor, int size) {
    int start = cursor.position();
    int end = Metadata.skipHead(cursor);
    if (end <= cursor.position() || end > size) {
      cursor.window(start, size);
      return Metadata.parse(cursor);
    }
    byte[] body = cursor.octetsTo(end);
    Metadata known = find(body);
    if (known == null) {
      cursor.window(start, size);
      known = Metadata.parse(cursor);
      keep(new Entry(body, known));
    }
    return known;
  }

  private synchronized @Nullable Metadata find(byte[] body) {
    for (Entry entry : entries) {
      if (Arrays.equals(entry.body(), body)) {
        return entry.metadata();
      }
    }
    return null;
  }

  private synchronized void keep(Entry entry) {
    if (entries.size() < MOST) {
      entries.add(entry);
    }
  }
}
