package io.github.rustfit.rules.policy;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A figure of the process that must not be exceeded, in the unit of what it is for.
 *
 * @param limit the most that is allowed, above 0
 * @param observed what is observed as it is; empty when a recording is to tell
 * @param source how the observed figure was found; empty without one
 * @param prototype what a prototype in Rust was measured to take; empty without one
 * @param prototypeSource how that was found; empty when nobody says
 */
public record Target(
    double limit,
    OptionalDouble observed,
    String source,
    OptionalDouble prototype,
    String prototypeSource) {

  public Target {
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("not a limit: " + limit);
    }
    Stream.of(observed, prototype)
        .flatMapToDouble(OptionalDouble::stream)
        .filter(value -> !(value > 0 && value < Double.POSITIVE_INFINITY))
        .findFirst()
        .ifPresent(
            value -> {
              throw new IllegalArgumentException("not a figure: " + value);
            });
  }

  /** A target of which nothing else is declared. */
  public static Target of(double limit) {
    return new Target(limit, OptionalDouble.empty(), "", OptionalDouble.empty(), "");
  }

  /** The same with what is observed. */
  public Target observing(double value, String from) {
    return new Target(limit, OptionalDouble.of(value), from, prototype, prototypeSource);
  }

  /** The same with what a prototype takes; without a source it carries nothing. */
  public Target tried(double value, String from) {
    return new Target(limit, observed, source, OptionalDouble.of(value), from);
  }
}
