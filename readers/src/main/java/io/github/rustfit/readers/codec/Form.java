package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * How values of a type lie in JSON: as one item, or several, of the array or object around them.
 * One form writes and reads, so that neither can forget what the other does.
 */
interface Form<T> {

  /** Writes the value's items. */
  void write(JsonGenerator out, T value) throws IOException;

  /**
   * Reads the items back and trusts none of them.
   *
   * @throws IllegalArgumentException if they cannot be a value
   */
  T read(JsonCursor in) throws IOException, EvidenceFormatException;

  /** What is written, for people and to compare layouts: equal texts are equal layouts. */
  String layout();
}
