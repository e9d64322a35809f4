package io.github.rustfit.rules.evidence.tuning;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * A ladder of configurations that was run under the program's load on one machine.
 *
 * @param day when, as {@code yyyy-MM-dd}
 * @param machine on what
 * @param aim what counted
 * @param command how the program was run
 * @param noise what the machine is worth as a measure
 * @param heap of the present configuration
 * @param code that ran
 * @param best name of the one to take: the present one where none is better
 * @param configurations what was tried; the present one first
 */
public record Tuning(
    String day,
    TuningMachine machine,
    Aim aim,
    String command,
    Noise noise,
    TunedHeap heap,
    TunedCode code,
    String best,
    List<TunedConfiguration> configurations)
    implements Comparable<Tuning> {

  private static final Comparator<Tuning> ORDER =
      Comparator.comparing(Tuning::aim).thenComparing(Tuning::day).thenComparing(Tuning::toString);

  /**
   * What a machine is worth as a measure.
   *
   * @param rounds in how many rounds the present configuration ran
   * @param spread standard deviation of the logarithm of the ratio of two runs of the present
   *     configuration
   * @param others processors that others kept busy meanwhile, on average
   * @param drift what the present configuration took in its last runs over what it took in its
   *     first, where it moved one way beyond chance; 1 where it did not
   * @param doubt why nothing is claimed, in a sentence; empty where that is not so
   */
  public record Noise(int rounds, double spread, double others, double drift, String doubt) {

    private static final double SCALE = 1e4;

    public Noise {
      spread = Math.rint(spread * SCALE) / SCALE;
      others = Math.rint(others * SCALE) / SCALE;
      drift = Math.rint(drift * SCALE) / SCALE;
      if (rounds < 0
          || !(spread >= 0 && spread < 1e6)
          || !(others >= 0 && others < 1e6)
          || !(drift >= 0 && drift < 1e6)) {
        throw new IllegalArgumentException(
            rounds + " rounds, spread " + spread + ", " + others + ", drift " + drift);
      }
    }
  }

  public Tuning {
    configurations = List.copyOf(configurations);
    if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      throw new IllegalArgumentException("not a day: " + day);
    }
    Set<String> names = new HashSet<>();
    configurations.forEach(
        one -> {
          if (!names.add(one.name())) {
            throw new IllegalArgumentException("two configurations are named " + one.name());
          }
        });
    if (configurations.isEmpty()
        || configurations.get(0).result() != TunedConfiguration.Result.PRESENT) {
      throw new IllegalArgumentException("the present configuration does not come first");
    }
    if (!names.contains(best)) {
      throw new IllegalArgumentException("no configuration is named " + best + ", the best");
    }
  }

  /** The same, of files of which these have changed since. */
  public Tuning changed(SortedSet<String> files) {
    return new Tuning(
        day,
        machine,
        aim,
        command,
        noise,
        heap,
        new TunedCode(code.sources(), files),
        best,
        configurations);
  }

  /** The present configuration, of the time when it was tuned. */
  public TunedConfiguration present() {
    return configurations.get(0);
  }

  /** The one to take. */
  public TunedConfiguration taken() {
    return named(best).orElseThrow();
  }

  /** The one of a name. */
  public Optional<TunedConfiguration> named(String name) {
    return configurations.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Whether one that is better than the present one was found. */
  public boolean foundBetter() {
    return taken().result() == TunedConfiguration.Result.BETTER;
  }

  /** Whether it tells anything: the present configuration ran often enough, and like itself. */
  public boolean tells() {
    return noise.doubt.isEmpty() && noise.rounds > 0;
  }

  @Override
  public int compareTo(Tuning other) {
    return ORDER.compare(this, other);
  }
}
