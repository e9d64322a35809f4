package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/**
 * Two spaces for each level and {@code \n}; an element of an array stays on one line, so that
 * tables are small and two versions compare line by line. Stateless.
 */
final class RowPrinter implements PrettyPrinter {

  @Override
  public void writeRootValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) throws IOException {
    json.writeRaw('{');
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) throws IOException {
    newLine(json, 0);
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(inRow(json.getOutputContext()) ? ":" : ": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    newLine(json, 0);
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    if (entries > 0) {
      newLine(json, 1);
    }
    json.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) throws IOException {
    json.writeRaw('[');
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    newLine(json, 0);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    newLine(json, 0);
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    if (values > 0) {
      newLine(json, 1);
    }
    json.writeRaw(']');
  }

  private static void newLine(JsonGenerator json, int outdent) throws IOException {
    JsonStreamContext context = json.getOutputContext();
    if (!inRow(context)) {
      json.writeRaw('\n');
      for (int depth = context.getNestingDepth() - outdent; depth > 0; depth--) {
        json.writeRaw("  ");
      }
    }
  }

  /** Whether an array is around this object or array. */
  private static boolean inRow(JsonStreamContext context) {
    for (JsonStreamContext p = context.getParent(); p != null; p = p.getParent()) {
      if (p.inArray()) {
        return true;
      }
    }
    return false;
  }
}
