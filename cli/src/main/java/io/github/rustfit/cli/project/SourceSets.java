package io.github.rustfit.cli.project;

import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The folders with a module's sources by the layout that Maven, Gradle and sbt share: {@code
 * src/<set>/<language>}.
 */
final class SourceSets {

  private static final Pattern LANGUAGE =
      Pattern.compile("java([-_]?(9|[1-9]\\d))?|kotlin|groovy|scala(-[\\d.]+)?");

  /** Sets of sources that are not shipped. */
  private static final Pattern TESTS =
      Pattern.compile("(?i)(.*tests?|test.*|it|jmh|.*benchmarks?|spec|.*spec)");

  private SourceSets() {}

  /** Those that exist, what is shipped before what tests. */
  static Map<Path, Role> of(Path module) {
    Map<Path, Role> found = new LinkedHashMap<>();
    for (Path set : Folders.children(module.resolve("src"))) {
      Role role = TESTS.matcher(Folders.name(set)).matches() ? Role.TEST : Role.MAIN;
      for (Path language : Folders.children(set)) {
        if (LANGUAGE.matcher(Folders.name(language)).matches()) {
          found.put(language, role);
        }
      }
    }
    return found;
  }

  /** What a build generated below the folder that it writes to. */
  static Map<Path, Role> generated(Build.Tool tool, Path module) {
    Map<Path, Role> found = new LinkedHashMap<>();
    Path output = module.resolve(tool.output());
    switch (tool) {
      case MAVEN -> {
        add(found, output.resolve("generated-sources"), Role.MAIN);
        add(found, output.resolve("generated-test-sources"), Role.TEST);
      }
      case GRADLE -> {
        for (Path processor : Folders.children(output.resolve("generated/sources"))) {
          for (Path language : Folders.children(processor)) {
            for (Path set : Folders.children(language)) {
              boolean tests = TESTS.matcher(Folders.name(set)).matches();
              add(found, set, tests ? Role.TEST : Role.MAIN);
            }
          }
        }
      }
      case SBT, NONE -> {}
    }
    return found;
  }

  private static void add(Map<Path, Role> found, Path folder, Role role) {
    if (Files.isDirectory(folder)) {
      found.put(folder, role);
    }
  }

  /** The roots of a module, what is shipped before what tests. */
  static List<SourceRoot> roots(Build.Tool tool, Module module, Map<Path, Role> named) {
    Map<Path, Role> all = new LinkedHashMap<>(named);
    of(module.folder()).forEach(all::putIfAbsent);
    generated(tool, module.folder()).forEach(all::putIfAbsent);
    List<SourceRoot> roots = new ArrayList<>();
    for (Role role : Role.values()) {
      all.forEach(
          (folder, of) -> {
            if (of == role) {
              roots.add(new SourceRoot(module.name(), folder, role));
            }
          });
    }
    return roots;
  }
}
