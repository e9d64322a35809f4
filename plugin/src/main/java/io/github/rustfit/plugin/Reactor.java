package io.github.rustfit.plugin;

import io.github.rustfit.readers.source.SourceRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the analysis needs to know of the modules that are built together. */
final class Reactor {

  /** How far the clocks of a file system and of Maven may differ. */
  private static final long CLOCK_MILLIS = 2_000;

  private final MavenSession session;
  private final MavenProject current;

  /** What is built, which {@code -pl} may limit. */
  private final List<MavenProject> selected;

  /** What belongs together, whatever of it is built. */
  private final List<MavenProject> all;

  Reactor(MavenSession session, MavenProject current) {
    this.session = session;
    this.current = current;
    this.selected = orCurrent(session.getProjects());
    List<MavenProject> known = session.getAllProjects();
    this.all = known == null || known.size() < selected.size() ? selected : List.copyOf(known);
  }

  private List<MavenProject> orCurrent(@Nullable List<MavenProject> projects) {
    return projects == null || projects.isEmpty() ? List.of(current) : List.copyOf(projects);
  }

  private MavenProject top() {
    MavenProject top = session.getTopLevelProject();
    return top == null ? current : top;
  }

  /** The project whose POM Maven was started with, also where {@code -pl} leaves it out. */
  private MavenProject whole() {
    return all.stream().filter(MavenProject::isExecutionRoot).findFirst().orElseGet(this::top);
  }

  /** Where the project says that its source lies; empty where it does not. */
  String scm() {
    Scm scm = whole().getScm();
    return scm == null || scm.getUrl() == null ? "" : scm.getUrl();
  }

  /** Whether the goal runs in the project that does the work for all. */
  boolean atTop() {
    return top().equals(current);
  }

  /** Whether the current project, built beside others, can only be a parent of some. */
  boolean parentOfOthers() {
    return "pom".equals(current.getPackaging())
        && current.getModules().isEmpty()
        && !current.isExecutionRoot()
        && selected.size() > 1;
  }

  /** Whether every other module of the build is built already. */
  boolean othersAreBuilt() {
    MavenExecutionResult result = session.getResult();
    return selected.stream()
        .filter(project -> !project.equals(current))
        .allMatch(project -> result != null && result.getBuildSummary(project) != null);
  }

  /** The folder of the project whose POM Maven was started with. */
  Path root() {
    return whole().getBasedir().toPath().toAbsolutePath().normalize();
  }

  /** {@code groupId:artifactId} of the project whose POM Maven was started with. */
  String coordinates() {
    return whole().getGroupId() + ":" + whole().getArtifactId();
  }

  /** The name of that project as people write it. */
  String name() {
    return whole().getName();
  }

  /** Where results go by default, the same whatever {@code -pl} selects. */
  Path outputFolder() {
    return Path.of(whole().getBuild().getDirectory()).resolve("rustfit");
  }

  /** All modules that belong together. */
  List<MavenProject> modules() {
    return all;
  }

  /** Where the shipped classes of all modules are compiled to. */
  List<Path> classFolders() {
    return all.stream()
        .map(project -> project.getBuild().getOutputDirectory())
        .filter(Objects::nonNull)
        .map(Path::of)
        .toList();
  }

  /** Existing source roots of all modules. */
  List<SourceRoot> sourceRoots() {
    List<SourceRoot> roots = new ArrayList<>();
    all.forEach(project -> roots.addAll(SourceFolders.of(project)));
    return roots;
  }

  /**
   * Where recordings are looked for when none is named: {@code rustfit/}, {@code target/rustfit/}.
   */
  List<Path> defaultPlaces() {
    List<Path> places = new ArrayList<>();
    places.add(root().resolve("rustfit"));
    for (MavenProject project : all) {
      places.add(Path.of(project.getBuild().getDirectory()).resolve("rustfit"));
    }
    return places;
  }

  /** What modules do not record as their tests run in Maven's own JVM; each with its name. */
  List<String> withoutForks() {
    return all.stream()
        .flatMap(
            project ->
                WithoutForks.warnings(project, session).stream()
                    .map(why -> "In " + project.getArtifactId() + ", " + why))
        .toList();
  }

  /** Modules of profiles that are not active: {@code folder (profile name)}. */
  List<String> leftOut() {
    SortedSet<String> names = new TreeSet<>();
    Set<Path> built =
        all.stream()
            .map(project -> project.getBasedir().toPath().toAbsolutePath().normalize())
            .collect(Collectors.toSet());
    for (MavenProject project : all) {
      Model model = project.getOriginalModel();
      Path folder = project.getBasedir().toPath().toAbsolutePath().normalize();
      for (Profile profile : model == null ? List.<Profile>of() : model.getProfiles()) {
        for (String module : profile.getModules()) {
          Path place = folder.resolve(module).normalize();
          Path of = place.toString().endsWith(".xml") ? place.getParent() : place;
          if (of != null && Files.isDirectory(of) && !built.contains(of)) {
            String name = root().relativize(of).toString().replace('\\', '/');
            names.add(name + " (profile " + profile.getId() + ")");
          }
        }
      }
    }
    return List.copyOf(names);
  }

  /** The encoding of the sources, as the top project declares it; UTF-8 if it does not. */
  Charset charset() {
    String name = whole().getProperties().getProperty("project.build.sourceEncoding", "");
    try {
      return name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /**
   * Why a file of the build's output folders is no work of this build: its module is not built in
   * it, or not yet, or nothing in it wrote the file. Nothing is said where nothing is built at all,
   * nor, outside of the lifecycle, of a file that is younger than all sources of its module.
   *
   * @param path relative to {@link #root()}, with {@code /}
   * @param inLifecycle whether the goal runs while the current module is built
   */
  Optional<String> leftOver(String path, boolean inLifecycle) {
    MavenExecutionResult result = session.getResult();
    if (result == null
        || (!inLifecycle
            && selected.stream().allMatch(one -> result.getBuildSummary(one) == null))) {
      return Optional.empty();
    }
    Path file = root().resolve(path).normalize();
    return all.stream()
        .filter(project -> file.startsWith(Path.of(project.getBuild().getDirectory())))
        .findFirst()
        .flatMap(
            project -> {
              boolean built =
                  result.getBuildSummary(project) != null
                      || (inLifecycle && project.equals(current));
              if (!inLifecycle && youngerThanSources(project, file)) {
                return Optional.empty();
              }
              if (built) {
                return old(file) ? Optional.of("no part of this one wrote it") : Optional.empty();
              }
              return Optional.of(
                  "module '"
                      + project.getArtifactId()
                      + (selected.contains(project)
                          ? "' is not built yet in this one"
                          : "' is no part of this one"));
            });
  }

  /** Whether nothing of a module's sources was written since. */
  private static boolean youngerThanSources(MavenProject project, Path file) {
    try {
      FileTime written = Files.getLastModifiedTime(file);
      for (SourceRoot root : SourceFolders.of(project)) {
        try (Stream<Path> all = Files.walk(root.directory())) {
          boolean changed =
              all.filter(Files::isRegularFile)
                  .anyMatch(source -> modified(source).compareTo(written) > 0);
          if (changed) {
            return false;
          }
        }
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false; // a glob or an entry of an archive, or sources that cannot be looked at
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file was last written before Maven started. */
  private boolean old(Path file) {
    MavenExecutionRequest request = session.getRequest();
    if (request == null || request.getStartTime() == null) {
      return false;
    }
    try {
      long written = Files.getLastModifiedTime(file).toMillis();
      return written < request.getStartTime().getTime() - CLOCK_MILLIS;
    } catch (IOException e) {
      return false; // a glob or an entry of an archive
    }
  }
}
