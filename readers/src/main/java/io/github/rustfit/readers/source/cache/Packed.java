package io.github.rustfit.readers.source.cache;

import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.codec.RecordJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One entry as it lies in the file: a line with its head, a tabulator and its bytes; neither has
 * tabulators or ends of line. The file's first line says what wrote it.
 *
 * @param head what is known of it
 * @param bytes the array that holds it
 * @param offset where it begins there
 * @param length how long it is
 */
record Packed(Head head, byte[] bytes, int offset, int length) {

  /**
   * What is known of an entry.
   *
   * @param key what it depends on
   * @param unused how often it was kept on without being asked for
   * @param sum CRC-32 of key and bytes
   */
  public record Head(String key, int unused, long sum) {}

  private static final RecordJson<Head> HEAD = RecordJson.of(Head.class);
  private static final String FORMAT = "rustfit sources ";

  /** Of a file: more are not made by any build, and each takes memory. */
  private static final int MOST_ENTRIES = 1_000_000;

  /** Of an entry: what is read of the largest source file takes less. */
  private static final int MOST_BYTES = 16 << 20;

  static Packed of(String key, byte[] bytes) {
    long sum = sum(key, bytes, 0, bytes.length);
    return new Packed(new Head(key, 0, sum), bytes, 0, bytes.length);
  }

  /**
   * The entries of a file: none if another version wrote it, and those before the place where it is
   * damaged.
   */
  static List<Packed> all(byte[] file, String version) {
    List<Packed> entries = new ArrayList<>();
    byte[] first = firstLine(version);
    int at = first.length;
    if (file.length < at || !Arrays.equals(Arrays.copyOf(file, at), first)) {
      return entries;
    }
    try {
      while (at < file.length && entries.size() < MOST_ENTRIES) {
        int tab = next('\t', file, at);
        int end = next('\n', file, tab);
        if (end == file.length || end - tab > MOST_BYTES) {
          break; // cut: what was whole is kept
        }
        Head head = HEAD.read(file, at, tab - at);
        entries.add(new Packed(head, file, tab + 1, end - tab - 1));
        at = end + 1;
      }
    } catch (EvidenceFormatException e) {
      return entries;
    }
    return entries;
  }

  private static int next(char wanted, byte[] file, int from) {
    int at = from;
    while (at < file.length && file[at] != wanted) {
      at++;
    }
    return at;
  }

  static byte[] firstLine(String version) {
    return (FORMAT + version + "\n").getBytes(StandardCharsets.UTF_8);
  }

  void write(OutputStream out) throws IOException {
    out.write(HEAD.write(head));
    out.write('\t');
    out.write(bytes, offset, length);
    out.write('\n');
  }

  String key() {
    return head.key();
  }

  int unused() {
    return head.unused();
  }

  /** Bytes that it takes in the file. */
  int size() {
    return HEAD.write(head).length + length + 2;
  }

  /** The same entry, kept on that often without being asked for. */
  Packed asUnused(int times) {
    return new Packed(new Head(head.key(), times, head.sum()), bytes, offset, length);
  }

  /** Whether it is small enough to be read again. */
  boolean fits() {
    return length <= MOST_BYTES;
  }

  /** Whether it is what was written. */
  boolean sound() {
    return head.sum() == sum(head.key(), bytes, offset, length);
  }

  private static long sum(String key, byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    crc.update(bytes, offset, length);
    return crc.getValue();
  }
}
