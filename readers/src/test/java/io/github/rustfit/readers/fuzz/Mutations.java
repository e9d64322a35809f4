package io.github.rustfit.readers.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Inputs that were damaged or put together at random; the same for the same seed. */
final class Mutations {

  private static final int MOST = 16;
  private static final int LONGEST = 200_000;

  /** Of texts and of numbers that readers of any format have to doubt. */
  private static final List<byte[]> PIECES =
      List.of(
          bytes("\n"),
          bytes("\r\n"),
          bytes("9223372036854775807"),
          bytes("-1"),
          bytes("1e999"),
          bytes("0.000"),
          bytes(" GC("),
          bytes("ms\n"),
          bytes("[["),
          bytes("}]"),
          bytes("\"\\u0000"),
          bytes(": "),
          bytes(";;"),
          bytes("\u00e4"),
          new byte[] {0, 0, 0, 0, 0, 0, 0, 0},
          new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
          new byte[] {127, -1, -1, -1, -1, -1, -1, -1},
          new byte[] {-128, 0, 0, 0});

  private final List<byte[]> seeds;
  private final Random random;

  Mutations(List<byte[]> seeds, long seed) {
    this.seeds = List.copyOf(seeds);
    this.random = new Random(seed);
  }

  /** Another input. */
  byte[] next() {
    byte[] mutant = any().clone();
    for (int left = 1 + random.nextInt(MOST); left > 0; left--) {
      mutant = mutated(mutant);
    }
    return mutant;
  }

  private byte[] mutated(byte[] old) {
    int at = random.nextInt(old.length + 1);
    int length = Math.min(random.nextInt(random.nextBoolean() ? 8 : 400), old.length - at);
    byte[] bytes = old.clone();
    switch (random.nextInt(9)) {
      case 0 -> flip(bytes, at);
      case 1 -> digit(bytes, at);
      case 2 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(256));
      case 3 -> bytes = put(bytes, at, at + length, new byte[0]);
      case 4 -> bytes = put(bytes, at, at, Arrays.copyOfRange(old, at, at + length));
      case 5 -> bytes = put(bytes, at, at, piece(any()));
      case 6 -> bytes = put(bytes, at, at, PIECES.get(random.nextInt(PIECES.size())));
      case 7 -> {
        byte[] other = PIECES.get(random.nextInt(PIECES.size()));
        bytes = put(bytes, at, Math.min(old.length, at + other.length), other);
      }
      default -> bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : bytes;
    }
    return bytes.length > LONGEST ? old : bytes;
  }

  private void flip(byte[] bytes, int at) {
    if (at < bytes.length) {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
  }

  /** Other figures where figures are. */
  private void digit(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] < '0' || bytes[at] > '9')) {
      at++;
    }
    if (at < bytes.length) {
      bytes[at] = (byte) ('0' + random.nextInt(10));
    }
  }

  private byte[] piece(byte[] of) {
    int from = random.nextInt(of.length + 1);
    return Arrays.copyOfRange(of, from, from + Math.min(random.nextInt(2_000), of.length - from));
  }

  private static byte[] put(byte[] bytes, int from, int to, byte[] piece) {
    byte[] result = new byte[bytes.length - (to - from) + piece.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
    return result;
  }

  private byte[] any() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
