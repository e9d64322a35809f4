package io.github.rustfit.plugin.report.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.rustfit.plugin.report.text.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Writes JSON with an indent of two spaces and {@code \n}. What is unknown is written as {@code
 * null}, never left out, and never as 0.
 */
public final class Json implements Closeable {

  /** Decimals of a share: six, a millionth. */
  public static final int SHARE = 6;

  /** Decimals of milliseconds and of everything else: three. */
  public static final int THOUSANDTHS = 3;

  /** A double is told from every other one by 17 digits (IEEE 754-2008, 5.12.2). */
  private static final MathContext EXACT = new MathContext(17);

  /** A decimal of 15 digits comes back from a double as it was. */
  private static final MathContext SHORTER = new MathContext(15);

  /** Writes what stands between braces. */
  public interface Body {
    void write() throws IOException;
  }

  /** Writes one item of an array. */
  public interface Item<T> {
    void write(T item) throws IOException;
  }

  private final JsonGenerator out;

  /** Writes to the stream, indented. */
  public Json(OutputStream stream) throws IOException {
    this(stream, true);
  }

  private Json(OutputStream stream, boolean indented) throws IOException {
    out = new JsonFactory().createGenerator(stream);
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    if (indented) {
      out.setPrettyPrinter(printer());
    } else {
      out.setCharacterEscapes(new ScriptEscapes());
    }
  }

  /** Writes one line that may stand in a page's script element: no text in it can end that. */
  public static Json forScript(OutputStream stream) throws IOException {
    return new Json(stream, false);
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }

  /** An object without a name, as in an array. */
  public void object(Body body) throws IOException {
    out.writeStartObject();
    body.write();
    out.writeEndObject();
  }

  /** A member that is an object. */
  public void object(String name, Body body) throws IOException {
    out.writeFieldName(name);
    object(body);
  }

  /** An array of objects; {@code item} writes the fields of one. */
  public <T> void objects(String name, Collection<T> items, Item<T> item) throws IOException {
    out.writeArrayFieldStart(name);
    for (T one : items) {
      object(() -> item.write(one));
    }
    out.writeEndArray();
  }

  /** Writes rows of whole numbers. */
  public interface Rows {
    void row(long... numbers) throws IOException;
  }

  /** Writes all rows of a table. */
  public interface Table {
    void write(Rows rows) throws IOException;
  }

  /** An array of arrays of whole numbers. */
  public void rows(String name, Table table) throws IOException {
    out.writeArrayFieldStart(name);
    table.write(numbers -> out.writeArray(numbers, 0, numbers.length));
    out.writeEndArray();
  }

  /** A member that is an array of strings. */
  public void strings(String name, Collection<String> items) throws IOException {
    out.writeArrayFieldStart(name);
    for (String one : items) {
      out.writeString(Texts.whole(one));
    }
    out.writeEndArray();
  }

  /** A member that is a string. */
  public void text(String name, String value) throws IOException {
    out.writeStringField(name, Texts.whole(value));
  }

  /** The text, or {@code null} when there is none. */
  public void textOrNull(String name, String value) throws IOException {
    if (value.isEmpty()) {
      unknown(name);
    } else {
      text(name, value);
    }
  }

  /** A member that is true or false. */
  public void flag(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  /** A member that is a whole number. */
  public void whole(String name, long value) throws IOException {
    out.writeNumberField(name, value);
  }

  /** A member that is an array of whole numbers. */
  public void wholes(String name, Collection<Long> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (long value : values) {
      out.writeNumber(value);
    }
    out.writeEndArray();
  }

  /** A line number, or {@code null} for 0. */
  public void line(String name, int line) throws IOException {
    whole(name, line > 0, line);
  }

  /** The number if it is known, otherwise {@code null}. */
  public void whole(String name, boolean known, long value) throws IOException {
    if (known) {
      whole(name, value);
    } else {
      unknown(name);
    }
  }

  /** A number rounded half up to some decimals; {@code null} if unknown or not finite. */
  public void decimal(String name, boolean known, double value, int decimals) throws IOException {
    if (known && Double.isFinite(value)) {
      out.writeFieldName(name);
      out.writeNumber(rounded(value, decimals));
    } else {
      unknown(name);
    }
  }

  /** An array of finite numbers, rounded half up to some decimals. */
  public void decimals(String name, Collection<Double> values, int decimals) throws IOException {
    out.writeArrayFieldStart(name);
    for (double value : values) {
      out.writeNumber(rounded(value, decimals));
    }
    out.writeEndArray();
  }

  /** A finite number with the digits from which every reader gets the same one. */
  public void exact(String name, double value) throws IOException {
    out.writeFieldName(name);
    out.writeNumber(exact(value));
  }

  /** An array of finite numbers, each with all its digits. */
  public void exacts(String name, double... values) throws IOException {
    out.writeArrayFieldStart(name);
    for (double value : values) {
      out.writeNumber(exact(value));
    }
    out.writeEndArray();
  }

  private static String exact(double value) {
    BigDecimal all = new BigDecimal(value);
    BigDecimal shorter = all.round(SHORTER);
    BigDecimal told = shorter.doubleValue() == value ? shorter : all.round(EXACT);
    BigDecimal plain = told.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toString();
  }

  private static String rounded(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }

  /** A member that is null: nobody knows it. */
  public void unknown(String name) throws IOException {
    out.writeNullField(name);
  }

  @Override
  public void close() throws IOException {
    out.writeRaw('\n');
    out.close();
  }
}
