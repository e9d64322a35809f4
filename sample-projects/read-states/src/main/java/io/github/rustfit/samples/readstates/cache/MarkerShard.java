package io.github.rustfit.samples.readstates.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One lock's worth of the cache: a map in access order that drops its eldest marker when full. */
final class MarkerShard {
  private static final float LOAD_FACTOR = 0.75f;

  private final Map<MarkerKey, ReadMarker> markers;

  MarkerShard(int capacity) {
    markers =
        new LinkedHashMap<>(16, LOAD_FACTOR, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<MarkerKey, ReadMarker> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized ReadMarker find(MarkerKey key) {
    return markers.getOrDefault(key, ReadMarker.UNREAD);
  }

  synchronized ReadMarker update(MarkerKey key, UnaryOperator<ReadMarker> change) {
    ReadMarker updated = change.apply(markers.getOrDefault(key, ReadMarker.UNREAD));
    markers.put(key, updated);
    return updated;
  }

  synchronized int size() {
    return markers.size();
  }
}
