package io.github.rustfit.readers.gclog.wrapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the fields between delimiters is the message, and which tell who wrote it: a first line
 * that names them says so, otherwise the first field that begins as a GC log does. Not thread-safe.
 */
final class FieldLayout {

  private final LineStart start;
  private byte delimiter = ',';
  private int messageField = -1;
  private int fieldCount;
  private Set<Integer> sourceFields = Set.of();

  FieldLayout(LineStart start) {
    this.start = start;
  }

  /** What stands between fields. */
  byte delimiter() {
    return delimiter;
  }

  /** Whether a field tells who wrote the message. */
  boolean source(int field) {
    return sourceFields.contains(field);
  }

  /** Learns from a first line that names the fields which of them is the message. */
  boolean heading(List<byte[]> fields, byte by) {
    if (messageField >= 0 || fields.size() < 2) {
      return false;
    }
    Set<Integer> sources = new HashSet<>();
    int message = -1;
    for (int i = 0; i < fields.size(); i++) {
      String name = new String(fields.get(i), StandardCharsets.ISO_8859_1);
      if (Fields.message(name)) {
        message = i;
      } else if (Fields.source(name)) {
        sources.add(i);
      }
    }
    if (message < 0) {
      return false;
    }
    messageField = message;
    fieldCount = fields.size();
    sourceFields = sources;
    delimiter = by;
    return true;
  }

  /**
   * The field that is the message; -1 when none is.
   *
   * @param open whether the last field goes on in the next line
   */
  int message(List<byte[]> fields, boolean open) {
    int message = -1;
    for (int i = 0; i < fields.size() && message < 0; i++) {
      byte[] first = firstLine(fields.get(i));
      message = start.here(first, 0, first.length) ? i : -1;
    }
    if (message >= 0 && messageField < 0) {
      messageField = message;
      fieldCount = fields.size();
    }
    boolean known = messageField < fields.size() && fieldCount == fields.size();
    boolean told = messageField >= 0 && (known || (open && messageField == fields.size() - 1));
    return message < 0 && told ? messageField : message;
  }

  private static byte[] firstLine(byte[] field) {
    int at = 0;
    while (at < field.length && field[at] != '\n') {
      at++;
    }
    return at == field.length ? field : Arrays.copyOf(field, at);
  }
}
