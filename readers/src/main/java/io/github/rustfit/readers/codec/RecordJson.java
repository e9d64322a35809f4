package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * Records of one type as rows of JSON in ASCII, for what the same code reads back: their components
 * in order and nothing else.
 */
public final class RecordJson<T> {

  private final Form<T> form;

  private RecordJson(Form<T> form) {
    this.form = form;
  }

  /** Rows of a public record, whose components are records, collections, texts and numbers. */
  public static <T> RecordJson<T> of(Class<T> type) {
    return new RecordJson<>(new RecordForms().allRows().of(type));
  }

  /** The row, without an end of line. */
  public byte[] write(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = EvidenceJson.JSON.createGenerator(bytes)) {
      form.write(json, value);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a row, which must take all of the bytes.
   *
   * @throws EvidenceFormatException if it is none, or says what cannot be
   */
  public T read(byte[] bytes, int offset, int length) throws EvidenceFormatException {
    try (JsonParser json = EvidenceJson.JSON.createParser(bytes, offset, length)) {
      return new JsonCursor(json).only(form);
    } catch (CharConversionException e) {
      throw EvidenceJson.noText();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be read", e);
    }
  }
}
