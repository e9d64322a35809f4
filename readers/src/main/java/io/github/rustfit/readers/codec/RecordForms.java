package io.github.rustfit.readers.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Derives the form of a record from the record: each component is an item, in their order, by their
 * names. What is to lie otherwise is declared. A record of rows is an array; the last component of
 * a row is not nested in it but goes on in it. A flat record has no brackets of its own: its items
 * lie among those of the record that it is a component of, their keys with a prefix if the
 * component was given a name. A map is an object when its keys are names and its values no rows,
 * else an array of rows that begin with the key. Whatever the record's constructor refuses is
 * refused.
 */
final class RecordForms {

  private record Part(Class<?> type, String component) {}

  private record Since(int version, Object before) {}

  private record Beside(String key, Form<?> form) {}

  private final Set<Class<?>> rows = new HashSet<>();
  private final Set<Class<?>> flat = new HashSet<>();
  private final Map<Part, String> names = new HashMap<>();
  private final Map<Part, Form<?>> forms = new HashMap<>();
  private final Map<Part, Since> since = new HashMap<>();
  private final Map<Part, List<Beside>> beside = new HashMap<>();
  private final Map<Class<?>, List<String>> last = new HashMap<>();
  private boolean allRows;

  /** These records are rows. */
  RecordForms rows(Class<?>... types) {
    rows.addAll(List.of(types));
    return this;
  }

  /** All records are rows. */
  RecordForms allRows() {
    allRows = true;
    return this;
  }

  /** These records have no brackets. */
  RecordForms flat(Class<?>... types) {
    flat.addAll(List.of(types));
    return this;
  }

  /** The key of a component that is not called by its name; of a flat one, the prefix. */
  RecordForms name(Class<?> type, String component, String key) {
    names.put(new Part(type, component), key);
    return this;
  }

  /** The components that come behind all others. */
  RecordForms last(Class<?> type, String... components) {
    last.put(type, List.of(components));
    return this;
  }

  /** A component with a form of its own. */
  RecordForms form(Class<?> type, String component, Form<?> form) {
    forms.put(new Part(type, component), form);
    return this;
  }

  /** What is written of the whole record in front of a component, and checked when it is read. */
  RecordForms beside(Class<?> type, String component, String key, Form<?> form) {
    beside
        .computeIfAbsent(new Part(type, component), part -> new ArrayList<>())
        .add(new Beside(key, form));
    return this;
  }

  /** A component that older versions of the format do not have: its value there. */
  RecordForms since(int version, Class<?> type, String component, Object before) {
    since.put(new Part(type, component), new Since(version, before));
    return this;
  }

  /** The form of a type. */
  @SuppressWarnings("unchecked")
  <T> Form<T> of(Class<T> type) {
    return (Form<T>) value(type);
  }

  private Form<Object> value(Type type) {
    return type instanceof ParameterizedType generic
        ? collection(generic)
        : simple((Class<?>) type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Form<Object> simple(Class<?> type) {
    if (type.isRecord()) {
      return isFlat(type)
          ? items(type, false, "")
          : isRow(type) ? Forms.array(items(type, false, "")) : Forms.object(items(type, true, ""));
    }
    Form<?> form =
        type.isEnum()
            ? Forms.constant((Class<Enum>) type)
            : type == String.class
                ? Forms.TEXT
                : type == long.class || type == Long.class
                    ? Forms.LONG
                    : type == int.class || type == Integer.class
                        ? Forms.INT
                        : type == double.class
                            ? Forms.REAL
                            : type == boolean.class ? Forms.FLAG : null;
    if (form == null) {
      throw new IllegalArgumentException("no form for " + type);
    }
    return (Form<Object>) form;
  }

  private Form<Object> collection(ParameterizedType type) {
    return isMap(type) ? map(type) : Forms.array(inside(type));
  }

  /** The items of a collection without its brackets. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private Form<Object> inside(ParameterizedType type) {
    Type one = type.getActualTypeArguments()[0];
    Form<?> form =
        type.getRawType() == Optional.class
            ? Forms.optional(content(one))
            : type.getRawType() == SortedSet.class
                ? Forms.set((Form) value(one))
                : type.getRawType() == List.class ? Forms.all(value(one)) : null;
    if (form == null) {
      throw new IllegalArgumentException("no form for " + type);
    }
    return (Form<Object>) form;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Form<Object> map(ParameterizedType type) {
    Type key = type.getActualTypeArguments()[0];
    Type value = type.getActualTypeArguments()[1];
    boolean named = key == String.class || ((Class<?>) key).isEnum();
    return named && !(value instanceof Class<?> row && isRow(row))
        ? (Form) Forms.named((Form) value(key), value(value))
        : (Form) Forms.rows((Form) value(key), content(value));
  }

  /** A row without its brackets, or any other value. */
  private Form<Object> content(Type type) {
    return type instanceof Class<?> row && isRow(row) ? items(row, false, "") : value(type);
  }

  private Form<Object> items(Class<?> type, boolean keys, String prefix) {
    List<RecordComponent> ordered = new ArrayList<>();
    List<RecordComponent> behind = new ArrayList<>();
    List<RecordComponent> components = List.of(type.getRecordComponents());
    List<String> names = last.getOrDefault(type, List.of());
    components.forEach(one -> (names.contains(one.getName()) ? behind : ordered).add(one));
    ordered.addAll(behind);
    List<RecordForm.Item> items = new ArrayList<>();
    for (RecordComponent one : ordered) {
      Part part = new Part(type, one.getName());
      for (Beside more : beside.getOrDefault(part, List.of())) {
        items.add(new RecordForm.Item(more.key, any(more.form), -1, 0, ""));
      }
      boolean end = !keys && items.size() == components.size() - 1;
      items.add(item(part, one, components.indexOf(one), keys, prefix, end));
    }
    return new RecordForm(type, items);
  }

  private RecordForm.Item item(
      Part part, RecordComponent component, int index, boolean keys, String prefix, boolean end) {
    Since first = since.getOrDefault(part, new Since(0, ""));
    String name = names.getOrDefault(part, component.getName());
    String key = keys ? prefix.isEmpty() ? name : prefix + capital(name) : "";
    Type type = component.getGenericType();
    Form<?> own = forms.get(part);
    Form<Object> form;
    if (own != null) {
      form = any(own);
    } else if (keys && type instanceof Class<?> record && isFlat(record)) {
      form = items(record, true, names.getOrDefault(part, ""));
      key = "";
    } else if (end && type instanceof ParameterizedType generic && !isMap(generic)) {
      form = inside(generic);
    } else {
      form = value(type);
    }
    return new RecordForm.Item(key, form, index, first.version, first.before);
  }

  private boolean isRow(Class<?> type) {
    return rows.contains(type) || (allRows && type.isRecord());
  }

  private boolean isFlat(Class<?> type) {
    return flat.contains(type);
  }

  private static boolean isMap(ParameterizedType type) {
    return Map.class.isAssignableFrom((Class<?>) type.getRawType());
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  @SuppressWarnings("unchecked")
  private static Form<Object> any(Form<?> form) {
    return (Form<Object>) form;
  }
}
