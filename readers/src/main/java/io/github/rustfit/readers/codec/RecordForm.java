package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A record as items in a fixed order: its components, and what is written beside them. */
final class RecordForm implements Form<Object> {

  /**
   * One component.
   *
   * @param key its key; empty for none
   * @param form how its value lies
   * @param index its place among the components; negative when what is written is no component
   * @param since the version of the format that has it first
   * @param before its value in older versions
   */
  record Item(String key, Form<Object> form, int index, int since, Object before) {}

  private final Constructor<?> constructor;
  private final Method[] accessors;
  private final List<Item> items;

  RecordForm(Class<?> type, List<Item> items) {
    this.items = List.copyOf(items);
    List<Class<?>> types = new ArrayList<>();
    List<Method> found = new ArrayList<>();
    for (var component : type.getRecordComponents()) {
      types.add(component.getType());
      found.add(component.getAccessor());
    }
    this.accessors = found.toArray(Method[]::new);
    try {
      this.constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its constructor", e);
    }
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    for (Item item : items) {
      if (!item.key.isEmpty()) {
        out.writeFieldName(item.key);
      }
      item.form.write(out, item.index < 0 ? value : component(item.index, value));
    }
  }

  @Override
  public Object read(JsonCursor in) throws IOException, EvidenceFormatException {
    Object[] values = new Object[accessors.length];
    for (Item item : items) {
      if (item.since > in.version()) {
        values[item.index] = item.before;
      } else {
        if (!item.key.isEmpty()) {
          in.key(item.key);
        }
        Object value = item.form.read(in);
        if (item.index >= 0) {
          values[item.index] = value;
        }
      }
    }
    return make(values);
  }

  private Object component(int index, Object value) {
    try {
      return accessors[index].invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessors[index] + " is public and plain", e);
    }
  }

  private Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " is public", e);
    }
  }

  @Override
  public String layout() {
    return items.stream()
        .map(item -> label(item) + item.form.layout())
        .collect(Collectors.joining(", "));
  }

  /** The key, or the component that has none. */
  private String label(Item item) {
    if (item.key.isEmpty()) {
      return item.form instanceof RecordForm ? "" : accessors[item.index].getName() + " ";
    }
    return item.key + ": ";
  }
}
