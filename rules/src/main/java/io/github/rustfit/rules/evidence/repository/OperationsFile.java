package io.github.rustfit.rules.evidence.repository;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A file that says how the program is built or run.
 *
 * @param kind what kind of file it is
 * @param module artifact id of the module in whose folder it lies; empty when it lies in none below
 *     the root, and so concerns all
 * @param path relative to the project's root, with {@code /}
 * @param sha256 digest of its bytes, lower-case hexadecimal
 * @param facts what it says
 */
public record OperationsFile(
    Kind kind, String module, String path, String sha256, SortedSet<OperationsFact> facts)
    implements Comparable<OperationsFile> {

  /** What kind of file it is. */
  public enum Kind {
    /** A Dockerfile or Containerfile. */
    DOCKERFILE,
    /** Kubernetes manifests. */
    KUBERNETES,
    /** A Compose file. */
    COMPOSE,
    /** What a build server does. */
    CI,
    /** JVM options of the Maven build. */
    MAVEN
  }

  private static final Comparator<OperationsFile> ORDER =
      Comparator.comparing(OperationsFile::path)
          .thenComparing(OperationsFile::sha256)
          .thenComparing(OperationsFile::kind)
          .thenComparing(OperationsFile::module)
          .thenComparing(file -> file.facts().toString());

  public OperationsFile {
    facts = Collections.unmodifiableSortedSet(new TreeSet<>(facts));
  }

  /** Whether it concerns components of the module. */
  public boolean concerns(String ofModule) {
    return module.isEmpty() || module.equals(ofModule);
  }

  /** The facts of a kind, in the order of lines. */
  public List<OperationsFact> facts(OperationsFact.Kind of) {
    return facts.stream().filter(fact -> fact.kind() == of).toList();
  }

  @Override
  public int compareTo(OperationsFile other) {
    return ORDER.compare(this, other);
  }
}
