package io.github.rustfit.plugin.goal;

import io.github.rustfit.readers.classpath.Archive;
import io.github.rustfit.readers.source.SourceRoot;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The project that goals look at, as its build tool knows it. */
public interface Workspace {

  /** The folder that paths are relative to: absolute and normal. */
  Path root();

  /** What a baseline or a history knows the project by, such as {@code groupId:artifactId}. */
  String coordinates();

  /** The project's name as people write it. */
  String name();

  /** Where the project says that its source lies; empty where it does not. */
  String scm();

  /** The encoding of the sources. */
  Charset charset();

  /** Existing source roots of all modules, each once. */
  List<SourceRoot> sourceRoots();

  /**
   * Archives on the class path of the program, with those of its tests, in its order; empty where
   * nobody knows. It can take a moment, and never asks a network.
   */
  List<Archive> classPath();

  /** Folders with what was compiled of the shipped sources of all modules, whether there or not. */
  List<Path> classFolders();

  /** Folders that are searched for recordings and logs where none is named. */
  List<Path> defaultPlaces();

  /**
   * Why a recording is left over from an earlier build; empty if it is not, or if nobody knows.
   *
   * @param path relative to {@link #root()}, with {@code /}
   */
  Optional<String> leftOver(String path);

  /**
   * Modules that only a profile adds which is not active, and that are thus not looked at: {@code
   * folder (profile name)} each, in the order of their names.
   */
  List<String> leftOut();

  /** Why tests of modules recorded nothing, a line each; empty where nothing is known. */
  List<String> unrecorded();
}
