package io.github.rustfit.readers.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

/** Bytes to text: UTF-8, with or without its mark, and of a sane size. */
final class YamlText {

  /** A file that people write is far smaller; a larger one is a mistake or an attack. */
  static final int MAX_BYTES = 1 << 20;

  private static final String AS_UTF8 = "Save the file as UTF-8 text.";

  private YamlText() {}

  /** At most one byte more than {@link #MAX_BYTES}. */
  static byte[] bytes(InputStream in) throws IOException {
    return in.readNBytes(MAX_BYTES + 1);
  }

  /** The text, or empty when it is none and the problems say so. */
  static Optional<String> decode(byte[] bytes, YamlProblems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(
          Location.NONE,
          "The file is larger than 1 MiB, the most that is read",
          "Check that this is the file you mean, or shorten it.");
      return Optional.empty();
    }
    if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
      problems.add(Location.NONE, "The file is UTF-16 text", AS_UTF8);
      return Optional.empty();
    }
    int from = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(Location.after(text), "The file is not UTF-8 text", AS_UTF8);
      return Optional.empty();
    }
    int nul = text.indexOf(0);
    if (nul >= 0) {
      problems.add(Location.after(text.substring(0, nul)), "The file is binary, not text", AS_UTF8);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static boolean starts(byte[] bytes, int... mark) {
    return bytes.length >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xFF) == mark[i]);
  }
}
