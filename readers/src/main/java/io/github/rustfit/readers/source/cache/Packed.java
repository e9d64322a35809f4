package io.github.rustfit.readers.source.cache;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One entry as it lies in the file: its key, how often it was kept on without being asked for, its
 * check sum, its length and its bytes.
 *
 * @param key what it depends on
 * @param unused how often it was kept on without being asked for
 * @param sum CRC-32 of key and bytes
 * @param bytes the array that holds it
 * @param offset where it begins there
 * @param length how long it is
 */
record Packed(String key, int unused, long sum, byte[] bytes, int offset, int length) {

  private static final String FORMAT = "rustfit sources 1 ";

  /** Of a file: more are not made by any build, and each takes memory. */
  private static final int MOST_ENTRIES = 1_000_000;

  /** Of an entry: what is read of the largest source file takes less. */
  private static final int MOST_BYTES = 16 << 20;

  /** Of an entry beside its key and its bytes. */
  private static final int FIXED_BYTES = 2 + 1 + 8 + 4;

  static Packed of(String key, byte[] bytes) {
    return new Packed(key, 0, sum(key, bytes, 0, bytes.length), bytes, 0, bytes.length);
  }

  /**
   * The entries of a file: none if another version wrote it, and those before the place where it is
   * cut.
   */
  static List<Packed> all(byte[] file, String version) {
    List<Packed> entries = new ArrayList<>();
    ByteArrayInputStream bytes = new ByteArrayInputStream(file);
    DataInputStream in = new DataInputStream(bytes);
    try {
      if (in.readUTF().equals(FORMAT + version)) {
        while (bytes.available() > 0 && entries.size() < MOST_ENTRIES) {
          String key = in.readUTF();
          int unused = in.readUnsignedByte();
          long sum = in.readLong();
          int length = in.readInt();
          int offset = file.length - bytes.available();
          if (length < 0 || length > Math.min(MOST_BYTES, bytes.available())) {
            break;
          }
          bytes.skip(length);
          entries.add(new Packed(key, unused, sum, file, offset, length));
        }
      }
    } catch (IOException e) {
      return entries; // cut: what was whole is kept
    }
    return entries;
  }

  static void writeHead(String version, DataOutputStream out) throws IOException {
    out.writeUTF(FORMAT + version);
  }

  static int headSize(String version) {
    return 2 + (FORMAT + version).length();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(key);
    out.writeByte(unused);
    out.writeLong(sum);
    out.writeInt(length);
    out.write(bytes, offset, length);
  }

  /** Bytes that it takes in the file. */
  int size() {
    return FIXED_BYTES + key.getBytes(StandardCharsets.UTF_8).length + length;
  }

  /** The same entry, kept on that often without being asked for. */
  Packed asUnused(int times) {
    return new Packed(key, times, sum, bytes, offset, length);
  }

  /** Whether it is small enough to be read again. */
  boolean fits() {
    return length <= MOST_BYTES;
  }

  /** Whether it is what was written. */
  boolean sound() {
    return sum == sum(key, bytes, offset, length);
  }

  private static long sum(String key, byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    crc.update(bytes, offset, length);
    return crc.getValue();
  }
}
