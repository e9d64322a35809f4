package io.github.rustfit.plugin.goal;

import io.github.rustfit.readers.trial.TrialFile;
import io.github.rustfit.readers.trial.TrialReading;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialMachine;
import io.github.rustfit.trial.starter.StarterFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** The file that keeps the trials of a component. */
final class TrialStore {

  private final String component;
  private final KeptFile kept;
  private final SortedSet<Trial> before;

  private TrialStore(String component, KeptFile kept, SortedSet<Trial> before) {
    this.component = component;
    this.kept = kept;
    this.before = before;
  }

  /**
   * Reads what is kept.
   *
   * @throws GoalException if the file is damaged or another component's, as it is not written over;
   *     or if it could not be written
   */
  static TrialStore of(Path root, String component) throws GoalException {
    Path file = root.resolve(TrialFile.FOLDER).resolve(StarterFolder.slug(component) + ".json");
    SortedSet<Trial> before = new TreeSet<>();
    if (Files.exists(file)) {
      try {
        TrialReading reading =
            TrialFile.read(root.relativize(file).toString(), Files.readAllBytes(file));
        if (!reading.problems().isEmpty()) {
          throw new GoalException("rustfit: " + reading.problems().get(0).text());
        }
        before.addAll(reading.trials());
      } catch (IOException e) {
        throw new GoalException("rustfit: " + file + " cannot be read: " + e.getMessage() + ".", e);
      }
    }
    for (Trial one : before) {
      if (!one.component().equals(component)) {
        throw new GoalException(
            "rustfit: "
                + file
                + " holds trials of '"
                + one.component()
                + "', not of '"
                + component
                + "'. Move it away.");
      }
    }
    return new TrialStore(component, KeptFile.of(root, file), before);
  }

  /** Where it is. */
  Path file() {
    return kept.path();
  }

  /**
   * When the port of a method is to be taken back, as the newest trial has it that agreed on
   * anything: a later trial is held against what an earlier one promised.
   */
  TakeBack takeBack(String entry) {
    return before.stream()
        .filter(one -> one.entry().equals(entry) && one.takeBack().agreed())
        .max(Comparator.comparing(Trial::day))
        .map(Trial::takeBack)
        .orElse(TakeBack.NONE);
  }

  /** Keeps a trial, in the place of an earlier one of the same method on such a machine. */
  void keep(Trial trial) {
    before.removeIf(one -> one.entry().equals(trial.entry()) && alike(one, trial));
    before.add(trial);
    kept.write(TrialFile.text(component, before));
  }

  /** A trial whose outputs differed says nothing of how it would have been called. */
  private static boolean alike(Trial one, Trial other) {
    return plain(one.machine()).equals(plain(other.machine()));
  }

  private static String plain(TrialMachine machine) {
    return machine.cpu()
        + "\n"
        + machine.processors()
        + "\n"
        + machine.system()
        + "\n"
        + machine.jdk().replaceFirst("\\..*", "");
  }
}
