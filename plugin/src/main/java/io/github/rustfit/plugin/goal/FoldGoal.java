package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.fold.FoldNote;
import io.github.rustfit.engine.fold.FoldRule;
import io.github.rustfit.plugin.analysis.Folding;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.merge.EvidenceFiles;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.stats.Format;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** {@code fold}: reads many recordings and logs and keeps their sums as evidence. */
public final class FoldGoal {

  /** The folder of what is written, in that of the results. */
  public static final String FOLDER = "folded";

  /** So many inputs that failed are named one by one. */
  private static final int MOST_NAMED = 20;

  private static final double MILLION = 1e6;

  private final Setup setup;
  private final double share;

  /**
   * @param share which part of the samples of its kind a stack needs to be kept whole; 0 to 0.1
   */
  public FoldGoal(Setup setup, double share) {
    this.setup = setup;
    this.share = share;
  }

  /** Runs it. */
  public void run() throws GoalException {
    if (!(share >= 0 && share <= 0.1)) {
      throw new GoalException(
          "rustfit: rustfit.foldShare is "
              + share
              + "; use 0 (every stack is kept whole) to 0.1, e.g. 0.0005.");
    }
    if (setup.inputs().part().skipStartUp().orElse(false)) {
      throw new GoalException(
          "rustfit: rustfit.skipStartup cannot be had with fold, since a log does not tell when"
              + " start-up ended and its recording may be read at another time. Leave it out, or"
              + " cut by rustfit.from.");
    }
    FoldRule rule = new FoldRule(FoldRule.DEFAULT.buckets(), Math.round(share * MILLION));
    Folding.Result result =
        setup.folding().run(setup.request().cachingIn(setup.places().cache()), rule);
    if (!result.ownCode()) {
      setup
          .log()
          .info(
              "rustfit: there are no sources that tell what is own code, so that of stacks that are"
                  + " cut nobody may know any more whose they are. Fold in the project's folder, or"
                  + " let rustfit.evidence name evidence of its build as well.");
    }
    sayFailures(result.programs());
    boolean read =
        result.programs().values().stream()
            .anyMatch(one -> !one.folds().isEmpty() || !one.profiles().isEmpty());
    if (read) {
      write(result.programs());
    }
    List<String> errors = new ArrayList<>();
    result.errors().forEach(problem -> errors.add(problem.text()));
    AnalysisRun.refuse(errors);
    if (!read) {
      throw new GoalException(
          "rustfit: there is nothing to fold: no recording and no GC log was read. Let"
              + " rustfit.recordings or rustfit.gcLogs name them.");
    }
  }

  /** What could not be read, or not in full, by name, and how many more. */
  private void sayFailures(SortedMap<Labels, Evidence> programs) {
    List<Input> failed =
        programs.values().stream()
            .flatMap(one -> one.inputs().stream())
            .filter(input -> input.status() != Input.Status.READ)
            .toList();
    failed.stream()
        .limit(MOST_NAMED)
        .forEach(
            input -> {
              boolean partly = input.status() == Input.Status.PARTIAL;
              String what = partly ? "read in part: " : "not read: ";
              setup.log().warn("rustfit: " + what + input.path() + ": " + input.problem());
            });
    if (failed.size() > MOST_NAMED) {
      setup
          .log()
          .warn(
              "rustfit: "
                  + Format.count(failed.size() - MOST_NAMED)
                  + " more inputs could not be read, or not in full; evidence.json names them"
                  + " (status FAILED or PARTIAL).");
    }
  }

  private void write(SortedMap<Labels, Evidence> programs) throws GoalException {
    OutputFolder output = new OutputFolder(setup.places().output(), "set rustfit.outputDirectory");
    try (OutputFolder.Batch batch = output.batch()) {
      for (Map.Entry<Labels, Evidence> one : programs.entrySet()) {
        if (one.getValue().inputs().isEmpty()) {
          sayLeftOut(one.getValue());
          continue;
        }
        String name = FOLDER + "/" + folder(one.getKey()) + EvidenceFiles.NAME;
        Path file = batch.write(name, out -> EvidenceJson.write(one.getValue(), out));
        setup.log().info("rustfit: " + words(one.getKey(), one.getValue()) + " " + file);
      }
      batch.publish();
    }
  }

  /** What is of no program that was recorded. */
  private void sayLeftOut(Evidence evidence) {
    if (!evidence.sources().isEmpty()) {
      setup
          .log()
          .warn(
              "rustfit: the sources of the evidence are left out, as the recordings are of several"
                  + " versions or services and nobody says whose they are. They told what is own code.");
    }
  }

  private static String words(Labels program, Evidence evidence) {
    String name =
        program.service().isEmpty()
            ? ""
            : (program.service() + " " + program.version()).strip() + ": ";
    String note = FoldNote.of(evidence);
    boolean read =
        evidence.inputs().stream().anyMatch(input -> input.status() != Input.Status.FAILED);
    String otherwise =
        read ? "Its inputs are kept as they are." : "Nothing of its inputs could be read.";
    return name + (note.isEmpty() ? otherwise : note);
  }

  /** A folder for a program, whatever its labels are; none where it has none. */
  private static String folder(Labels program) {
    if (program.equals(Labels.NONE)) {
      return "";
    }
    return segment(program.service(), "unknown-service")
        + "/"
        + segment(program.version(), "unknown-version")
        + "/";
  }

  /** A name that is one on every file system: others than letters, digits, _ and - as %XX. */
  static String segment(String label, String otherwise) {
    StringBuilder name = new StringBuilder();
    for (byte one : label.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      boolean plain =
          letter < 0x80
              && (Character.isLetterOrDigit(letter)
                  || letter == '_'
                  || letter == '-'
                  || (letter == '.' && name.length() > 0));
      name.append(plain ? String.valueOf(letter) : String.format("%%%02X", one));
    }
    return label.isEmpty() ? otherwise : name.toString();
  }
}
