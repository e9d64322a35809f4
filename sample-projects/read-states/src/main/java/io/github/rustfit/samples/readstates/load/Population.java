package io.github.rustfit.samples.readstates.load;

import io.github.rustfit.samples.readstates.protocol.Operation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The users, their channels and what they do. A third more markers exist than the cache holds, and
 * some users are more active than others, so the cache always has something to drop.
 */
final class Population {
  private static final int CHANNELS_PER_USER = 4;
  private static final int CHANNELS = 500_000;
  private static final double UNIVERSE_TO_CACHED = 4.0 / 3.0;
  private static final double ACTIVITY_SKEW = 1.5;

  private final long universe;

  Population(int cachedMarkers) {
    universe = (long) (cachedMarkers * UNIVERSE_TO_CACHED);
  }

  /** The operations that put markers number {@code from} (inclusive) to {@code to} in place. */
  List<Operation> initial(long from, long to) {
    return LongStream.range(from, to)
        .<Operation>mapToObj(i -> new Operation.Acknowledge(userOf(i), channelOf(i), i + 1))
        .toList();
  }

  /** A batch as it comes in normal business: half reads up, a quarter mentions, a quarter looks. */
  List<Operation> batch(int size, long messageId, SplittableRandom random) {
    return IntStream.range(0, size).mapToObj(i -> operation(messageId, random)).toList();
  }

  private Operation operation(long messageId, SplittableRandom random) {
    long marker = (long) (universe * Math.pow(random.nextDouble(), ACTIVITY_SKEW));
    long user = userOf(marker);
    long channel = channelOf(marker);
    return switch (random.nextInt(4)) {
      case 0 -> new Operation.Fetch(user, channel);
      case 1 -> new Operation.Mention(user, channel);
      default -> new Operation.Acknowledge(user, channel, messageId);
    };
  }

  private static long userOf(long marker) {
    return scatter(marker / CHANNELS_PER_USER);
  }

  private static long channelOf(long marker) {
    return scatter(Math.floorMod(scatter(marker), CHANNELS));
  }

  /** Spreads small numbers over the whole range, as real identifiers are (SplitMix64's mixer). */
  private static long scatter(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
