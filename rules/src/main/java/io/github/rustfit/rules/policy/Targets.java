package io.github.rustfit.rules.policy;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Targets of the process beside its latency: for what starts often or runs where memory is scarce.
 *
 * @param startUpMs milliseconds from the start of the process until it is of use
 * @param residentMiB physical memory of the process at its peak, in MiB
 * @param longLived whether the program is started once and runs on; empty when not declared
 * @param tried what Java offers and did not suffice
 */
public record Targets(
    Optional<Target> startUpMs,
    Optional<Target> residentMiB,
    Optional<Boolean> longLived,
    SortedSet<Remedy> tried) {

  /** Nothing is declared. */
  public static final Targets NONE =
      new Targets(Optional.empty(), Optional.empty(), Optional.empty(), new TreeSet<>());

  public Targets {
    tried = Collections.unmodifiableSortedSet(new TreeSet<>(tried));
  }

  /** Whether there is any. */
  public boolean declared() {
    return startUpMs.isPresent() || residentMiB.isPresent();
  }

  /** The same with this target of start-up. */
  public Targets startUp(Target target) {
    return new Targets(Optional.of(target), residentMiB, longLived, tried);
  }

  /** The same with this target of resident memory. */
  public Targets resident(Target target) {
    return new Targets(startUpMs, Optional.of(target), longLived, tried);
  }

  /** The same, after these were tried. */
  public Targets after(Set<Remedy> remedies) {
    return new Targets(startUpMs, residentMiB, longLived, new TreeSet<>(remedies));
  }
}
