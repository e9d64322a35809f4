package io.github.rustfit.plugin.docs;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a compiler needs to know of types, one line each: the same for every JDK. */
final class Signatures {

  private Signatures() {}

  /** Each type, and below it whatever of it is public or protected. */
  static String of(Collection<Class<?>> types) {
    StringBuilder text = new StringBuilder();
    for (Class<?> type : types) {
      text.append(head(type)).append('\n');
      members(type).forEach(member -> text.append("  ").append(member).append('\n'));
    }
    return text.toString();
  }

  private static String head(Class<?> type) {
    String supers =
        Stream.concat(
                Stream.of(type).filter(Signatures::extending).map(Class::getGenericSuperclass),
                Arrays.stream(type.getGenericInterfaces()))
            .map(Signatures::name)
            .collect(Collectors.joining(", "));
    String limits =
        type.isEnum()
            ? "" // whether a constant has a body is nobody's business
            : modifiers(type.getModifiers() & ~Modifier.STATIC)
                + (type.isSealed() ? "sealed " : "");
    return limits
        + kind(type)
        + type.getName()
        + variables(type.getTypeParameters()).strip()
        + (supers.isEmpty() ? "" : " : " + supers);
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation ";
    }
    if (type.isInterface()) {
      return "interface ";
    }
    return type.isRecord() ? "record " : type.isEnum() ? "enum " : "class ";
  }

  private static boolean extending(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent != null && parent != Object.class && parent != Record.class && !type.isEnum();
  }

  private static SortedSet<String> members(Class<?> type) {
    SortedSet<String> lines = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (visible(field)) {
        lines.add(
            modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (visible(constructor)) {
        lines.add(modifiers(constructor.getModifiers()) + "new" + parameters(constructor));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (visible(method)) {
        lines.add(
            modifiers(method.getModifiers())
                + (method.isDefault() ? "default " : "")
                + variables(method.getTypeParameters())
                + name(method.getGenericReturnType())
                + " "
                + method.getName()
                + parameters(method));
      }
    }
    return lines;
  }

  private static boolean visible(Member member) {
    return !member.isSynthetic()
        && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  private static String parameters(Executable of) {
    String thrown =
        Arrays.stream(of.getGenericExceptionTypes())
            .map(Signatures::name)
            .collect(Collectors.joining(", "));
    return Arrays.stream(of.getGenericParameterTypes())
            .map(Signatures::name)
            .collect(Collectors.joining(", ", "(", ")"))
        + (thrown.isEmpty() ? "" : " throws " + thrown);
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(one -> one.getName() + bounds(List.of(one.getBounds())))
            .collect(Collectors.joining(", ", "<", "> "));
  }

  private static String bounds(List<Type> bounds) {
    return bounds.equals(List.of(Object.class))
        ? ""
        : bounds.stream().map(Signatures::name).collect(Collectors.joining(" & ", " extends ", ""));
  }

  /** Names of this project begin at its module; those of the JDK's usual packages are short. */
  private static String name(Type type) {
    return type.getTypeName()
        .replaceAll("\\bio[.]github[.]rustfit[.]", "")
        .replaceAll("\\bjava[.](?:lang|util)[.](?=[A-Z])", "");
  }

  private static String modifiers(int modifiers) {
    String text =
        Modifier.toString(
            modifiers
                & (Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT));
    return text.isEmpty() ? "" : text + " ";
  }
}
