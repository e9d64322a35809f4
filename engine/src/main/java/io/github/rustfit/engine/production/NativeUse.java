package io.github.rustfit.engine.production;

import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples of one native part, as they are added. */
final class NativeUse {

  private final Map<Spot, Weight> spots = new EnumMap<>(Spot.class);
  private final Map<String, Long> crates = new TreeMap<>();
  private Weight all = Weight.ZERO;
  private boolean technique;
  private long nativeSamples;
  private long allocatedBytes = -1;

  /**
   * Adds a sample of CPU from a recording that counts native code.
   *
   * @param frames whether it shows frames of native code as well
   */
  void cpu(NativeStack stack, Weight weight, boolean frames) {
    all = all.merge(weight);
    if (frames) {
      spots.merge(stack.spot(), weight, Weight::merge);
    }
    seen(stack, weight.samples());
  }

  /** Adds a sample of a thread in native code, which may have waited. */
  void waiting(NativeStack stack, Weight weight) {
    nativeSamples += weight.samples();
    seen(stack, 0);
  }

  /** Notes that a recording would have shown native memory. */
  void memoryRecorded() {
    allocatedBytes = Math.max(0, allocatedBytes);
  }

  /** Adds memory that its calls asked for. */
  void allocated(NativeStack stack, Weight weight) {
    if (stack.spot() != Spot.JAVA) {
      allocatedBytes = Math.max(0, allocatedBytes) + weight.amount();
    }
  }

  /** Notes crates; only with samples of CPU do they have a weight. */
  void seen(NativeStack stack, long samples) {
    technique |= stack.technique();
    stack.crate().ifPresent(crate -> crates.merge(crate, samples, Long::sum));
    stack.library().ifPresent(crate -> crates.merge(crate, 0L, Long::sum));
  }

  /** Whether it is a native part for certain. */
  boolean certain() {
    return technique;
  }

  List<String> crates() {
    return crates.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Long> one) -> -one.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  long nativeSamples() {
    return nativeSamples;
  }

  long allocatedBytes() {
    return allocatedBytes;
  }

  /** Its CPU samples. */
  Weight all() {
    return all;
  }

  /** Those of recordings that show frames of native code. */
  Weight cpu() {
    return spots.values().stream().reduce(Weight.ZERO, Weight::merge);
  }

  NativePart.Spots spots() {
    Weight whole = cpu();
    if (whole.samples() == 0) {
      return NativePart.Spots.UNKNOWN;
    }
    Share certain = share(at(Spot.CROSSING), whole);
    Share most = share(at(Spot.CROSSING).merge(at(Spot.DOOR)), whole);
    return new NativePart.Spots(
        share(at(Spot.RUST), whole),
        new Share(certain.value(), certain.low(), most.high(), certain.samples()),
        share(at(Spot.JAVA), whole));
  }

  /** The part of the boundary that it could have, without chance. */
  double mostCrossing() {
    Weight whole = cpu();
    return share(at(Spot.CROSSING).merge(at(Spot.DOOR)), whole).value();
  }

  private Weight at(Spot spot) {
    return spots.getOrDefault(spot, Weight.ZERO);
  }

  private static Share share(Weight part, Weight all) {
    return Share.weighted(part.amount(), all.amount(), all.effectiveSamples());
  }
}
