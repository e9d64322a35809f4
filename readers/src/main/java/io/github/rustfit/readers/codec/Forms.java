package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Forms of texts, numbers and collections. */
final class Forms {

  static final Form<Long> LONG = of(() -> "long", JsonGenerator::writeNumber, JsonCursor::number);
  static final Form<Integer> INT = of(() -> "int", JsonGenerator::writeNumber, JsonCursor::integer);

  /** A decimal without an exponent, as it was. */
  static final Form<Double> REAL =
      of(
          () -> "real",
          (out, value) -> out.writeNumber(BigDecimal.valueOf(value).toPlainString()),
          JsonCursor::real);

  static final Form<Boolean> FLAG = of(() -> "flag", JsonGenerator::writeBoolean, JsonCursor::flag);
  static final Form<String> TEXT = of(() -> "text", JsonGenerator::writeString, JsonCursor::string);

  private Forms() {}

  /** Writes a value. */
  interface Write<T> {
    void to(JsonGenerator out, T value) throws IOException;
  }

  /** Reads a value. */
  interface Read<T> {
    T from(JsonCursor in) throws IOException, EvidenceFormatException;
  }

  private record Of<T>(Supplier<String> text, Write<T> write, Read<T> read) implements Form<T> {

    @Override
    public String layout() {
      return text.get();
    }

    @Override
    public void write(JsonGenerator out, T value) throws IOException {
      write.to(out, value);
    }

    @Override
    public T read(JsonCursor in) throws IOException, EvidenceFormatException {
      return read.from(in);
    }
  }

  static <T> Form<T> of(Supplier<String> layout, Write<T> write, Read<T> read) {
    return new Of<>(layout, write, read);
  }

  /** A constant by its name. */
  static <E extends Enum<E>> Form<E> constant(Class<E> type) {
    Map<String, E> constants = new TreeMap<>();
    for (E constant : type.getEnumConstants()) {
      constants.put(constant.name(), constant);
    }
    return of(
        () -> Arrays.toString(type.getEnumConstants()),
        (out, constant) -> out.writeString(constant.name()),
        in -> {
          String name = in.string();
          E constant = constants.get(name);
          if (constant == null) {
            throw in.failure("unknown " + type.getSimpleName() + " '" + name + "'");
          }
          return constant;
        });
  }

  /** What the form writes, in brackets. */
  static <T> Form<T> array(Form<T> items) {
    return of(
        () -> "[" + items.layout() + "]",
        (out, value) -> {
          out.writeStartArray();
          items.write(out, value);
          out.writeEndArray();
        },
        in -> {
          in.expect(JsonToken.START_ARRAY);
          T value = items.read(in);
          in.expect(JsonToken.END_ARRAY);
          return value;
        });
  }

  /** What the form writes with its keys, in braces. */
  static <T> Form<T> object(Form<T> items) {
    return of(
        () -> "{" + items.layout() + "}",
        (out, value) -> {
          out.writeStartObject();
          items.write(out, value);
          out.writeEndObject();
        },
        in -> {
          in.expect(JsonToken.START_OBJECT);
          T value = items.read(in);
          in.expect(JsonToken.END_OBJECT);
          return value;
        });
  }

  /** All that follows in the array. */
  static <T> Form<List<T>> all(Form<T> one) {
    return of(
        () -> one.layout() + ", …",
        (out, values) -> {
          for (T value : values) {
            one.write(out, value);
          }
        },
        in -> {
          List<T> values = new ArrayList<>();
          while (in.more()) {
            values.add(one.read(in));
          }
          return values;
        });
  }

  /** All that follows in the array, in any order and nothing twice. */
  static <T extends Comparable<T>> Form<SortedSet<T>> set(Form<T> one) {
    return of(
        () -> one.layout() + ", …",
        (out, values) -> {
          for (T value : values) {
            one.write(out, value);
          }
        },
        in -> {
          SortedSet<T> values = new TreeSet<>();
          while (in.more()) {
            T value = one.read(in);
            if (!values.add(value)) {
              throw in.failure(value + " appears twice");
            }
          }
          return values;
        });
  }

  /** What follows in the array, if anything does. */
  static <T> Form<Optional<T>> optional(Form<T> items) {
    return of(
        () -> "(" + items.layout() + ")?",
        (out, value) -> {
          if (value.isPresent()) {
            items.write(out, value.get());
          }
        },
        in -> in.more() ? Optional.of(items.read(in)) : Optional.empty());
  }

  /** An object of values by their names. */
  static <K extends Comparable<K>, V> Form<Map<K, V>> named(Form<K> key, Form<V> value) {
    return of(
        () -> "{" + key.layout() + ": " + value.layout() + ", …}",
        (out, values) -> {
          out.writeStartObject();
          for (Map.Entry<K, V> entry : sorted(values).entrySet()) {
            out.writeFieldName(entry.getKey().toString());
            value.write(out, entry.getValue());
          }
          out.writeEndObject();
        },
        in -> {
          SortedMap<K, V> values = new TreeMap<>();
          in.expect(JsonToken.START_OBJECT);
          while (in.more()) {
            K name = key.read(in.name());
            put(values, name, value.read(in), in);
          }
          in.expect(JsonToken.END_OBJECT);
          return values;
        });
  }

  /** An array of rows: a key and what is known by it. */
  static <K extends Comparable<K>, V> Form<Map<K, V>> rows(Form<K> key, Form<V> value) {
    return of(
        () -> "[[" + key.layout() + ", " + value.layout() + "], …]",
        (out, values) -> {
          out.writeStartArray();
          for (Map.Entry<K, V> entry : sorted(values).entrySet()) {
            out.writeStartArray();
            key.write(out, entry.getKey());
            value.write(out, entry.getValue());
            out.writeEndArray();
          }
          out.writeEndArray();
        },
        in -> {
          SortedMap<K, V> values = new TreeMap<>();
          in.expect(JsonToken.START_ARRAY);
          while (in.more()) {
            in.expect(JsonToken.START_ARRAY);
            put(values, key.read(in), value.read(in), in);
            in.expect(JsonToken.END_ARRAY);
          }
          in.expect(JsonToken.END_ARRAY);
          return values;
        });
  }

  /** An array of values that say their keys themselves. */
  static <K extends Comparable<K>, V> Form<Map<K, V>> keyed(Form<V> value, Function<V, K> key) {
    return of(
        () -> "[" + value.layout() + ", …]",
        (out, values) -> {
          out.writeStartArray();
          for (V one : sorted(values).values()) {
            value.write(out, one);
          }
          out.writeEndArray();
        },
        in -> {
          SortedMap<K, V> values = new TreeMap<>();
          in.expect(JsonToken.START_ARRAY);
          while (in.more()) {
            V one = value.read(in);
            put(values, key.apply(one), one, in);
          }
          in.expect(JsonToken.END_ARRAY);
          return values;
        });
  }

  private static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> map) {
    return map instanceof SortedMap ? map : new TreeMap<>(map);
  }

  private static <K, V> void put(Map<K, V> values, K key, V value, JsonCursor in)
      throws EvidenceFormatException {
    if (values.put(key, value) != null) {
      throw in.failure("'" + key + "' appears twice");
    }
  }
}
