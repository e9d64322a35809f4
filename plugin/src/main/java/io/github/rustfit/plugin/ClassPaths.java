package io.github.rustfit.plugin;

import io.github.rustfit.readers.classpath.Archive;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;

/**
 * The archives that modules depend on, as far as the local repository has them. Nothing is
 * downloaded, and what is missing is no error: those libraries are named by their packages.
 */
final class ClassPaths {

  private final MavenSession session;
  private final ProjectDependenciesResolver resolver;

  ClassPaths(MavenSession session, ProjectDependenciesResolver resolver) {
    this.session = session;
    this.resolver = resolver;
  }

  /** Those of all these modules, each once, in the order of the modules and their dependencies. */
  List<Archive> of(List<MavenProject> modules) {
    RepositorySystemSession online = session.getRepositorySession();
    if (online == null) {
      return List.of(); // nobody resolves anything here
    }
    DefaultRepositorySystemSession offline = new DefaultRepositorySystemSession(online);
    offline.setOffline(true);
    offline.setRepositoryListener(null); // it would warn of each archive that is not there
    offline.setTransferListener(null);
    Map<Path, Archive> found = new LinkedHashMap<>();
    for (MavenProject module : modules) {
      for (Dependency dependency : resolved(module, offline)) {
        Artifact artifact = dependency.getArtifact();
        File file = artifact == null ? null : artifact.getFile();
        if (file != null && file.isFile()) {
          String name = artifact.getGroupId() + ":" + artifact.getArtifactId();
          found.putIfAbsent(file.toPath(), new Archive(name, file.toPath()));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private List<Dependency> resolved(MavenProject module, DefaultRepositorySystemSession offline) {
    DependencyResolutionResult result;
    try {
      result = resolver.resolve(new DefaultDependencyResolutionRequest(module, offline));
    } catch (DependencyResolutionException e) {
      result = e.getResult();
    }
    return result == null ? List.of() : result.getResolvedDependencies();
  }
}
