package io.github.rustfit.cli.project;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a project's build files say, as far as they can be read without running them.
 *
 * @param tool what builds it
 * @param name the project's name; empty if the build does not say
 * @param coordinates what a baseline knows it by
 * @param scm where its source lies; empty if the build does not say
 * @param charset the encoding of its sources, if the build says
 * @param modules in the order of their folders
 */
record Build(
    Tool tool,
    String name,
    String coordinates,
    String scm,
    Optional<Charset> charset,
    List<Module> modules) {

  /** What builds a project. */
  enum Tool {
    /** {@code pom.xml}. */
    MAVEN("target"),
    /** {@code settings.gradle}, {@code build.gradle}, or these in Kotlin. */
    GRADLE("build"),
    /** {@code build.sbt}. */
    SBT("target"),
    /** No file of any of them. */
    NONE("target");

    private final String output;

    Tool(String output) {
      this.output = output;
    }

    /** The folder of a module that the tool writes to. */
    String output() {
      return output;
    }
  }

  Build {
    modules = List.copyOf(modules);
  }

  /** What builds what is in a folder. */
  static Tool tool(Path root) {
    if (Folders.isFile(root.resolve("pom.xml"))) {
      return Tool.MAVEN;
    }
    if (GradleBuild.isAt(root)) {
      return Tool.GRADLE;
    }
    return Folders.isFile(root.resolve("build.sbt")) ? Tool.SBT : Tool.NONE;
  }

  /** What the files in a folder say. */
  static Build at(Path root) {
    Tool tool = tool(root);
    return switch (tool) {
      case MAVEN -> MavenBuild.at(root);
      case GRADLE -> GradleBuild.at(root);
      case SBT, NONE ->
          new Build(tool, "", Folders.name(root), "", Optional.empty(), Folders.withSources(root));
    };
  }
}
