package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A container that runs a JVM, as a manifest describes it, together with the build file of its
 * image where that is known.
 *
 * @param path the manifest
 * @param subject the container in it
 * @param own what the manifest says of it
 * @param image the build file of its image
 */
record JavaContainer(
    String path, String subject, List<OperationsFact> own, Optional<OperationsFile> image) {

  private static final List<OperationsFile.Kind> MANIFESTS =
      List.of(OperationsFile.Kind.KUBERNETES, OperationsFile.Kind.COMPOSE);

  /** A fact and the file it stands in. */
  record Placed(String path, OperationsFact fact) {

    /** {@code file:line}. */
    String place() {
      return fact.line() > 0 ? path + ":" + fact.line() : path;
    }
  }

  /** The containers that concern a component and run a JVM, by file and name. */
  static List<JavaContainer> of(RuleContext context) {
    String module = context.component().module();
    List<OperationsFile> files =
        context.repository().operations().stream().filter(file -> file.concerns(module)).toList();
    List<OperationsFile> images =
        files.stream()
            .filter(file -> file.kind() == OperationsFile.Kind.DOCKERFILE)
            .filter(file -> !file.facts(Kind.RUNS_JAVA).isEmpty())
            .toList();
    List<JavaContainer> all = new ArrayList<>();
    for (OperationsFile file : files) {
      if (MANIFESTS.contains(file.kind())) {
        SortedMap<String, List<OperationsFact>> bySubject = new TreeMap<>();
        file.facts()
            .forEach(
                fact ->
                    bySubject.computeIfAbsent(fact.subject(), s -> new ArrayList<>()).add(fact));
        bySubject.forEach(
            (subject, facts) ->
                all.add(
                    new JavaContainer(
                        file.path(), subject, List.copyOf(facts), image(facts, images, module))));
      }
    }
    return all.stream().filter(JavaContainer::runsJava).toList();
  }

  /**
   * The build file of a container's image: the one that the manifest names, or the only one that
   * fits where the image is called like the module.
   */
  private static Optional<OperationsFile> image(
      List<OperationsFact> container, List<OperationsFile> images, String module) {
    Optional<OperationsFact> named = of(container, Kind.BUILD_FILE);
    if (named.isPresent()) {
      return images.stream().filter(image -> image.path().equals(named.get().value())).findFirst();
    }
    boolean called =
        of(container, Kind.IMAGE).filter(image -> name(image.value()).equals(module)).isPresent();
    List<OperationsFile> nearest =
        images.stream().filter(image -> image.module().equals(module)).toList();
    List<OperationsFile> fitting = nearest.isEmpty() ? images : nearest;
    return called && fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** The last part of an image's name, without tag and digest. */
  private static String name(String image) {
    String last = image.substring(image.lastIndexOf('/') + 1);
    return last.split("[:@]", 2)[0];
  }

  private boolean runsJava() {
    return image.isPresent() || of(own, Kind.RUNS_JAVA).isPresent();
  }

  private static Optional<OperationsFact> of(List<OperationsFact> facts, Kind kind) {
    return facts.stream().filter(fact -> fact.kind() == kind).findFirst();
  }

  /** What the manifest says of a kind; a limit of 0 is none. */
  Optional<Placed> own(Kind kind) {
    return of(own, kind).filter(fact -> fact.number() != 0).map(fact -> new Placed(path, fact));
  }

  /** Whether the command that starts the JVM is there to be read, with all its options. */
  boolean commandSeen() {
    return Stream.concat(own.stream(), image.stream().flatMap(file -> file.facts().stream()))
        .anyMatch(fact -> fact.kind() == Kind.RUNS_JAVA && fact.value().equals("java"));
  }

  /**
   * The last option that begins like this, as the JVM takes it; the manifest's stand behind those
   * of the image.
   */
  Optional<Placed> option(String prefix) {
    return Stream.concat(
            image.stream()
                .flatMap(file -> file.facts().stream().map(fact -> new Placed(file.path(), fact))),
            own.stream().map(fact -> new Placed(path, fact)))
        .filter(one -> one.fact().kind() == Kind.JVM_OPTION)
        .filter(one -> one.fact().value().startsWith(prefix))
        .reduce((first, last) -> last);
  }
}
