package io.github.rustfit.readers.source.outline;

import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import java.util.List;
import java.util.Optional;

/**
 * The classes that hold what stands in a file itself.
 *
 * @param language of the file
 * @param stem its name without the suffix
 * @param given the name that the file gives it ({@code @file:JvmName}); empty without
 * @param multifile whether several files share it ({@code @file:JvmMultifileClass})
 * @param packageName of the file; empty for the default one
 */
record Facade(Language language, String stem, String given, boolean multifile, String packageName) {

  /**
   * These classes, up to a file's last line.
   *
   * @param members whether anything stands in the file that makes it have one
   * @param others the types that the file declares
   */
  List<SourceType> types(
      List<SourceMethod> functions, boolean members, List<SourceType> others, int last) {
    return switch (language) {
      case KOTLIN -> {
        String own = kotlinName(stem) + "Kt";
        String name = given.isEmpty() ? own : given;
        SourceType facade = type(name, functions, last);
        yield !members
            ? List.of()
            : multifile
                ? List.of(facade, type(name + "__" + own, functions, last))
                : List.of(facade);
      }
      // Scala 3 only
      case SCALA -> members ? List.of(type(stem + "$package", functions, last)) : List.of();
      case GROOVY -> {
        SourceType script = type(stem, functions, last);
        boolean declared =
            others.stream().anyMatch(type -> type.binaryName().equals(script.binaryName()));
        yield declared ? List.of() : List.of(script);
      }
    };
  }

  private SourceType type(String name, List<SourceMethod> functions, int last) {
    String qualified = packageName.isEmpty() ? name : packageName + "." + name;
    return new SourceType(qualified, 1, last, functions, Optional.empty());
  }

  /**
   * As the compiler makes a class name of a file name (kotlinc's {@code PackagePartClassUtils}).
   */
  private static String kotlinName(String stem) {
    StringBuilder name = new StringBuilder();
    for (char c : stem.toCharArray()) {
      name.append(Character.isJavaIdentifierPart(c) ? c : '_');
    }
    if (!name.isEmpty() && !Character.isJavaIdentifierStart(name.charAt(0))) {
      return "_" + name;
    }
    if (!name.isEmpty()) {
      name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    }
    return name.toString();
  }
}
