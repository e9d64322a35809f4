package io.github.rustfit.samples.edgeworker.image;

/** Writes the blocks of one colour channel; each block's mean is told as a difference. */
final class BlockEncoder {
  private static final int MOST_ZEROS = 15;

  private final HuffmanTable dc;
  private final HuffmanTable ac;
  private final int[] quantized = new int[Dct.SIZE * Dct.SIZE];
  private Quantizer quantizer = Quantizer.luma(100);
  private int previous;

  BlockEncoder(HuffmanTable dc, HuffmanTable ac) {
    this.dc = dc;
    this.ac = ac;
  }

  void start(Quantizer with) {
    quantizer = with;
    previous = 0;
  }

  /** Transforms, quantizes and writes a block; the block is overwritten. */
  void write(int[] block, BitWriter out) {
    Dct.transform(block);
    quantizer.quantize(block, quantized);
    int difference = quantized[0] - previous;
    previous = quantized[0];
    int size = size(difference);
    dc.write(size, out);
    out.write(bits(difference, size), size);

    int zeros = 0;
    for (int n = 1; n < quantized.length; n++) {
      int value = quantized[n];
      if (value == 0) {
        zeros++;
        continue;
      }
      for (; zeros > MOST_ZEROS; zeros -= MOST_ZEROS + 1) {
        ac.write(HuffmanTable.SIXTEEN_ZEROS, out);
      }
      size = size(value);
      ac.write(zeros << 4 | size, out);
      out.write(bits(value, size), size);
      zeros = 0;
    }
    if (zeros > 0) {
      ac.write(HuffmanTable.END_OF_BLOCK, out);
    }
  }

  private static int size(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
  }

  /** A negative value is written as the one less, in as many bits as its size needs. */
  private static int bits(int value, int size) {
    return (value < 0 ? value - 1 : value) & (1 << size) - 1;
  }
}
