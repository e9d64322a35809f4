package io.github.rustfit.samples.edgeworker.image;

import java.nio.charset.StandardCharsets;

/** What stands around the entropy-coded data of a JPEG file. */
final class JpegHeader {
  private static final int START = 0xFFD8;
  private static final int END = 0xFFD9;
  private static final int JFIF = 0xFFE0;
  private static final int QUANTIZATION = 0xFFDB;
  private static final int BASELINE_FRAME = 0xFFC0;
  private static final int HUFFMAN = 0xFFC4;
  private static final int SCAN = 0xFFDA;
  private static final int BLOCK = Dct.SIZE * Dct.SIZE;
  private static final byte[] JFIF_NAME = "JFIF\0".getBytes(StandardCharsets.US_ASCII);

  private JpegHeader() {}

  static void write(BitWriter out, int width, int height, Quantizer luma, Quantizer chroma) {
    out.writeShort(START);
    jfif(out);
    quantization(out, 0, luma);
    quantization(out, 1, chroma);
    frame(out, width, height);
    huffman(out, 0x00, HuffmanTable.LUMA_DC);
    huffman(out, 0x10, HuffmanTable.LUMA_AC);
    huffman(out, 0x01, HuffmanTable.CHROMA_DC);
    huffman(out, 0x11, HuffmanTable.CHROMA_AC);
    scan(out);
  }

  static void end(BitWriter out) {
    out.writeShort(END);
  }

  /** Version 1.1, square pixels, no preview. */
  private static void jfif(BitWriter out) {
    out.writeShort(JFIF);
    out.writeShort(16);
    for (byte letter : JFIF_NAME) {
      out.writeByte(letter);
    }
    out.writeShort(0x0101);
    out.writeByte(0);
    out.writeShort(1);
    out.writeShort(1);
    out.writeShort(0);
  }

  private static void quantization(BitWriter out, int id, Quantizer quantizer) {
    out.writeShort(QUANTIZATION);
    out.writeShort(3 + BLOCK);
    out.writeByte(id);
    for (int n = 0; n < BLOCK; n++) {
      out.writeByte(quantizer.step(n));
    }
  }

  /** Three channels of eight bits; brightness has twice the resolution of the others. */
  private static void frame(BitWriter out, int width, int height) {
    out.writeShort(BASELINE_FRAME);
    out.writeShort(17);
    out.writeByte(8);
    out.writeShort(height);
    out.writeShort(width);
    out.writeByte(3);
    channel(out, 1, 0x22, 0);
    channel(out, 2, 0x11, 1);
    channel(out, 3, 0x11, 1);
  }

  private static void channel(BitWriter out, int id, int sampling, int quantization) {
    out.writeByte(id);
    out.writeByte(sampling);
    out.writeByte(quantization);
  }

  private static void huffman(BitWriter out, int id, HuffmanTable table) {
    out.writeShort(HUFFMAN);
    out.writeShort(3 + table.size());
    out.writeByte(id);
    table.define(out);
  }

  private static void scan(BitWriter out) {
    out.writeShort(SCAN);
    out.writeShort(12);
    out.writeByte(3);
    out.writeShort(0x0100);
    out.writeShort(0x0211);
    out.writeShort(0x0311);
    out.writeByte(0);
    out.writeByte(BLOCK - 1);
    out.writeByte(0);
  }
}
