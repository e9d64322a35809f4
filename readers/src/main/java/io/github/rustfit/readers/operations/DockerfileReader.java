package io.github.rustfit.readers.operations;

import io.github.rustfit.readers.operations.DockerLines.Instruction;
import io.github.rustfit.readers.yaml.Quoted;
import io.github.rustfit.rules.evidence.OperationsFact.Kind;
import io.github.rustfit.rules.evidence.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Dockerfile: the stages, and how the last one starts the JVM. */
final class DockerfileReader {

  private static final Set<String> KNOWN =
      Set.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private static final Pattern FROM =
      Pattern.compile(
          "((?:--\\S+\\s+)*)(\\S+)(?:\\s+[Aa][Ss]\\s+(\\S+))?\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLATFORM = Pattern.compile("--platform=(\\S+)");

  private final String path;
  private final Facts facts = new Facts();
  private final List<Problem> problems;
  private final DockerVariables global = new DockerVariables();
  private final List<Stage> stages = new ArrayList<>();

  private DockerfileReader(String path, List<Problem> problems) {
    this.path = path;
    this.problems = problems;
  }

  /** A stage: what it is built on, and what decides how it starts. */
  private static final class Stage {
    final String name;
    final String image;
    final Optional<Stage> base;
    final int line;
    final DockerVariables variables = new DockerVariables();
    final Facts options = new Facts();
    final String subject;
    String entrypoint = "";
    int entrypointLine;
    String command = "";
    int commandLine;

    Stage(String name, String image, Optional<Stage> base, int line, String subject) {
      this.name = name;
      this.image = image;
      this.base = base;
      this.line = line;
      this.subject = subject;
    }
  }

  /**
   * Reads the text of a file.
   *
   * @param problems takes what is wrong with it
   */
  static Facts read(String path, String text, List<Problem> problems) {
    DockerfileReader reader = new DockerfileReader(path, problems);
    List<Instruction> instructions = DockerLines.of(text);
    instructions.forEach(reader::take);
    reader.finish();
    return reader.facts;
  }

  private void take(Instruction one) {
    if (one.name().equals("FROM")) {
      from(one);
    } else if (stages.isEmpty()) {
      if (one.name().equals("ARG")) {
        DockerPairs.of(global.in(one.text()))
            .forEach(pair -> global.set(pair.name(), pair.value()));
      } else {
        before(one);
      }
    } else {
      inStage(one, stages.get(stages.size() - 1));
    }
  }

  private void before(Instruction one) {
    String what =
        KNOWN.contains(one.name())
            ? "The instruction " + one.name() + " stands before the first FROM."
            : unknown(one);
    problem(one.line(), what, "Correct it; the rest of the file was read.");
  }

  private static String unknown(Instruction one) {
    return Quoted.of(one.name().toLowerCase(Locale.ROOT)) + " is no instruction of a Dockerfile.";
  }

  private void problem(int line, String what, String remedy) {
    if (problems.size() < OperationsFiles.MOST_PROBLEMS) {
      problems.add(new Problem(path, line, what, remedy));
    }
  }

  private void from(Instruction one) {
    Matcher form = FROM.matcher(global.in(one.text()));
    if (!form.matches()) {
      problem(one.line(), "FROM names no image.", "Write FROM image [AS name].");
      return;
    }
    String image = form.group(2);
    String name = form.group(3) == null ? "" : form.group(3).toLowerCase(Locale.ROOT);
    Optional<Stage> base =
        stages.stream()
            .filter(stage -> !stage.name.isEmpty() && stage.name.equalsIgnoreCase(image))
            .reduce((first, second) -> second);
    String subject = "stage " + (name.isEmpty() ? stages.size() + 1 : name);
    Stage stage = new Stage(name, image, base, one.line(), subject);
    base.ifPresent(
        from -> {
          stage.variables.inheritAll(from.variables);
          from.options.all().forEach(o -> copy(o.value(), stage, o.number(), o.line()));
          stage.entrypoint = from.entrypoint;
          stage.entrypointLine = from.entrypointLine;
          stage.command = from.command;
          stage.commandLine = from.commandLine;
        });
    Matcher platform = PLATFORM.matcher(form.group(1));
    if (platform.find() && !platform.group(1).contains("$")) {
      facts.add(Kind.PLATFORM, stage.subject, platform.group(1), one.line());
    }
    stages.add(stage);
  }

  private static void copy(String value, Stage stage, long number, int line) {
    stage.options.add(
        Kind.JVM_OPTION,
        stage.subject,
        value,
        number < 0 ? OptionalLong.empty() : OptionalLong.of(number),
        line);
  }

  private void inStage(Instruction one, Stage stage) {
    String text = stage.variables.in(one.text());
    switch (one.name()) {
      case "ARG" -> {
        DockerPairs.of(text).forEach(pair -> stage.variables.set(pair.name(), pair.value()));
        if (!one.text().contains("=")) {
          stage.variables.inherit(one.text().strip(), global);
        }
      }
      case "ENV" -> {
        for (DockerPairs.Pair pair : DockerPairs.ofEnvironment(text)) {
          stage.variables.set(pair.name(), pair.value());
          if (JvmOptions.VARIABLES.contains(pair.name())) {
            JvmOptions.add(stage.options, stage.subject, pair.value(), one.line());
          }
        }
      }
      case "ENTRYPOINT" -> {
        stage.entrypoint = text;
        stage.entrypointLine = one.line();
        stage.command = "";
      }
      case "CMD" -> {
        stage.command = text;
        stage.commandLine = one.line();
      }
      case "RUN" -> run(one.text() + "\n" + one.body(), stage, one.line());
      default -> {
        if (!KNOWN.contains(one.name())) {
          problem(one.line(), unknown(one), "Correct it; the rest of the file was read.");
        }
      }
    }
  }

  private void run(String script, Stage stage, int line) {
    if (Scripts.BUILDS_RUST.matcher(script).find()) {
      facts.add(Kind.RUST, stage.subject, "cargo", line);
    }
    if (Scripts.BUILDS_NATIVE_IMAGE.matcher(script).find()) {
      facts.add(Kind.NATIVE_IMAGE, stage.subject, "native-image", line);
    }
    if (Scripts.RUNS_JLINK.matcher(script).find()) {
      facts.add(Kind.JLINK, stage.subject, "jlink", line);
    }
  }

  private void finish() {
    Set<Stage> shipped = new HashSet<>();
    if (!stages.isEmpty()) {
      Optional<Stage> at = Optional.of(stages.get(stages.size() - 1));
      while (at.isPresent()) {
        shipped.add(at.get());
        at = at.get().base;
      }
      shipped(stages.get(stages.size() - 1));
    }
    for (Stage stage : stages) {
      if (Images.rust(stage.image)) {
        facts.add(Kind.RUST, stage.subject, stage.image, stage.line);
      }
      if (stage.base.isEmpty() && !shipped.contains(stage)) {
        facts.add(Kind.BUILD_IMAGE, stage.subject, stage.image, stage.line);
      }
    }
  }

  private void shipped(Stage stage) {
    Stage root = stage;
    while (root.base.isPresent()) {
      root = root.base.get();
    }
    facts.add(Kind.BASE_IMAGE, stage.subject, root.image, root.line);
    Images.addJdk(facts, stage.subject, root.image, root.line);
    JvmOptions.add(stage.options, stage.subject, stage.entrypoint, stage.entrypointLine);
    JvmOptions.add(stage.options, stage.subject, stage.command, stage.commandLine);
    facts.addAll(stage.options);
    if (JvmOptions.startsJava(stage.entrypoint)) {
      facts.add(Kind.RUNS_JAVA, stage.subject, "java", stage.entrypointLine);
    } else if (JvmOptions.startsJava(stage.command)) {
      facts.add(Kind.RUNS_JAVA, stage.subject, "java", stage.commandLine);
    } else if (Images.java(root.image)) {
      facts.add(Kind.RUNS_JAVA, stage.subject, root.image, root.line);
    }
  }
}
