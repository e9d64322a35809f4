package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialBars;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialMachine;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.rules.evidence.trial.TrialSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plain trials, for examples. */
public final class ATrial {

  private static final TrialMachine MACHINE =
      new TrialMachine("A processor", 2, "Linux amd64", "25.0.1", "1.95.0", "Ffm");

  private ATrial() {}

  /** A trial of made arguments with equal outputs; its gain is of every size. */
  public static Trial of(String component, String entry, Trial.Port port, Gain gain) {
    return of(component, entry, port, figures(12, true, gain));
  }

  /** The same with these figures. */
  public static Trial of(String component, String entry, Trial.Port port, TrialFigures figures) {
    return new Trial(
        component,
        entry,
        port,
        "2026-11-30",
        MACHINE,
        new TrialOutputs(1000, 3, figures.captured(), ""),
        Optional.of(figures),
        new TreeMap<>(Map.of("src/main/java/A.java", "00")),
        "ff",
        TakeBack.NONE,
        new TreeSet<>());
  }

  /** Figures whose gain is of every size. */
  public static TrialFigures figures(int pairs, boolean captured, Gain gain) {
    return new TrialFigures(
        pairs,
        captured,
        gain,
        gain,
        List.of(new TrialSize(256, captured ? 10 : 0, gain)),
        new TrialBars(200, 100, 90, 16, 24, 1 << 20, 1 << 21, 5),
        Optional.empty());
  }
}
