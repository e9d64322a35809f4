package io.github.rustfit.samples.edgeworker.image;

import java.util.Arrays;

/**
 * Decodes a picture in the QOI format (qoiformat.org, specification 1.0) row by row, so that only
 * one row has to be kept. Transparency is dropped. To be used again for the next picture.
 */
final class QoiDecoder {
  private static final int MAGIC = 'q' << 24 | 'o' << 16 | 'i' << 8 | 'f';
  private static final int HEADER_BYTES = 14;

  /** Every picture ends in these many bytes, so an operation of five bytes never reads too far. */
  private static final int END_BYTES = 8;

  private static final int MAX_SIDE = 16_384;
  private static final int OPAQUE_BLACK = 0xFF;

  /** Pixels seen lately, as red, green, blue and alpha from the highest byte down. */
  private final int[] seen = new int[64];

  private byte[] data = {};
  private int position;
  private int limit;
  private int width;
  private int height;
  private int pixel;
  private int run;

  /**
   * Begins with a picture.
   *
   * @param bytes starts with the picture; may be longer
   * @param length of the picture
   * @throws MalformedImageException if it is not QOI, or too large
   */
  void start(byte[] bytes, int length) throws MalformedImageException {
    if (length < HEADER_BYTES + END_BYTES || bigEndian(bytes, 0) != MAGIC) {
      throw new MalformedImageException("not a QOI picture");
    }
    width = bigEndian(bytes, 4);
    height = bigEndian(bytes, 8);
    if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
      throw new MalformedImageException("no side may be longer than " + MAX_SIDE + " pixels");
    }
    data = bytes;
    position = HEADER_BYTES;
    limit = length - END_BYTES;
    pixel = OPAQUE_BLACK;
    run = 0;
    Arrays.fill(seen, 0);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /**
   * Decodes the next row into one array a colour, values from 0 to 255.
   *
   * @throws MalformedImageException if the picture ends too early
   */
  void nextRow(int[] red, int[] green, int[] blue) throws MalformedImageException {
    byte[] in = data;
    int at = position;
    int end = limit;
    int now = pixel;
    int left = run;
    for (int x = 0; x < width; x++) {
      if (left > 0) {
        left--;
      } else {
        if (at >= end) {
          throw new MalformedImageException("the picture ends too early");
        }
        int first = in[at++] & 0xFF;
        if (first < 0x40) {
          now = seen[first];
        } else if (first < 0x80) {
          now = moved(now, (first >> 4 & 3) - 2, (first >> 2 & 3) - 2, (first & 3) - 2);
        } else if (first < 0xC0) {
          int second = in[at++];
          int step = (first & 0x3F) - 32;
          now = moved(now, step - 8 + (second >> 4 & 15), step, step - 8 + (second & 15));
        } else if (first < 0xFE) {
          left = first & 0x3F;
        } else {
          int alpha = first == 0xFF ? in[at + 3] & 0xFF : now & 0xFF;
          now =
              (in[at] & 0xFF) << 24 | (in[at + 1] & 0xFF) << 16 | (in[at + 2] & 0xFF) << 8 | alpha;
          at += first == 0xFF ? 4 : 3;
        }
        seen[slot(now)] = now;
      }
      red[x] = now >>> 24;
      green[x] = now >> 16 & 0xFF;
      blue[x] = now >> 8 & 0xFF;
    }
    position = at;
    pixel = now;
    run = left;
  }

  private static int moved(int from, int red, int green, int blue) {
    return ((from >>> 24) + red & 0xFF) << 24
        | ((from >> 16) + green & 0xFF) << 16
        | ((from >> 8) + blue & 0xFF) << 8
        | from & 0xFF;
  }

  private static int slot(int of) {
    return (of >>> 24) * 3 + (of >> 16 & 0xFF) * 5 + (of >> 8 & 0xFF) * 7 + (of & 0xFF) * 11 & 63;
  }

  private static int bigEndian(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | bytes[at + 3] & 0xFF;
  }
}
