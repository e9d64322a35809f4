package io.github.rustfit.engine.enforcement;

import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A change that is checked.
 *
 * @param since what it is compared with, as the user wrote it
 * @param components names of the components that it touches
 */
public record Change(String since, SortedSet<String> components) {

  public Change {
    components = Collections.unmodifiableSortedSet(new TreeSet<>(components));
  }

  /**
   * The components that changed files belong to. A file that is gone belongs to the component of
   * the files that are left in its folder.
   *
   * @param since what the change is compared with
   * @param paths of the changed files, relative to the project's root, with {@code /}
   * @param sources all source files
   * @param components the partition of these
   */
  public static Change of(
      String since,
      Collection<String> paths,
      Collection<SourceFile> sources,
      Components components) {
    SortedSet<String> changed = new TreeSet<>(paths);
    SortedSet<String> folders = new TreeSet<>();
    SortedSet<String> present = new TreeSet<>();
    sources.forEach(file -> present.add(file.path()));
    changed.stream()
        .filter(path -> path.endsWith(".java") && !present.contains(path))
        .forEach(path -> folders.add(folder(path)));
    SortedSet<String> touched = new TreeSet<>();
    for (SourceFile file : sources) {
      if (changed.contains(file.path()) || folders.contains(folder(file.path()))) {
        components.ofFile(file).map(Component::name).ifPresent(touched::add);
      }
    }
    return new Change(since, touched);
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
