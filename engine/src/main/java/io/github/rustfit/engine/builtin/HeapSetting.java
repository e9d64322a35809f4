package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.evidence.repository.OperationsFact;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How large a container's options let the heap become. {@code -Xmx} goes before a percentage, as in
 * HotSpot.
 *
 * @param bytes most bytes of heap
 * @param option what says so
 */
record HeapSetting(double bytes, JavaContainer.Placed option) {

  /** HotSpot's {@code MaxRAMPercentage} and {@code MinRAMPercentage} when they are not set. */
  private static final double DEFAULT_PERCENT = 25;

  private static final double SMALL_PERCENT = 50;

  /**
   * HotSpot, {@code Arguments::set_heap_size}: where half of the memory is less than the default
   * heap of 96 MiB, scaled by 1.3 on 64 bits, half of it is taken.
   */
  private static final double SMALL_HEAP = 96 * 1.3 * (1 << 20);

  private static final String PERCENTAGE = "-XX:MaxRAMPercentage=";

  /**
   * What is set; empty when nothing is.
   *
   * @param limit the container's memory in bytes
   */
  static Optional<HeapSetting> of(JavaContainer container, double limit) {
    Optional<JavaContainer.Placed> size =
        Stream.of("-Xmx", "-XX:MaxHeapSize=")
            .flatMap(prefix -> container.option(prefix).stream())
            .filter(option -> option.fact().number() != OperationsFact.NONE)
            .findFirst();
    if (size.isPresent()) {
      return size.map(option -> new HeapSetting(option.fact().number(), option));
    }
    return container
        .option(PERCENTAGE)
        .flatMap(
            option ->
                percent(option).map(percent -> new HeapSetting(limit * percent / 100, option)));
  }

  private static Optional<Double> percent(JavaContainer.Placed option) {
    try {
      double percent = Double.parseDouble(option.fact().value().substring(PERCENTAGE.length()));
      return percent >= 0 && percent <= 100 ? Optional.of(percent) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The percentage that holds when nothing is set. */
  static double defaultPercent(double limit) {
    return limit * SMALL_PERCENT / 100 < SMALL_HEAP ? SMALL_PERCENT : DEFAULT_PERCENT;
  }
}
