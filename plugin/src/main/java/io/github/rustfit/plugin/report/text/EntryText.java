package io.github.rustfit.plugin.report.text;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.component.ProgramEntries;
import io.github.rustfit.rules.component.ProgramEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where work comes into the program, in a sentence. */
public final class EntryText {

  /** Smallest part that is named. */
  private static final double WORTH_NAMING = 0.01;

  private static final int MOST = 3;

  private EntryText() {}

  /**
   * The entry points with most CPU time; empty where no recording shows one that is worth naming.
   */
  public static Optional<String> brief(ProgramEntries entries) {
    List<ProgramEntry> worth =
        entries.all().stream()
            .filter(one -> one.cpu().known() && one.cpu().value() >= WORTH_NAMING)
            .toList();
    if (worth.isEmpty()) {
      return Optional.empty();
    }
    int more = worth.size() - MOST;
    return Optional.of(
        "Work comes in at "
            + worth.stream().limit(MOST).map(EntryText::text).collect(Collectors.joining(", "))
            + " of the CPU samples"
            + (more > 0 ? "; " + more + " more from 1 % on." : "."));
  }

  private static String text(ProgramEntry one) {
    String className = one.place().className();
    return className.substring(className.lastIndexOf('.') + 1)
        + "."
        + one.place().method()
        + " ("
        + one.kind().title()
        + ") "
        + percent(one.cpu().value());
  }
}
