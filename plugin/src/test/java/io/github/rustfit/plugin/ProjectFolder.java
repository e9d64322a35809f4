package io.github.rustfit.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;

/** A project in a temporary folder, for one test. */
final class ProjectFolder implements AutoCloseable {

  /** Recordings that a sample really made. */
  static final Path SAMPLE = Path.of("..", "sample-projects", "read-states");

  private final Path folder;

  ProjectFolder() {
    try {
      folder = Files.createTempDirectory("rustfit-goal");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String relative) {
    return folder.resolve(relative);
  }

  ProjectFolder with(String relative, String text) {
    return with(relative, text.getBytes(StandardCharsets.UTF_8));
  }

  ProjectFolder with(String relative, byte[] bytes) {
    try {
      Path file = folder.resolve(relative);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One small class in the package of the sample's cache, so that recordings have an owner. */
  ProjectFolder withSource() {
    return with(
        "src/main/java/io/github/rustfit/samples/readstates/cache/MarkerShard.java",
        read(
            SAMPLE.resolve(
                "src/main/java/io/github/rustfit/samples/readstates/cache/MarkerShard.java")));
  }

  /** The sample's recording and GC log in the default place. */
  ProjectFolder withRecordings() {
    return with("rustfit/recording.jfr.gz", sample("recording.jfr.gz"))
        .with("rustfit/gc.log.gz", sample("gc.log.gz"));
  }

  /** The sources of the sample tune-me, its run as found in one folder and cured in another. */
  ProjectFolder withTuneMe(String asFound, String cured) {
    Path sample = Path.of("..", "sample-projects", "tune-me");
    try (Stream<Path> sources = Files.walk(sample.resolve("src/main/java"))) {
      sources
          .filter(Files::isRegularFile)
          .forEach(file -> with(sample.relativize(file).toString().replace('\\', '/'), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String name : new String[] {"recording.jfr.gz", "gc.log.gz"}) {
      with(asFound + "/" + name, read(sample.resolve("rustfit").resolve(name)));
      with(cured + "/" + name, read(sample.resolve("rustfit-cured").resolve(name)));
    }
    return this;
  }

  /** Three short runs each of the sample tune-me, as found in one folder and cured in another. */
  ProjectFolder withTuneMeRuns(String asFound, String cured) {
    withTuneMe("once", "once-cured");
    Path runs = Path.of("..", "sample-projects", "tune-me", "runs");
    for (String run : new String[] {"1", "2", "3"}) {
      for (String name : new String[] {"recording.jfr.gz", "gc.log.gz"}) {
        with(asFound + "/" + run + "/" + name, read(runs.resolve("as-found/" + run + "/" + name)));
        with(cured + "/" + run + "/" + name, read(runs.resolve("cured/" + run + "/" + name)));
      }
    }
    return this;
  }

  static byte[] sample(String name) {
    return read(SAMPLE.resolve("rustfit").resolve(name));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String relative) {
    return new String(read(folder.resolve(relative)), StandardCharsets.UTF_8);
  }

  boolean has(String relative) {
    return Files.exists(folder.resolve(relative));
  }

  /** The project as Maven would hand it to a goal. */
  MavenProject project() {
    MavenProject project = new MavenProject();
    project.setGroupId("it");
    project.setArtifactId("shop");
    project.setVersion("1");
    project.setName("Shop");
    project.setFile(folder.resolve("pom.xml").toFile());
    Build build = new Build();
    build.setDirectory(folder.resolve("target").toString());
    project.setBuild(build);
    project.addCompileSourceRoot(folder.resolve("src/main/java").toString());
    project.addTestCompileSourceRoot(folder.resolve("src/test/java").toString());
    return project;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
