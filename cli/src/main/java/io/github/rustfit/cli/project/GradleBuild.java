package io.github.rustfit.cli.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A build by Gradle, as far as {@code settings.gradle} says by literals what belongs to it. Where
 * it computes that, every folder with a build file or sources belongs to it.
 */
final class GradleBuild {

  private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");
  private static final List<String> SCRIPTS = List.of("build.gradle", "build.gradle.kts");

  private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|(?m)^\\s*//.*$");
  private static final String LITERAL = "[\"']([^\"'$\\\\]{1,300})[\"']";
  private static final Pattern INCLUDE =
      Pattern.compile("\\binclude\\s*\\(?\\s*(" + LITERAL + "(?:\\s*,\\s*" + LITERAL + ")*)");
  private static final Pattern ANY_INCLUDE = Pattern.compile("\\binclude\\b(?!Build|Flat)");
  private static final Pattern NAME = Pattern.compile(LITERAL);
  private static final Pattern ROOT_NAME =
      Pattern.compile("\\brootProject\\.name\\s*=\\s*" + LITERAL);
  private static final Pattern PLACE =
      Pattern.compile(
          "\\bproject\\s*\\(\\s*"
              + LITERAL
              + "\\s*\\)\\s*\\.\\s*projectDir\\s*=\\s*(?:new\\s+)?[Ff]ile\\s*\\([^\"']*"
              + LITERAL);

  private GradleBuild() {}

  static boolean isAt(Path root) {
    return hasAny(root, SETTINGS) || hasAny(root, SCRIPTS);
  }

  private static boolean hasAny(Path folder, List<String> names) {
    return names.stream().anyMatch(name -> Folders.isFile(folder.resolve(name)));
  }

  static Build at(Path root) {
    String settings =
        SETTINGS.stream()
            .map(root::resolve)
            .map(Folders::text)
            .flatMap(Optional::stream)
            .findFirst()
            .map(text -> COMMENT.matcher(text).replaceAll(" "))
            .orElse("");
    Matcher named = ROOT_NAME.matcher(settings);
    String name = named.find() ? named.group(1) : "";
    return new Build(
        Build.Tool.GRADLE,
        name,
        name.isEmpty() ? Folders.name(root) : name,
        "",
        Optional.empty(),
        modules(root, settings, name));
  }

  private static List<Module> modules(Path root, String settings, String rootName) {
    Map<String, Path> included = included(root, settings);
    if (included.isEmpty() || count(ANY_INCLUDE, settings) > count(INCLUDE, settings)) {
      return Folders.named(
          root,
          Folders.all(root, folder -> hasAny(folder, SCRIPTS) || !SourceSets.of(folder).isEmpty()));
    }
    Map<Path, String> modules = new TreeMap<>();
    modules.put(root, rootName.isEmpty() ? Folders.name(root) : rootName);
    Map<String, Integer> uses = new LinkedHashMap<>();
    included.keySet().forEach(path -> uses.merge(last(path), 1, Integer::sum));
    included.forEach(
        (path, folder) ->
            modules.put(
                folder,
                uses.getOrDefault(last(path), 0) > 1 ? path.replace(':', '-') : last(path)));
    return modules.entrySet().stream()
        .map(one -> new Module(one.getValue(), one.getKey()))
        .toList();
  }

  /** Folders by the paths of the projects, without the first colon. */
  private static Map<String, Path> included(Path root, String settings) {
    Map<String, Path> found = new LinkedHashMap<>();
    Matcher include = INCLUDE.matcher(settings);
    while (include.find()) {
      Matcher name = NAME.matcher(include.group(1));
      while (name.find()) {
        String path = name.group(1).replaceFirst("^:", "");
        put(found, path, root, path.replace(':', '/'));
      }
    }
    Matcher place = PLACE.matcher(settings);
    while (place.find()) {
      put(found, place.group(1).replaceFirst("^:", ""), root, place.group(2));
    }
    return found;
  }

  private static void put(Map<String, Path> found, String path, Path root, String folder) {
    try {
      Path place = root.resolve(folder).normalize();
      if (!path.isBlank() && place.startsWith(root)) {
        found.put(path, place);
      }
    } catch (InvalidPathException e) {
      // no folder can have that name, so there is nothing in it
    }
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf(':') + 1);
  }
}
