package io.github.rustfit.readers.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A chunk's description of its own events and constants: a tree of named elements. */
final class Metadata {

  /** A class of the recorded types: an event, a structure or a primitive. */
  record Type(long id, String name, List<Field> fields) {}

  /**
   * A member of a {@link Type}.
   *
   * @param constant whether only a number is stored, which names an entry of the constants
   * @param timespan unit of a duration, e.g. {@code TICKS}; empty for everything else
   */
  record Field(String name, long type, boolean constant, boolean array, String timespan) {}

  private record Element(String name, Map<String, String> attributes, List<Element> children) {
    String attribute(String key) {
      return Objects.requireNonNullElse(attributes.get(key), "");
    }
  }

  /** Real metadata nests five deep; the bound keeps a damaged one from exhausting the stack. */
  private static final int DEEPEST = 16;

  private final Map<Long, Type> byId = new HashMap<>();

  private Metadata() {}

  /** Parses the metadata event at the cursor. */
  static Metadata parse(Cursor cursor) {
    cursor.number(); // size
    if (cursor.number() != 0) {
      throw new DamagedException("no metadata where the chunk's header says it is");
    }
    cursor.number(); // start
    cursor.number(); // duration
    cursor.number(); // id
    String[] texts = new String[cursor.count()];
    for (int i = 0; i < texts.length; i++) {
      String text = cursor.text(id -> null);
      texts[i] = text == null ? "" : text;
    }
    Metadata metadata = new Metadata();
    List<Element> classes = new ArrayList<>();
    collect(element(cursor, texts, 0), classes);
    Map<String, String> names = new HashMap<>();
    classes.forEach(type -> names.put(type.attribute("id"), type.attribute("name")));
    classes.forEach(type -> metadata.add(type, names));
    return metadata;
  }

  /** The type with this number, or null. */
  @Nullable Type type(long id) {
    return byId.get(id);
  }

  /** All types, in no particular order. */
  Iterable<Type> types() {
    return byId.values();
  }

  /** Whether async-profiler wrote this chunk: only it declares types of its own name space. */
  boolean asyncProfiler() {
    return byId.values().stream().anyMatch(type -> type.name().startsWith("profiler."));
  }

  private static Element element(Cursor cursor, String[] texts, int depth) {
    if (depth > DEEPEST) {
      throw new DamagedException("metadata nested deeper than " + DEEPEST);
    }
    String name = text(texts, cursor);
    Map<String, String> attributes = new HashMap<>();
    for (int left = cursor.count(); left > 0; left--) {
      attributes.put(text(texts, cursor), text(texts, cursor));
    }
    int count = cursor.count();
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      children.add(element(cursor, texts, depth + 1));
    }
    return new Element(name, attributes, children);
  }

  private static String text(String[] texts, Cursor cursor) {
    long index = cursor.number();
    if (index < 0 || index >= texts.length) {
      throw new DamagedException("metadata refers to text " + index + " of " + texts.length);
    }
    return texts[(int) index];
  }

  private static void collect(Element element, List<Element> classes) {
    if (element.name().equals("class")) {
      classes.add(element);
    } else {
      element.children().forEach(child -> collect(child, classes));
    }
  }

  private void add(Element type, Map<String, String> names) {
    List<Field> fields = new ArrayList<>();
    for (Element child : type.children()) {
      if (child.name().equals("field")) {
        fields.add(
            new Field(
                child.attribute("name"),
                id(child.attribute("class")),
                child.attribute("constantPool").equals("true"),
                child.attribute("dimension").equals("1"),
                timespan(child, names)));
      }
    }
    long id = id(type.attribute("id"));
    byId.put(id, new Type(id, type.attribute("name"), List.copyOf(fields)));
  }

  private static String timespan(Element field, Map<String, String> names) {
    for (Element child : field.children()) {
      if ("jdk.jfr.Timespan".equals(names.get(child.attribute("class")))) {
        // JDK: <annotation class value-0="TICKS">; async-profiler: value="TICKS"
        String unit = child.attribute("value-0");
        return unit.isEmpty() ? child.attribute("value") : unit;
      }
    }
    return "";
  }

  private static long id(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new DamagedException("metadata has a type numbered '" + digits + "'");
    }
  }
}
