package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.OtherJava;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Trials for laws. */
final class AnyTrial {

  private AnyTrial() {}

  /** Any trial. */
  static Arbitrary<Trial> trial() {
    Arbitrary<Gain> gains =
        Arbitraries.doubles()
            .between(0.01, 100)
            .list()
            .ofSize(3)
            .map(list -> list.stream().sorted().toList())
            .map(list -> new Gain(list.get(0), list.get(1), list.get(2)));
    Arbitrary<Trial.Port> ports = Arbitraries.of(Trial.Port.class);
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    return Combinators.combine(gains, gains, ports, flags, Arbitraries.integers().between(1, 30))
        .as(
            (gain, other, port, flag, pairs) -> {
              TrialFigures plain = ATrial.figures(pairs, flag, gain);
              Trial trial =
                  ATrial.of(
                      "shop/cache",
                      "com.acme.A#" + (flag ? "a" : "b") + "(int[])",
                      port,
                      flag
                          ? plain
                          : new TrialFigures(
                              pairs,
                              false,
                              gain,
                              other,
                              plain.sizes(),
                              plain.bars(),
                              Optional.of(new OtherJava("better", other, gain))));
              return pairs % 3 == 0
                  ? trial.changed(new TreeSet<>(trial.sources().keySet()))
                  : trial;
            });
  }
}
