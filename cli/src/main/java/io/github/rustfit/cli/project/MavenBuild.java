package io.github.rustfit.cli.project;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A build by Maven, as its POMs say without inheritance from elsewhere, profiles left out. */
final class MavenBuild {

  /** More modules than this are in no build. */
  private static final int MOST_MODULES = 20_000;

  private MavenBuild() {}

  static Build at(Path root) {
    Map<Path, Pom> poms = new LinkedHashMap<>();
    collect(root, poms);
    Pom top = poms.getOrDefault(root, Pom.EMPTY);
    String artifact = top.artifactId().isEmpty() ? Folders.name(root) : top.artifactId();
    return new Build(
        Build.Tool.MAVEN,
        top.name().isEmpty() ? artifact : top.name(),
        top.groupId().isEmpty() ? artifact : top.groupId() + ":" + artifact,
        top.scm(),
        charset(top.encoding()),
        poms.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                one ->
                    new Module(
                        one.getValue().artifactId().isEmpty()
                            ? Folders.name(one.getKey())
                            : one.getValue().artifactId(),
                        one.getKey()))
            .toList());
  }

  /** Modules that only profiles add: {@code folder (profile name)}. */
  static List<String> leftOut(Path root, List<Module> modules) {
    Set<Path> known = new HashSet<>();
    modules.forEach(module -> known.add(module.folder()));
    SortedSet<String> names = new TreeSet<>();
    for (Module module : modules) {
      Pom.at(module.folder().resolve("pom.xml"))
          .ofProfiles()
          .forEach(
              (profile, added) ->
                  added.stream()
                      .flatMap(name -> folder(module.folder(), name).stream())
                      .filter(folder -> !known.contains(folder))
                      .map(folder -> root.relativize(folder).toString().replace('\\', '/'))
                      .forEach(name -> names.add(name + " (profile " + profile + ")")));
    }
    return List.copyOf(names);
  }

  private static void collect(Path folder, Map<Path, Pom> poms) {
    if (poms.containsKey(folder) || poms.size() > MOST_MODULES) {
      return;
    }
    Pom pom = Pom.at(folder.resolve("pom.xml"));
    poms.put(folder, pom);
    for (String module : pom.modules()) {
      folder(folder, module).ifPresent(found -> collect(found, poms));
    }
  }

  /** A module is named by its folder, or by its POM. */
  private static Optional<Path> folder(Path parent, String module) {
    try {
      Path place = parent.resolve(module.strip()).normalize();
      Path folder = Files.isRegularFile(place) ? place.getParent() : place;
      return folder != null && Folders.isFile(folder.resolve("pom.xml"))
          ? Optional.of(folder)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Folders with sources that a module's POM names itself, relative to the module. */
  static List<String> sourceDirectories(Path module) {
    return Pom.at(module.resolve("pom.xml")).sourceDirectories();
  }

  private static Optional<Charset> charset(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
