package io.github.rustfit.plugin;

import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile.Role;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The folders with a module's sources. Maven knows those of the compilers that ran in this build;
 * without one there are also those that the POM configures for compilers of other languages and of
 * newer classes of a multi-release JAR, those in the places that such compilers look into by
 * default, and what an earlier build generated.
 */
final class SourceFolders {

  /** Beside {@code java}: other languages, and classes for newer versions of Java. */
  private static final Pattern BY_DEFAULT =
      Pattern.compile("kotlin|groovy|scala(-[\\d.]+)?|java[-_]?(9|[1-9]\\d)");

  private static final Set<String> COMPILERS =
      Set.of(
          "org.apache.maven.plugins:maven-compiler-plugin",
          "org.jetbrains.kotlin:kotlin-maven-plugin",
          "net.alchim31.maven:scala-maven-plugin",
          "org.codehaus.gmavenplus:gmavenplus-plugin",
          "org.codehaus.mojo:build-helper-maven-plugin");

  /** Elements of their configuration that hold folders, directly or a level below. */
  private static final Set<String> ELEMENTS =
      Set.of("compileSourceRoots", "sourceDirs", "sourceDir", "testSourceDir", "sources");

  private static final Set<String> GOALS_OF_TESTS =
      Set.of("test-compile", "testCompile", "compileTests", "add-test-source", "addTestSources");

  private final MavenProject project;
  private final Map<Path, Role> folders = new LinkedHashMap<>();

  private SourceFolders(MavenProject project) {
    this.project = project;
  }

  /** Those that exist, each once, what is shipped before what tests. */
  static List<SourceRoot> of(MavenProject project) {
    SourceFolders found = new SourceFolders(project);
    found.add(project.getCompileSourceRoots(), Role.MAIN);
    found.add(project.getTestCompileSourceRoots(), Role.TEST);
    found.addConfigured();
    found.addDefaults("src/main", Role.MAIN);
    found.addDefaults("src/test", Role.TEST);
    Path output = Path.of(project.getBuild().getDirectory());
    found.add(output.resolve("generated-sources").toString(), Role.MAIN);
    found.add(output.resolve("generated-test-sources").toString(), Role.TEST);
    List<SourceRoot> roots = new ArrayList<>();
    for (Role role : Role.values()) {
      found.folders.forEach(
          (folder, of) -> {
            if (of == role) {
              roots.add(new SourceRoot(project.getArtifactId(), folder, role));
            }
          });
    }
    return roots;
  }

  private void add(List<String> names, Role role) {
    names.forEach(name -> add(name, role));
  }

  private void add(String name, Role role) {
    try {
      Path folder = project.getBasedir().toPath().resolve(name.strip()).normalize();
      if (Files.isDirectory(folder)) {
        folders.putIfAbsent(folder, role);
      }
    } catch (InvalidPathException e) {
      // no folder can have that name, so there is nothing in it
    }
  }

  private void addDefaults(String parent, Role role) {
    Path folder = project.getBasedir().toPath().resolve(parent);
    SortedSet<String> names = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
        for (Path child : children) {
          if (BY_DEFAULT.matcher(String.valueOf(child.getFileName())).matches()) {
            names.add(child.toString());
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        return; // what Maven knows of it is read, and says so where it cannot be
      }
    }
    names.forEach(name -> add(name, role));
  }

  private void addConfigured() {
    for (String key : COMPILERS.stream().sorted().toList()) {
      Plugin plugin = project.getPlugin(key);
      if (plugin != null) {
        add(plugin, Role.MAIN);
        for (PluginExecution execution : plugin.getExecutions()) {
          boolean tests = execution.getGoals().stream().anyMatch(GOALS_OF_TESTS::contains);
          add(execution, tests ? Role.TEST : Role.MAIN);
        }
      }
    }
  }

  private void add(ConfigurationContainer part, Role role) {
    if (part.getConfiguration() instanceof Xpp3Dom configuration) {
      for (Xpp3Dom element : configuration.getChildren()) {
        if (ELEMENTS.contains(element.getName())) {
          leaves(element, element.getName().startsWith("test") ? Role.TEST : role);
        }
      }
    }
  }

  private void leaves(Xpp3Dom element, Role role) {
    if (element.getChildCount() == 0) {
      if (element.getValue() != null && !element.getName().matches("includes?|excludes?")) {
        add(element.getValue(), role);
      }
      return;
    }
    for (Xpp3Dom child : element.getChildren()) {
      leaves(child, role);
    }
  }
}
