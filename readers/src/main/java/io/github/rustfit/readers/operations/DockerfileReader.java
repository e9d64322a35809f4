package io.github.rustfit.readers.operations;

import io.github.rustfit.readers.operations.DockerLines.Instruction;
import io.github.rustfit.readers.yaml.Quoted;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
          "((?:--\\S+\\s+){0,9})(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLATFORM = Pattern.compile("--platform=(\\S+)");

  /** A stage takes on what the one below it says, so their number is bounded. */
  private static final int MOST_STAGES = 100;

  private static final String REST = "Correct it; the rest of the file was read.";

  private final String path;
  private final Facts facts = new Facts();
  private final List<Problem> problems;
  private final DockerVariables global = new DockerVariables();
  private final List<DockerStage> stages = new ArrayList<>();
  private final Map<String, DockerStage> byName = new HashMap<>();

  private DockerfileReader(String path, List<Problem> problems) {
    this.path = path;
    this.problems = problems;
  }

  /**
   * Reads the text of a file.
   *
   * @param problems takes what is wrong with it
   */
  static Facts read(String path, String text, List<Problem> problems) {
    DockerfileReader reader = new DockerfileReader(path, problems);
    DockerLines.of(text).forEach(reader::take);
    reader.finish();
    return reader.facts;
  }

  private void take(Instruction one) {
    if (!KNOWN.contains(one.name())) {
      String name = Quoted.of(one.name().toLowerCase(Locale.ROOT));
      problem(one.line(), name + " is no instruction of a Dockerfile.", REST);
    } else if (one.name().equals("FROM")) {
      from(one);
    } else if (!stages.isEmpty()) {
      inStage(one, stages.get(stages.size() - 1));
    } else if (one.name().equals("ARG")) {
      DockerPairs.of(global.in(one.text())).forEach(pair -> global.set(pair.name(), pair.value()));
    } else {
      String what = "The instruction " + one.name() + " stands before the first FROM.";
      problem(one.line(), what, REST);
    }
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
    if (stages.size() == MOST_STAGES) {
      String what = "Only the first " + MOST_STAGES + " stages were read.";
      problem(one.line(), what, "Split the file.");
      return;
    }
    String image = form.group(2);
    String name = form.group(3) == null ? "" : form.group(3).toLowerCase(Locale.ROOT);
    Optional<DockerStage> base = Optional.ofNullable(byName.get(image.toLowerCase(Locale.ROOT)));
    String subject = "stage " + (name.isEmpty() ? stages.size() + 1 : name);
    DockerStage stage = new DockerStage(image, base, one.line(), subject);
    Matcher platform = PLATFORM.matcher(form.group(1));
    if (platform.find() && !platform.group(1).contains("$")) {
      facts.add(Kind.PLATFORM, subject, platform.group(1), one.line());
    }
    stages.add(stage);
    if (!name.isEmpty()) {
      byName.put(name, stage);
    }
  }

  private void inStage(Instruction one, DockerStage stage) {
    switch (one.name()) {
      case "ARG" -> stage.argument(one, global);
      case "ENV" -> stage.environment(one);
      case "ENTRYPOINT" -> stage.entrypoint(one);
      case "CMD" -> stage.command(one);
      case "RUN" -> run(one.text() + "\n" + one.body(), stage.subject(), one.line());
      default -> {
        // Says nothing about how the JVM is built or run.
      }
    }
  }

  private void run(String script, String subject, int line) {
    if (Scripts.BUILDS_RUST.matcher(script).find()) {
      facts.add(Kind.RUST, subject, "cargo", line);
    }
    if (Scripts.BUILDS_NATIVE_IMAGE.matcher(script).find()) {
      facts.add(Kind.NATIVE_IMAGE, subject, "native-image", line);
    }
    if (Scripts.RUNS_JLINK.matcher(script).find()) {
      facts.add(Kind.JLINK, subject, "jlink", line);
    }
  }

  private void finish() {
    Set<DockerStage> shipped = new HashSet<>();
    if (!stages.isEmpty()) {
      DockerStage last = stages.get(stages.size() - 1);
      last.shipped(facts);
      for (Optional<DockerStage> at = Optional.of(last); at.isPresent(); at = at.get().base()) {
        shipped.add(at.get());
      }
    }
    for (DockerStage stage : stages) {
      if (Images.rust(stage.image())) {
        facts.add(Kind.RUST, stage.subject(), stage.image(), stage.line());
      }
      if (stage.base().isEmpty() && !shipped.contains(stage)) {
        facts.add(Kind.BUILD_IMAGE, stage.subject(), stage.image(), stage.line());
      }
    }
  }
}
