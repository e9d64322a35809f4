package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Samples that are neither of time nor of allocation: waiting, live objects, exceptions, malloc.
 */
final class OtherEvents {

  private OtherEvents() {}

  /** The sources that were certainly enabled. */
  static Set<Source> enabled(Settings settings) {
    Set<Source> enabled = EnumSet.noneOf(Source.class);
    for (EventKind kind : EventKind.values()) {
      Source source = kind.source();
      if (source != null && source.waiting() && settings.enabled(kind.event())) {
        enabled.add(source);
      }
    }
    if (settings.enabled(EventKind.OLD_OBJECT.event())
        || settings.value(Sampling.IN_NEW_TLAB, "live").equals("true")) {
      enabled.add(Source.LIVE);
    }
    if (settings.enabled(EventKind.THROW.event())) {
      enabled.add(Source.EXCEPTION);
    }
    if (settings.has(EventKind.MALLOC.event(), "nativemem")) {
      enabled.add(Source.NATIVE_MEMORY);
    }
    return enabled;
  }

  /**
   * The shortest duration in nanoseconds that was recorded, the larger one of two events of a kind;
   * 0 when the setting says that all were. async-profiler calls it {@code lock}.
   */
  static Map<SampleKind, Long> thresholds(Settings settings) {
    String monitor = EventKind.MONITOR.event();
    Map<SampleKind, Long> thresholds = new EnumMap<>(SampleKind.class);
    for (EventKind kind : EventKind.values()) {
      Source source = kind.source();
      if (source != null && source.waiting() && settings.enabled(kind.event())) {
        if (settings.has(kind.event(), "threshold")) {
          long nanos = settings.nanos(kind.event(), "threshold", 0);
          thresholds.merge(source.kind(), nanos, Math::max);
        } else if (settings.has(monitor, "lock")) {
          thresholds.merge(source.kind(), settings.nanos(monitor, "lock", 0), Math::max);
        }
      }
    }
    return thresholds;
  }
}
