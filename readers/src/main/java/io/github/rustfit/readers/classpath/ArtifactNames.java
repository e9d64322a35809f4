package io.github.rustfit.readers.classpath;

import io.github.rustfit.rules.component.LibraryNames;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Names libraries by the archives of a class path, the first that holds a class. Archives are
 * listed when the first class is asked for, and nothing of them is unpacked to disk or run.
 */
public final class ArtifactNames implements LibraryNames {

  /** Most classes that are kept; some 90 bytes each. */
  private static final int MOST_CLASSES = 1_000_000;

  private final Supplier<List<Archive>> classPath;
  private final int mostClasses;
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable Map<String, String> byClass;

  /** By what is on this class path, which is asked for at most once, and late. */
  public ArtifactNames(Supplier<List<Archive>> classPath) {
    this(classPath, MOST_CLASSES);
  }

  ArtifactNames(Supplier<List<Archive>> classPath, int mostClasses) {
    this.classPath = classPath;
    this.mostClasses = mostClasses;
  }

  @Override
  public Optional<String> of(String className) {
    return Optional.ofNullable(classes().get(topLevel(className)));
  }

  /** Archives that could not be read, so far: their classes have no name. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private Map<String, String> classes() {
    Map<String, String> known = byClass;
    if (known == null) {
      known = read();
      byClass = known;
    }
    return known;
  }

  private Map<String, String> read() {
    Map<String, String> found = new HashMap<>();
    for (Archive archive : classPath.get()) {
      try {
        new ArchiveClasses(archive)
            .forEach(
                (name, library) -> {
                  if (found.size() < mostClasses) {
                    found.putIfAbsent(topLevel(name), library);
                  }
                });
      } catch (IOException | IllegalArgumentException e) {
        problems.add(
            new Problem(
                archive.file().getFileName().toString(),
                0,
                "This archive of the class path cannot be read ("
                    + e.getMessage()
                    + "): its classes are named by their packages.",
                "Build or resolve it again."));
      }
    }
    if (found.size() >= mostClasses) {
      problems.add(
          new Problem(
              "",
              0,
              "The class path holds more than "
                  + mostClasses
                  + " classes: the others are named by their packages.",
              "Name fewer archives."));
    }
    return found;
  }

  /**
   * The class that others are nested in, as names tell: what is before the first {@code $} that no
   * name begins with.
   */
  private static String topLevel(String className) {
    for (int at = className.indexOf('$'); at >= 0; at = className.indexOf('$', at + 1)) {
      if (at > 0 && className.charAt(at - 1) != '.') {
        return className.substring(0, at);
      }
    }
    return className;
  }
}
