package io.github.rustfit.readers.jfr.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A chunk's description of its own events and constants: a tree of named elements. */
public final class Metadata {

  /** A class of the recorded types: an event, a structure or a primitive. */
  public record Type(long id, String name, List<Field> fields) {}

  /**
   * A member of a {@link Type}.
   *
   * @param constant whether only a number is stored, which names an entry of the constants
   * @param timespan unit of a duration, e.g. {@code TICKS}; empty for everything else
   */
  record Field(String name, long type, boolean constant, boolean array, String timespan) {}

  /** An element of the tree; attributes are numbers of texts, name and value in turn. */
  private record Element(int name, int[] attributes, List<Element> children) {}

  /** Real metadata nests five deep; the bound keeps a damaged one from exhausting the stack. */
  private static final int DEEPEST = 16;

  private final @Nullable String[] texts;
  private final Map<Long, Type> byId = new HashMap<>();
  private final Map<Long, Layout> layouts = new ConcurrentHashMap<>();

  private Metadata(@Nullable String[] texts) {
    this.texts = texts;
  }

  /** Parses the metadata event at the cursor. */
  public static Metadata parse(Cursor cursor) {
    skipHead(cursor);
    @Nullable String[] texts = new String[cursor.count()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = cursor.text(id -> null);
    }
    Metadata metadata = new Metadata(texts);
    List<Element> classes = new ArrayList<>();
    metadata.collect(metadata.element(cursor, 0), classes);
    Map<String, String> names = new HashMap<>();
    for (Element type : classes) {
      names.put(metadata.attribute(type, "id"), metadata.attribute(type, "name"));
    }
    for (Element type : classes) {
      metadata.add(type, names);
    }
    return metadata;
  }

  /**
   * Moves past what differs between equal metadata of two chunks: size, type, times and number.
   *
   * @return position behind the metadata
   */
  static int skipHead(Cursor cursor) {
    int start = cursor.position();
    long size = cursor.number();
    if (cursor.number() != 0) {
      throw new DamagedException("no metadata where the chunk's header says it is");
    }
    cursor.number(); // start
    cursor.number(); // duration
    cursor.number(); // id
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, start + size));
  }

  /** How the members of a type follow each other; the same object for every call. */
  public Layout layout(Type type) {
    Layout layout = layouts.get(type.id());
    if (layout == null) {
      layout = Layout.of(this, type);
      layouts.put(type.id(), layout);
    }
    return layout;
  }

  /** The type with this number, or null. */
  @Nullable Type type(long id) {
    return byId.get(id);
  }

  /** All types, in no particular order. */
  public Iterable<Type> types() {
    return byId.values();
  }

  /** Whether async-profiler wrote this chunk: only it declares types of its own name space. */
  public boolean asyncProfiler() {
    for (Type type : byId.values()) {
      if (type.name().startsWith("profiler.")) {
        return true;
      }
    }
    return false;
  }

  private Element element(Cursor cursor, int depth) {
    if (depth > DEEPEST) {
      throw new DamagedException("metadata nested deeper than " + DEEPEST);
    }
    int name = text(cursor);
    int[] attributes = new int[8];
    int length = 0;
    for (int left = cursor.count(); left > 0; left--) {
      if (length == attributes.length) {
        attributes = Arrays.copyOf(attributes, 2 * length);
      }
      attributes[length++] = text(cursor);
      attributes[length++] = text(cursor);
    }
    attributes = Arrays.copyOf(attributes, length);
    int count = cursor.count();
    List<Element> children = count == 0 ? List.of() : new ArrayList<>();
    for (int i = 0; i < count; i++) {
      children.add(element(cursor, depth + 1));
    }
    return new Element(name, attributes, children);
  }

  private int text(Cursor cursor) {
    long index = cursor.number();
    if (index < 0 || index >= texts.length) {
      throw new DamagedException("metadata refers to text " + index + " of " + texts.length);
    }
    return (int) index;
  }

  private String text(int number) {
    return Objects.requireNonNullElse(texts[number], "");
  }

  private String attribute(Element element, String name) {
    int[] attributes = element.attributes();
    // Of two with the same name, the last one counts.
    for (int i = attributes.length - 2; i >= 0; i -= 2) {
      if (text(attributes[i]).equals(name)) {
        return text(attributes[i + 1]);
      }
    }
    return "";
  }

  private void collect(Element element, List<Element> classes) {
    if (text(element.name()).equals("class")) {
      classes.add(element);
    } else {
      for (Element child : element.children()) {
        collect(child, classes);
      }
    }
  }

  private void add(Element type, Map<String, String> names) {
    List<Field> fields = new ArrayList<>();
    for (Element child : type.children()) {
      if (text(child.name()).equals("field")) {
        fields.add(
            new Field(
                attribute(child, "name"),
                id(attribute(child, "class")),
                attribute(child, "constantPool").equals("true"),
                attribute(child, "dimension").equals("1"),
                timespan(child, names)));
      }
    }
    long id = id(attribute(type, "id"));
    byId.put(id, new Type(id, attribute(type, "name"), List.copyOf(fields)));
  }

  private String timespan(Element field, Map<String, String> names) {
    for (Element child : field.children()) {
      if ("jdk.jfr.Timespan".equals(names.get(attribute(child, "class")))) {
        // JDK: <annotation class value-0="TICKS">; async-profiler: value="TICKS"
        String unit = attribute(child, "value-0");
        return unit.isEmpty() ? attribute(child, "value") : unit;
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
