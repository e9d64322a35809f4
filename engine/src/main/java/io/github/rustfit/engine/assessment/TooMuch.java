package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.PackageShare;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to say of a component that is nearly the whole program: a verdict on so much code helps
 * nobody, so it names the packages in which the CPU time is.
 */
final class TooMuch {

  /** Part of the CPU from which a component is nearly the whole program; project assumption. */
  static final double MOST_CPU = 0.9;

  /** Lines of code from which one is too much to be judged as one; project assumption. */
  static final int MOST_LINES = 20_000;

  private static final int MOST_NAMED = 3;

  private TooMuch() {}

  /** A sentence, with the way to split it; empty where it is small enough or has one package. */
  static Optional<String> of(RuleContext context, Share cpu) {
    Component component = context.component();
    boolean hot = cpu.known() && cpu.value() > MOST_CPU;
    boolean large = component.linesOfCode() > MOST_LINES;
    List<PackageShare> packages = context.attribution().packages(component);
    if (packages.size() < 2 || !(hot || large)) {
      return Optional.empty();
    }
    return Optional.of(
        "It is much to be judged as one"
            + (large ? ", " + Format.count(component.linesOfCode()) + " lines of code" : "")
            + (hot ? ", " + percent(cpu.value()) + " of the CPU" : "")
            + ": of its CPU samples "
            + packages.stream()
                .limit(MOST_NAMED)
                .map(one -> percent(one.share().value()) + " are in " + name(one))
                .collect(Collectors.joining(", "))
            + (packages.size() > MOST_NAMED
                ? " and the rest in " + (packages.size() - MOST_NAMED) + " others"
                : "")
            + ". Declare its parts under components in the policy to have each judged by itself.");
  }

  private static String name(PackageShare one) {
    return one.name().isEmpty() ? "the unnamed package" : one.name();
  }
}
