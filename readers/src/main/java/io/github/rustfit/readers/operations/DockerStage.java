package io.github.rustfit.readers.operations;

import io.github.rustfit.readers.operations.DockerLines.Instruction;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.util.Optional;

/** A stage of a Dockerfile: what it is built on, and what decides how its image starts. */
final class DockerStage {

  private final String image;
  private final Optional<DockerStage> base;
  private final int line;
  private final String subject;
  private final DockerVariables variables = new DockerVariables();
  private final Facts options;
  private Instruction entrypoint = new Instruction("ENTRYPOINT", "", "", 0);
  private Instruction command = new Instruction("CMD", "", "", 0);

  /**
   * A stage that begins.
   *
   * @param image what it is built on, the name of another stage where {@code base} is there
   * @param base the stage that it is built on
   * @param line of its {@code FROM}
   * @param subject what facts about it call it
   */
  DockerStage(String image, Optional<DockerStage> base, int line, String subject) {
    this.image = image;
    this.base = base;
    this.line = line;
    this.subject = subject;
    this.options = new Facts();
    if (base.isPresent()) {
      variables.inheritAll(base.get().variables);
      options.addAll(base.get().options);
      entrypoint = base.get().entrypoint;
      command = base.get().command;
    }
  }

  String image() {
    return image;
  }

  Optional<DockerStage> base() {
    return base;
  }

  int line() {
    return line;
  }

  String subject() {
    return subject;
  }

  /** Takes {@code ARG}: a default, or the value from before the first stage. */
  void argument(Instruction one, DockerVariables global) {
    DockerPairs.of(variables.in(one.text()))
        .forEach(pair -> variables.set(pair.name(), pair.value()));
    if (!one.text().contains("=")) {
      variables.inherit(one.text().strip(), global);
    }
  }

  /** Takes {@code ENV}. */
  void environment(Instruction one) {
    for (DockerPairs.Pair pair : DockerPairs.ofEnvironment(variables.in(one.text()))) {
      variables.set(pair.name(), pair.value());
      if (JvmOptions.VARIABLES.contains(pair.name())) {
        JvmOptions.add(options, "", pair.value(), one.line());
      }
    }
  }

  /** Takes {@code ENTRYPOINT}, which drops the command of the image below. */
  void entrypoint(Instruction one) {
    entrypoint = resolved(one);
    command = new Instruction("CMD", "", "", 0);
  }

  /** Takes {@code CMD}. */
  void command(Instruction one) {
    command = resolved(one);
  }

  private Instruction resolved(Instruction one) {
    return new Instruction(one.name(), variables.in(one.text()), "", one.line());
  }

  /** The stage that names an image from elsewhere. */
  DockerStage root() {
    DockerStage at = this;
    while (at.base.isPresent()) {
      at = at.base.get();
    }
    return at;
  }

  /** Adds what is shipped when this is the last stage. */
  void shipped(Facts facts) {
    DockerStage root = root();
    facts.add(Kind.BASE_IMAGE, subject, root.image, root.line);
    Images.addJdk(facts, subject, root.image, root.line);
    JvmOptions.add(options, "", entrypoint.text(), entrypoint.line());
    JvmOptions.add(options, "", command.text(), command.line());
    facts.addAll(options, subject);
    if (JvmOptions.startsJava(entrypoint.text())) {
      facts.add(Kind.RUNS_JAVA, subject, "java", entrypoint.line());
    } else if (JvmOptions.startsJava(command.text())) {
      facts.add(Kind.RUNS_JAVA, subject, "java", command.line());
    } else if (Images.java(root.image)) {
      facts.add(Kind.RUNS_JAVA, subject, root.image, root.line);
    }
  }
}
