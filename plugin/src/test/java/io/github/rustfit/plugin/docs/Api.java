package io.github.rustfit.plugin.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.rules.rule.Rule;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The types that rules and readers of others are compiled against. */
final class Api {

  private Api() {}

  /** The public types of the module {@code rules}, by package and name. */
  static List<Class<?>> ofRules() {
    List<Class<?>> types = new ArrayList<>();
    new ClassFileImporter()
        .importUrl(Rule.class.getProtectionDomain().getCodeSource().getLocation()).stream()
            .map(JavaClass::reflect)
            .filter(Api::visible)
            .forEach(types::add);
    types.sort(
        Comparator.<Class<?>, String>comparing(Class::getPackageName)
            .thenComparing(Class::getName));
    return types;
  }

  /** What a reader needs of the module {@code readers}. */
  static List<Class<?>> ofReaders() {
    return List.of(
        Content.class,
        InputReader.class,
        Reading.class,
        Window.class,
        Window.Edge.class,
        Window.Span.class);
  }

  private static boolean visible(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (around == null || visible(around));
  }

  /** A type's name without its package, as in source. */
  static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }
}
