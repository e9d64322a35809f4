package io.github.rustfit.samples.deviceagent.uplink;

import io.github.rustfit.samples.deviceagent.probe.Sample;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Encodes samples as differences to the one before, each as a zigzag variable-length integer, and
 * compresses that (zlib).
 */
final class BatchEncoder {
  private static final int BYTES_PER_SAMPLE = 24;
  private static final int CHUNK = 1024;

  /** The compressed batch. */
  byte[] encode(List<Sample> samples) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(BYTES_PER_SAMPLE * samples.size());
    long[] before = new long[Sample.FIGURES];
    for (Sample sample : samples) {
      long[] figures = sample.figures();
      for (int i = 0; i < figures.length; i++) {
        writeVariable(plain, figures[i] - before[i]);
      }
      before = figures;
    }
    return compress(plain.toByteArray());
  }

  private static void writeVariable(ByteArrayOutputStream out, long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static byte[] compress(byte[] plain) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length);
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        compressed.write(chunk, 0, deflater.deflate(chunk));
      }
      return compressed.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
