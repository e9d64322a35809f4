package io.github.rustfit.capture.agent;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A capture, read by the page on its format. */
record Capture(
    long started,
    long nanos,
    long processor,
    long pid,
    List<String> notes,
    Map<String, Method> methods) {

  record Call(int size, int outcome, List<@Nullable Object> arguments, @Nullable Object result) {}

  record Method(
      long calls,
      long thrown,
      long in,
      long out,
      String whyNot,
      Map<Integer, Long> strata,
      List<String> fields,
      List<Call> captured) {}

  /** The method of that class, name and descriptor. */
  Method method(String name) {
    return Objects.requireNonNull(methods.get(name), name);
  }

  static Capture read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String head = "rustfit-capture 2\nmay hold personal data; not for commits or reports\n";
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (!new String(in.readNBytes(head.length()), StandardCharsets.US_ASCII).equals(head)) {
        throw new IOException("head");
      }
      long[] first = {in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()};
      in.readUTF();
      List<String> notes = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        notes.add(in.readUTF());
      }
      Map<String, Method> methods = new LinkedHashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        String name = in.readUTF() + "#" + in.readUTF() + in.readUTF();
        in.readInt();
        methods.put(name, method(in));
      }
      if (in.readInt() != 0x454e4421 || in.read() != -1) {
        throw new IOException("end");
      }
      return new Capture(first[0], first[1], first[2], first[3], notes, methods);
    }
  }

  private static Method method(DataInputStream in) throws IOException {
    long[] counts = {in.readLong(), in.readLong(), in.readLong(), in.readLong()};
    String whyNot = in.readUTF();
    Map<Integer, Long> strata = new TreeMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      strata.put(in.readUnsignedByte(), in.readLong());
      in.readLong();
    }
    int arguments = in.readUnsignedByte();
    List<String> fields = new ArrayList<>();
    for (int i = in.readUnsignedByte(); i > 0; i--) {
      fields.add(in.readUTF());
    }
    List<Call> calls = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      int size = in.readUnsignedByte();
      int outcome = in.readUnsignedByte();
      List<@Nullable Object> values = new ArrayList<>();
      for (int k = 0; k < arguments + fields.size(); k++) {
        values.add(value(in, values));
      }
      calls.add(
          new Call(
              size,
              outcome,
              values,
              outcome == 0 ? value(in, List.of()) : outcome == 1 ? in.readUTF() : null));
    }
    return new Method(counts[0], counts[1], counts[2], counts[3], whyNot, strata, fields, calls);
  }

  private static @Nullable Object value(DataInputStream in, List<@Nullable Object> before)
      throws IOException {
    char tag = (char) in.readUnsignedByte();
    switch (tag) {
      case 'N':
        return null;
      case 'V':
        return "void";
      case 'R':
        return before.get(in.readUnsignedByte());
      case 's':
        StringBuilder text = new StringBuilder();
        for (int i = in.readInt(); i > 0; i--) {
          text.append(in.readChar());
        }
        return text.toString();
      case '[':
        char element = (char) in.readUnsignedByte();
        return element == '[' ? grid(in) : array(in, element);
      default:
        return scalar(in, tag);
    }
  }

  /** Of two dimensions, as tests have no more. */
  private static Object grid(DataInputStream in) throws IOException {
    char element = (char) in.readUnsignedByte();
    @Nullable Object[] rows = new Object[in.readInt()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = in.readBoolean() ? array(in, element) : null;
    }
    return rows;
  }

  private static Object array(DataInputStream in, char element) throws IOException {
    int length = in.readInt();
    Class<?> type =
        Objects.requireNonNull(
            Map.<Character, Class<?>>of(
                    'Z',
                    boolean.class,
                    'B',
                    byte.class,
                    'C',
                    char.class,
                    'S',
                    short.class,
                    'I',
                    int.class,
                    'J',
                    long.class,
                    'F',
                    float.class,
                    'D',
                    double.class)
                .get(element));
    Object array = Array.newInstance(type, length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, scalar(in, element));
    }
    return array;
  }

  private static Object scalar(DataInputStream in, char tag) throws IOException {
    return switch (tag) {
      case 'Z' -> in.readBoolean();
      case 'B' -> (Object) in.readByte();
      case 'C' -> (Object) in.readChar();
      case 'S' -> (Object) in.readShort();
      case 'I' -> (Object) in.readInt();
      case 'J' -> (Object) in.readLong();
      case 'F' -> (Object) in.readFloat();
      case 'D' -> (Object) in.readDouble();
      default -> throw new IOException("tag " + (int) tag);
    };
  }
}
