package io.github.rustfit.samples.readstates.cache;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The least recently used cache of read markers. It is split into shards with a lock each, so that
 * connections seldom wait for one another. Safe for use by many threads.
 */
public final class ReadStateCache {
  private static final int SHARD_COUNT = 256;

  private final MarkerShard[] shards;

  /**
   * Makes an empty cache.
   *
   * @param capacity the number of markers kept before the least recently used ones are dropped
   */
  public ReadStateCache(int capacity) {
    if (capacity < SHARD_COUNT) {
      throw new IllegalArgumentException("capacity must be at least " + SHARD_COUNT);
    }
    shards =
        IntStream.range(0, SHARD_COUNT)
            .mapToObj(i -> new MarkerShard(capacity / SHARD_COUNT))
            .toArray(MarkerShard[]::new);
  }

  /** Returns the marker, or {@link ReadMarker#UNREAD} if none is kept. */
  public ReadMarker find(long userId, long channelId) {
    MarkerKey key = new MarkerKey(userId, channelId);
    return shardOf(key).find(key);
  }

  /** Moves the marker up to the message and clears its mentions; it never moves back. */
  public ReadMarker acknowledge(long userId, long channelId, long messageId) {
    long now = System.currentTimeMillis();
    MarkerKey key = new MarkerKey(userId, channelId);
    return shardOf(key).update(key, marker -> marker.readUpTo(messageId, now));
  }

  /** Counts one more mention of the user in the channel. */
  public ReadMarker mention(long userId, long channelId) {
    long now = System.currentTimeMillis();
    MarkerKey key = new MarkerKey(userId, channelId);
    return shardOf(key).update(key, marker -> marker.mentioned(now));
  }

  /** Returns the number of markers kept at the moment. */
  public int size() {
    return Stream.of(shards).mapToInt(MarkerShard::size).sum();
  }

  private MarkerShard shardOf(MarkerKey key) {
    // HashMap indexes with the low bits, so the shard is chosen by the high ones
    return shards[(key.hashCode() * 0x9E3779B9) >>> 24];
  }
}
