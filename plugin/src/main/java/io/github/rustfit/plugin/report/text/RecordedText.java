package io.github.rustfit.plugin.report.text;

import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** When and where recordings were taken, as far as they tell. */
public final class RecordedText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Labels that tell which program was recorded, and where, as OpenTelemetry and Pyroscope call
   * them.
   */
  private static final Set<String> PLACES =
      Set.of(
          "service.name",
          "service.version",
          "service_name",
          "host.name",
          "hostname",
          "k8s.pod.name",
          "deployment.environment",
          "deployment.environment.name");

  private static final int MOST = 4;

  private RecordedText() {}

  /** For how long, and since when by the clock; empty where nothing was recorded. */
  public static String when(ProfileSummary profile) {
    if (profile.recordedNanos() <= 0) {
      return "";
    }
    SortedSet<Long> starts = profile.facts().sampling().starts();
    if (starts.isEmpty()) {
      return Show.duration(profile.recordedNanos());
    }
    String first = minute(starts.first());
    String last = minute(starts.last());
    boolean atOnce = starts.last() - starts.first() < profile.recordedNanos();
    return Show.duration(profile.recordedNanos())
        + (atOnce || first.equals(last)
            ? " from " + first
            : ", the first part from " + first + ", the last from " + last)
        + " UTC on";
  }

  private static String minute(long nanos) {
    return MINUTE.format(Instant.ofEpochSecond(0, nanos));
  }

  /** Which program, and where, as {@code key=value}: labels of the profiler. */
  public static List<String> where(ProfileSummary profile) {
    return profile.facts().sampling().labels().entrySet().stream()
        .map(Map.Entry::getKey)
        .filter(label -> PLACES.contains(label.substring(0, Math.max(0, label.indexOf('=')))))
        .limit(MOST)
        .toList();
  }
}
