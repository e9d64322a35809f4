package io.github.rustfit.samples.edgeworker.load;

import java.util.Arrays;

/**
 * Writes a photograph in the QOI format (qoiformat.org, specification 1.0), without transparency.
 */
final class QoiEncoder {
  private static final int HEADER_BYTES = 14;
  private static final int END_BYTES = 8;
  private static final int MAX_RUN = 62;

  private final int[] seen = new int[64];
  private final byte[] out;
  private int length;

  private QoiEncoder(int pixels) {
    out = new byte[HEADER_BYTES + 4 * pixels + END_BYTES];
    // an opaque black pixel is not in the list of those seen
    Arrays.fill(seen, -1);
  }

  static byte[] encode(Photo photo) {
    QoiEncoder encoder = new QoiEncoder(photo.pixels.length);
    encoder.header(photo.width, photo.height);
    encoder.pixels(photo.pixels);
    encoder.length += END_BYTES - 1;
    encoder.put(1);
    return Arrays.copyOf(encoder.out, encoder.length);
  }

  private void header(int width, int height) {
    number('q' << 24 | 'o' << 16 | 'i' << 8 | 'f');
    number(width);
    number(height);
    put(3);
    put(0);
  }

  private void pixels(int[] pixels) {
    int previous = 0;
    int run = 0;
    for (int pixel : pixels) {
      if (pixel == previous && run < MAX_RUN) {
        run++;
        continue;
      }
      if (run > 0) {
        put(0xC0 | run - 1);
        run = 0;
      }
      if (pixel == previous) {
        run = 1;
        continue;
      }
      pixel(pixel, previous);
      previous = pixel;
    }
    if (run > 0) {
      put(0xC0 | run - 1);
    }
  }

  private void pixel(int pixel, int previous) {
    int slot = slot(pixel);
    if (seen[slot] == pixel) {
      put(slot);
      return;
    }
    seen[slot] = pixel;
    int red = (byte) ((pixel >> 16) - (previous >> 16));
    int green = (byte) ((pixel >> 8) - (previous >> 8));
    int blue = (byte) (pixel - previous);
    if (fits(red, 2) && fits(green, 2) && fits(blue, 2)) {
      put(0x40 | red + 2 << 4 | green + 2 << 2 | blue + 2);
    } else if (fits(red - green, 8) && fits(green, 32) && fits(blue - green, 8)) {
      put(0x80 | green + 32);
      put(red - green + 8 << 4 | blue - green + 8);
    } else {
      put(0xFE);
      put(pixel >> 16);
      put(pixel >> 8);
      put(pixel);
    }
  }

  /** Whether a difference lies from -limit to limit - 1. */
  private static boolean fits(int difference, int limit) {
    return difference >= -limit && difference < limit;
  }

  private static int slot(int of) {
    return (of >> 16 & 0xFF) * 3 + (of >> 8 & 0xFF) * 5 + (of & 0xFF) * 7 + 0xFF * 11 & 63;
  }

  private void number(int value) {
    put(value >> 24);
    put(value >> 16);
    put(value >> 8);
    put(value);
  }

  private void put(int value) {
    out[length++] = (byte) value;
  }
}
