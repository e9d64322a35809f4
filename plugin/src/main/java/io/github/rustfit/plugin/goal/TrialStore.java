package io.github.rustfit.plugin.goal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustfit.readers.trial.TrialFile;
import io.github.rustfit.readers.trial.TrialReading;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialMachine;
import io.github.rustfit.trial.starter.StarterFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The file that keeps the trials of a component. */
final class TrialStore {

  private final String component;
  private final Path file;
  private final SortedSet<Trial> before;

  private TrialStore(String component, Path file, SortedSet<Trial> before) {
    this.component = component;
    this.file = file;
    this.before = before;
  }

  /**
   * Reads what is kept.
   *
   * @throws GoalException if the file is damaged or another component's: it is not written over
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
    return new TrialStore(component, file, before);
  }

  /** Where it is. */
  Path file() {
    return file;
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
    try {
      Path folder = Objects.requireNonNull(file.getParent());
      Files.createDirectories(folder);
      Path part = folder.resolve("." + file.getFileName() + ".part");
      Files.writeString(part, TrialFile.text(component, before), UTF_8);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
