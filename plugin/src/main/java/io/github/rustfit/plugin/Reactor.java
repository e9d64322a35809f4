package io.github.rustfit.plugin;

import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.SourceFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What the analysis needs to know of the modules that are built together. */
final class Reactor {

  private final MavenSession session;
  private final MavenProject current;
  private final List<MavenProject> projects;

  Reactor(MavenSession session, MavenProject current) {
    this.session = session;
    this.current = current;
    List<MavenProject> all = session.getProjects();
    this.projects = all == null || all.isEmpty() ? List.of(current) : List.copyOf(all);
  }

  private MavenProject top() {
    MavenProject top = session.getTopLevelProject();
    return top == null ? current : top;
  }

  /** Whether the goal runs in the project that Maven was started for. */
  boolean atTop() {
    return top().equals(current);
  }

  /** The folder of the project that Maven was started for. */
  Path root() {
    return top().getBasedir().toPath().toAbsolutePath().normalize();
  }

  /** {@code groupId:artifactId} of the project that Maven was started for. */
  String coordinates() {
    return top().getGroupId() + ":" + top().getArtifactId();
  }

  /** Existing source roots of all modules. */
  List<SourceRoot> sourceRoots() {
    List<SourceRoot> roots = new ArrayList<>();
    for (MavenProject project : projects) {
      add(roots, project, project.getCompileSourceRoots(), SourceFile.Role.MAIN);
      add(roots, project, project.getTestCompileSourceRoots(), SourceFile.Role.TEST);
    }
    return roots;
  }

  private static void add(
      List<SourceRoot> roots, MavenProject project, List<String> folders, SourceFile.Role role) {
    for (String folder : folders) {
      Path path = project.getBasedir().toPath().resolve(folder);
      if (Files.isDirectory(path)) {
        roots.add(new SourceRoot(project.getArtifactId(), path, role));
      }
    }
  }

  /**
   * Where recordings are looked for when none is named: {@code rustfit/}, {@code target/rustfit/}.
   */
  List<Path> defaultPlaces() {
    List<Path> places = new ArrayList<>();
    places.add(root().resolve("rustfit"));
    for (MavenProject project : projects) {
      places.add(Path.of(project.getBuild().getDirectory()).resolve("rustfit"));
    }
    return places;
  }

  /** The encoding of the sources, as the top project declares it; UTF-8 if it does not. */
  Charset charset() {
    String name = top().getProperties().getProperty("project.build.sourceEncoding", "");
    try {
      return name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /**
   * The module that a file of the build's output folders comes from, if that module is yet to be
   * built in this session: its recordings are left over from an earlier build.
   *
   * @param path relative to {@link #root()}, with {@code /}
   */
  Optional<String> notYetBuilt(String path) {
    if (session.getResult() == null) {
      return Optional.empty();
    }
    Path file = root().resolve(path).normalize();
    return projects.stream()
        .filter(project -> !project.equals(current))
        .filter(project -> session.getResult().getBuildSummary(project) == null)
        .filter(project -> file.startsWith(Path.of(project.getBuild().getDirectory())))
        .map(MavenProject::getArtifactId)
        .findFirst();
  }
}
