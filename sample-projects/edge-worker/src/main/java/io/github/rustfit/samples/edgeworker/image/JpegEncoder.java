package io.github.rustfit.samples.edgeworker.image;

/**
 * Writes baseline JPEG (ITU-T T.81) with colour at half resolution, row by row. To be used again
 * for the next picture.
 */
final class JpegEncoder {
  /** Rows and columns of a unit: four blocks of brightness and one of each colour difference. */
  private static final int UNIT = 16;

  private final BitWriter out = new BitWriter();
  private final BlockEncoder luma = new BlockEncoder(HuffmanTable.LUMA_DC, HuffmanTable.LUMA_AC);
  private final BlockEncoder blueness =
      new BlockEncoder(HuffmanTable.CHROMA_DC, HuffmanTable.CHROMA_AC);
  private final BlockEncoder redness =
      new BlockEncoder(HuffmanTable.CHROMA_DC, HuffmanTable.CHROMA_AC);

  private int[][] y = new int[UNIT][0];
  private int[][] cb = new int[UNIT][0];
  private int[][] cr = new int[UNIT][0];
  private final int[] block = new int[Dct.SIZE * Dct.SIZE];
  private int width;
  private int padded;
  private int rows;

  /** Begins a picture of that size; quality as libjpeg counts. */
  void start(int ofWidth, int height, int quality) {
    width = ofWidth;
    padded = (ofWidth + UNIT - 1) / UNIT * UNIT;
    rows = 0;
    if (y[0].length < padded) {
      y = new int[UNIT][padded];
      cb = new int[UNIT][padded];
      cr = new int[UNIT][padded];
    }
    Quantizer forLuma = Quantizer.luma(quality);
    Quantizer forChroma = Quantizer.chroma(quality);
    luma.start(forLuma);
    blueness.start(forChroma);
    redness.start(forChroma);
    out.clear();
    JpegHeader.write(out, ofWidth, height, forLuma, forChroma);
  }

  /** Adds a row, values from 0 to 255. */
  void row(int[] red, int[] green, int[] blue) {
    convert(red, green, blue, y[rows], cb[rows], cr[rows]);
    rows++;
    if (rows == UNIT) {
      flush();
    }
  }

  /** Ends the picture and returns its length in bytes. */
  int finish() {
    if (rows > 0) {
      for (int last = rows - 1; rows < UNIT; rows++) {
        System.arraycopy(y[last], 0, y[rows], 0, padded);
        System.arraycopy(cb[last], 0, cb[rows], 0, padded);
        System.arraycopy(cr[last], 0, cr[rows], 0, padded);
      }
      flush();
    }
    out.flushBits();
    JpegHeader.end(out);
    return out.length();
  }

  /** The memory that holds the picture; valid until the next one begins. */
  byte[] output() {
    return out.bytes();
  }

  /** Weights of ITU-R BT.601 as JFIF uses them, times 65,536; brightness is centred on 0. */
  private void convert(int[] red, int[] green, int[] blue, int[] toY, int[] toCb, int[] toCr) {
    for (int x = 0; x < width; x++) {
      int r = red[x];
      int g = green[x];
      int b = blue[x];
      toY[x] = (19_595 * r + 38_470 * g + 7_471 * b + 32_768 >> 16) - 128;
      toCb[x] = -11_059 * r - 21_709 * g + 32_768 * b + 32_768 >> 16;
      toCr[x] = 32_768 * r - 27_439 * g - 5_329 * b + 32_768 >> 16;
    }
    for (int x = width; x < padded; x++) {
      toY[x] = toY[width - 1];
      toCb[x] = toCb[width - 1];
      toCr[x] = toCr[width - 1];
    }
  }

  private void flush() {
    for (int x = 0; x < padded; x += UNIT) {
      luma.write(copy(y, x, 0), out);
      luma.write(copy(y, x + Dct.SIZE, 0), out);
      luma.write(copy(y, x, Dct.SIZE), out);
      luma.write(copy(y, x + Dct.SIZE, Dct.SIZE), out);
      blueness.write(halved(cb, x), out);
      redness.write(halved(cr, x), out);
    }
    rows = 0;
  }

  private int[] copy(int[][] from, int x, int top) {
    for (int i = 0; i < Dct.SIZE; i++) {
      System.arraycopy(from[top + i], x, block, i * Dct.SIZE, Dct.SIZE);
    }
    return block;
  }

  private int[] halved(int[][] from, int x) {
    for (int i = 0; i < Dct.SIZE; i++) {
      int[] upper = from[2 * i];
      int[] lower = from[2 * i + 1];
      for (int k = 0; k < Dct.SIZE; k++) {
        int at = x + 2 * k;
        block[i * Dct.SIZE + k] = upper[at] + upper[at + 1] + lower[at] + lower[at + 1] + 2 >> 2;
      }
    }
    return block;
  }
}
