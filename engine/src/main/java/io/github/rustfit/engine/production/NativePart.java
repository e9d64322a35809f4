package io.github.rustfit.engine.production;

import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Locale;

/**
 * A part of the program that is native: a crate that is called in the place of Java code.
 *
 * @param component the component that calls it; empty for none that is known
 * @param binding the class that is called in Java; empty for a library that no starter began
 * @param crates the crates that recordings show, those with most samples first
 * @param entry the Java method that it replaces, as its trial names it; empty where there is none
 * @param cpu what its calls use, the boundary included, as a share of all CPU samples; unknown
 *     where no recording counts native code
 * @param spots the parts of that
 * @param seen what else recordings show of it
 * @param takeBack when it is to be taken back
 * @param state what comes of that
 * @param checks each condition, in a sentence
 */
public record NativePart(
    String component,
    String binding,
    List<String> crates,
    String entry,
    Share cpu,
    Spots spots,
    Seen seen,
    TakeBack takeBack,
    State state,
    List<Check> checks) {

  /** What comes of what was agreed. */
  public enum State {
    /** A condition is met: the gain is gone, or costs more than was agreed. */
    TAKE_BACK,
    /** No condition is met so far, but one cannot be told. */
    NOT_CHECKED,
    /** Every condition was looked at, and none is met. */
    HOLDS,
    /** Nothing was agreed. */
    NOTHING_AGREED;

    /** In the report. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words. */
    public String words() {
      return switch (this) {
        case TAKE_BACK -> "take it back";
        case NOT_CHECKED -> "not checked";
        case HOLDS -> "holds";
        case NOTHING_AGREED -> "nothing agreed";
      };
    }
  }

  /**
   * Parts of the CPU samples of its calls, as recordings with native frames show them.
   *
   * @param rust in code of Rust for certain
   * @param crossing in the boundary: the lower bound is what it is for certain, the upper one what
   *     it could be
   * @param java in Java's own method
   */
  public record Spots(Share rust, Share crossing, Share java) {

    /** Nothing known. */
    public static final Spots UNKNOWN = new Spots(Share.UNKNOWN, Share.UNKNOWN, Share.UNKNOWN);
  }

  /**
   * What recordings show beside CPU samples.
   *
   * @param used whether any recording shows it in use
   * @param nativeSamples samples of threads in native code below the binding, running or waiting
   *     ({@code jdk.NativeMethodSample})
   * @param allocatedBytes native memory that its calls were seen to ask for, a lower bound, freed
   *     or not; -1 where that was not recorded
   */
  public record Seen(boolean used, long nativeSamples, long allocatedBytes) {}

  /**
   * One condition.
   *
   * @param state what comes of it
   * @param text in a sentence
   */
  public record Check(State state, String text) {}

  public NativePart {
    crates = List.copyOf(crates);
    checks = List.copyOf(checks);
  }

  /** What it is called: its binding without the package, else its crates. */
  public String name() {
    return binding.isEmpty()
        ? String.join(", ", crates)
        : binding.substring(binding.lastIndexOf('.') + 1);
  }

  /** Whether recordings show that it is in use. */
  public boolean used() {
    return seen.used();
  }

  /** The sentences of the conditions that came out so. */
  public List<String> texts(State wanted) {
    return checks.stream().filter(one -> one.state() == wanted).map(Check::text).toList();
  }
}
