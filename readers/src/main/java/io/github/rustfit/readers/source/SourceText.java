package io.github.rustfit.readers.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of a source file.
 *
 * @param text without a byte order mark; what could not be decoded is replaced
 * @param undecodableLine line of the first bytes that are not valid in the charset; 0 when all are
 */
record SourceText(String text, int undecodableLine) {

  /** Decodes the bytes. */
  static SourceText of(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int room = (int) Math.ceil((double) decoder.maxCharsPerByte() * bytes.length);
    CharBuffer chars = CharBuffer.allocate(room);
    boolean valid =
        !decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError()
            && !decoder.flush(chars).isError();
    String good = chars.flip().toString();
    String text = valid ? good : new String(bytes, charset);
    int line = valid ? 0 : 1 + (int) good.chars().filter(c -> c == '\n').count();
    return new SourceText(text.startsWith("\ufeff") ? text.substring(1) : text, line);
  }
}
