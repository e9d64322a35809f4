package io.github.rustfit.samples.edgeworker.image;

import java.util.HexFormat;

/** The codes of ITU-T T.81, annex K.3, for values of one byte. */
final class HuffmanTable {
  static final int END_OF_BLOCK = 0x00;
  static final int SIXTEEN_ZEROS = 0xF0;

  static final HuffmanTable LUMA_DC =
      new HuffmanTable("00010501010101010100000000000000", "000102030405060708090A0B");
  static final HuffmanTable CHROMA_DC =
      new HuffmanTable("00030101010101010101010000000000", "000102030405060708090A0B");
  static final HuffmanTable LUMA_AC =
      new HuffmanTable(
          "0002010303020403050504040000017D",
          "01020300041105122131410613516107227114328191A1082342B1C11552D1F02433627282090A161718191A"
              + "25262728292A3435363738393A434445464748494A535455565758595A636465666768696A7374757677"
              + "78797A838485868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5"
              + "C6C7C8C9CAD2D3D4D5D6D7D8D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7F8F9FA");
  static final HuffmanTable CHROMA_AC =
      new HuffmanTable(
          "00020102040403040705040400010277",
          "000102031104052131061241510761711322328108144291A1B1C109233352F0156272D10A162434E125F117"
              + "18191A262728292A35363738393A434445464748494A535455565758595A636465666768696A73747576"
              + "7778797A82838485868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3"
              + "C4C5C6C7C8C9CAD2D3D4D5D6D7D8D9DAE2E3E4E5E6E7E8E9EAF2F3F4F5F6F7F8F9FA");

  private final byte[] counts;
  private final byte[] values;
  private final int[] codes = new int[256];
  private final int[] lengths = new int[256];

  /** Takes how many codes have 1 to 16 bits, and the values in the order of their codes. */
  private HuffmanTable(String counts, String values) {
    this.counts = HexFormat.of().parseHex(counts);
    this.values = HexFormat.of().parseHex(values);
    int code = 0;
    int at = 0;
    for (int length = 1; length <= this.counts.length; length++) {
      for (int i = 0; i < (this.counts[length - 1] & 0xFF); i++) {
        int value = this.values[at++] & 0xFF;
        codes[value] = code++;
        lengths[value] = length;
      }
      code <<= 1;
    }
  }

  void write(int value, BitWriter out) {
    out.write(codes[value], lengths[value]);
  }

  /** Writes the table as the file carries it. */
  void define(BitWriter out) {
    for (byte count : counts) {
      out.writeByte(count);
    }
    for (byte value : values) {
      out.writeByte(value);
    }
  }

  /** The length of what {@link #define} writes. */
  int size() {
    return counts.length + values.length;
  }
}
