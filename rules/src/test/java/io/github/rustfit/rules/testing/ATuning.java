package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedCode;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.TunedHeap;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import io.github.rustfit.rules.evidence.tuning.TuningMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain tunings, for examples. */
public final class ATuning {

  /** A gibibyte. */
  public static final long GIB = 1L << 30;

  private ATuning() {}

  /** A tuning of G1 on 17 against others; the first of them that is better is the best. */
  public static Tuning of(Aim aim, TunedConfiguration... others) {
    String best = "present";
    for (TunedConfiguration one : others) {
      if (best.equals("present") && one.result() == Result.BETTER) {
        best = one.name();
      }
    }
    List<TunedConfiguration> all = new ArrayList<>();
    all.add(
        new TunedConfiguration(
            "present",
            "17.0.9",
            "G1",
            List.of("-Xmx1g"),
            "",
            "",
            Result.PRESENT,
            Optional.empty(),
            new TuningCost(8, 500_000_000, 300_000_000, GIB, 0, 0, 40_000_000),
            ""));
    all.addAll(List.of(others));
    return new Tuning(
        "2026-11-30",
        new TuningMachine("A processor", 2, 4 * GIB, "Linux amd64"),
        aim,
        "java @{jvm} -jar app.jar",
        new Tuning.Noise(8, 0.02, 0.1, 1, ""),
        new TunedHeap("G1", GIB, GIB / 4, GIB),
        TunedCode.UNKNOWN,
        best,
        all);
  }

  /** Other code that was tried, on the present JVM; an executable where it has no JDK. */
  public static TunedConfiguration code(String name, String jdk, Result result, double gain) {
    TunedConfiguration one = tried(name, jdk, "G1", result, gain);
    return new TunedConfiguration(
        name,
        jdk,
        jdk.isEmpty() ? "" : "G1",
        jdk.isEmpty() ? List.of() : List.of("-Xmx1g"),
        name,
        one.why(),
        result,
        one.gain(),
        one.cost(),
        "");
  }

  /** One that was tried, of a JDK and a collector. */
  public static TunedConfiguration tried(
      String name, String jdk, String collector, Result result, double gain) {
    return new TunedConfiguration(
        name,
        jdk,
        collector,
        List.of("-Xmx1g", "-XX:+Use" + collector + "GC"),
        "",
        "an example",
        result,
        Optional.of(new Gain(gain * 0.97, gain, gain * 1.03)),
        new TuningCost(8, Math.round(500_000_000 / gain), 250_000_000, GIB, 0, 0, 90_000_000),
        "");
  }
}
