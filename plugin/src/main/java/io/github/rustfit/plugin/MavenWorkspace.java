package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.Workspace;
import io.github.rustfit.readers.classpath.Archive;
import io.github.rustfit.readers.source.SourceRoot;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What goals see of a build by Maven.
 *
 * @param reactor the modules that are built together
 * @param classPaths what modules depend on
 * @param inLifecycle whether the goal runs while the current module is built
 */
record MavenWorkspace(Reactor reactor, ClassPaths classPaths, boolean inLifecycle)
    implements Workspace {

  @Override
  public Path root() {
    return reactor.root();
  }

  @Override
  public String coordinates() {
    return reactor.coordinates();
  }

  @Override
  public String name() {
    return reactor.name();
  }

  @Override
  public String scm() {
    return reactor.scm();
  }

  @Override
  public Charset charset() {
    return reactor.charset();
  }

  @Override
  public List<SourceRoot> sourceRoots() {
    return reactor.sourceRoots();
  }

  @Override
  public List<Archive> classPath() {
    return classPaths.of(reactor.modules());
  }

  @Override
  public List<Path> classFolders() {
    return reactor.classFolders();
  }

  @Override
  public List<Path> defaultPlaces() {
    return reactor.defaultPlaces();
  }

  @Override
  public Optional<String> leftOver(String path) {
    return reactor.leftOver(path, inLifecycle);
  }

  @Override
  public List<String> leftOut() {
    return reactor.leftOut();
  }

  @Override
  public List<String> unrecorded() {
    return WithoutForks.mavenIsRecorded()
        ? List.of(
            "Maven's own JVM records itself, and writes that when it ends: run the goal again"
                + " then, without these options.")
        : reactor.withoutForks();
  }
}
