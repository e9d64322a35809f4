package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.rustfit.rules.evidence.Evidence;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Evidence as JSON in ASCII. Equal evidence gives equal bytes, and reading gives back what was
 * written: {@code read(write(e)).equals(e)}.
 *
 * <p>Stacks are tables: {@code frames} holds each distinct frame once as [class, method, line],
 * {@code stacks} a tree of [caller's node or -1, frame], and a sample [kind, node of its leaf or
 * -1, type, samples, amount, squares] points into it. Keys come in a fixed order.
 */
public final class EvidenceJson {

  /**
   * The version of the format that is written. It is raised with every change of what is written;
   * older versions are read.
   */
  public static final int SCHEMA_VERSION = 2;

  /** The oldest version that is read. */
  static final int OLDEST_VERSION = 1;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private EvidenceJson() {}

  /**
   * Writes the evidence and flushes; the stream stays open.
   *
   * @throws IOException only when the stream fails
   */
  public static void write(Evidence evidence, OutputStream out) throws IOException {
    StackTable stacks = StackTable.of(evidence.profiles().values());
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(new RowPrinter());
      EvidenceForms.EVIDENCE.write(new StackOutput(json, stacks), evidence);
      json.writeRaw('\n');
    }
  }

  /**
   * Reads evidence; the stream stays open.
   *
   * @throws EvidenceFormatException when the content is not evidence of a version that is read,
   *     with line, column and remedy
   * @throws IOException when the stream fails
   */
  public static Evidence read(InputStream in) throws IOException, EvidenceFormatException {
    try (JsonParser json = JSON.createParser(in)) {
      return new JsonCursor(json).only(EvidenceForms.EVIDENCE);
    } catch (CharConversionException e) {
      throw noText();
    }
  }

  /** A failure of bytes that say that they are of another encoding, and are not. */
  static EvidenceFormatException noText() {
    return new EvidenceFormatException(
        "line 1, column 1: not text in UTF-8. Let the rustfit version that reads it write the file"
            + " again, unchanged.");
  }

  /** What is written, in one text that changes with it. */
  static String layout() {
    return EvidenceForms.EVIDENCE.layout();
  }
}
