package io.github.rustfit.readers.pprof;

import io.github.rustfit.readers.stacks.Counts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of sample weighs: the columns of a profile that say so.
 *
 * @param kind what was sampled
 * @param amounts indexes of the columns that hold times or bytes, to be added up
 * @param factor nanoseconds or bytes that 1 in those columns means
 * @param count index of the column that counts samples; -1 when there is none
 * @param mislabelled whether times may be counts: async-profiler's converter calls them so
 */
record Column(SampleKind kind, List<Integer> amounts, long factor, int count, boolean mislabelled) {

  /** No profiler samples more often. */
  private static final long SHORTEST_NANOS = 1_000;

  private static final Map<String, Long> TIMES =
      Map.of("nanoseconds", 1L, "microseconds", 1_000L, "milliseconds", 1_000_000L);

  private static final Map<String, SampleKind> NAMES =
      Map.ofEntries(
          Map.entry("cpu", SampleKind.CPU),
          Map.entry("cpu-time", SampleKind.CPU),
          Map.entry("samples", SampleKind.CPU),
          Map.entry("cpu-samples", SampleKind.CPU),
          Map.entry("wall", SampleKind.WALL),
          Map.entry("wall-time", SampleKind.WALL),
          Map.entry("alloc-space", SampleKind.ALLOCATION),
          Map.entry("allocations", SampleKind.ALLOCATION),
          Map.entry("alloc-in-new-tlab-bytes", SampleKind.ALLOCATION),
          Map.entry("alloc-outside-tlab-bytes", SampleKind.ALLOCATION));

  /** The columns that are understood, by kind. */
  static List<Column> of(Profile profile) {
    Map<SampleKind, Column> columns = new EnumMap<>(SampleKind.class);
    boolean wall = named(profile, Set.of("wall", "wall-time")) && !named(profile, Set.of("cpu"));
    for (int index = 0; index < profile.columns.size(); index++) {
      Profile.ValueType type = profile.columns.get(index);
      String name = name(profile, type.type());
      String unit = text(profile, type.unit());
      SampleKind kind = NAMES.get(name);
      if (kind != null) {
        SampleKind seen = wall && name.equals("samples") ? SampleKind.WALL : kind;
        Column none = new Column(seen, List.of(), 1, -1, profile.byAsyncProfiler());
        Column known = columns.getOrDefault(seen, none);
        columns.put(seen, known.with(index, unit));
      }
    }
    columns.values().removeIf(column -> column.amounts.isEmpty() && column.count < 0);
    return List.copyOf(columns.values());
  }

  private static boolean named(Profile profile, Set<String> names) {
    return names.contains(name(profile, profile.periodType.type()))
        || profile.columns.stream().anyMatch(type -> names.contains(name(profile, type.type())));
  }

  private Column with(int index, String unit) {
    Long found = kind == SampleKind.ALLOCATION ? bytes(unit) : TIMES.get(unit);
    if (found == null) {
      return unit.equals("count") && count < 0
          ? new Column(kind, amounts, factor, index, mislabelled)
          : this;
    }
    if (!amounts.isEmpty() && (kind != SampleKind.ALLOCATION || found != factor)) {
      return this;
    }
    List<Integer> all = new ArrayList<>(amounts);
    all.add(index);
    return new Column(kind, List.copyOf(all), found, count, mislabelled);
  }

  private static @Nullable Long bytes(String unit) {
    return unit.equals("bytes") ? Long.valueOf(1) : null;
  }

  private static String name(Profile profile, int index) {
    return text(profile, index).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(Profile profile, int index) {
    return Objects.requireNonNullElse(profile.tables.text(index), "");
  }

  /** Nanoseconds or bytes of a sample; 0 when no column says. */
  long amount(Message.Numbers values) {
    long sum = 0;
    for (int column : amounts) {
      long value = Math.max(0, values.get(column));
      sum =
          Math.min(Long.MAX_VALUE / 4, sum + Math.min(value, Long.MAX_VALUE / 8 / factor) * factor);
    }
    return sum;
  }

  /** The number that shows how much of the profile a sample is. */
  long number(Message.Numbers values) {
    return amounts.isEmpty() ? values.get(count) : amount(values);
  }

  /** Whether any number of the sample is negative, as in a comparison of two profiles. */
  boolean negative(Message.Numbers values) {
    return amounts.stream().anyMatch(column -> values.get(column) < 0)
        || (count >= 0 && values.get(count) < 0);
  }

  /** Whether numbers are samples, and what one of them stands for is nowhere said. */
  boolean assumed(SampleKind kind, Counts all, long period) {
    boolean timed = kind != SampleKind.ALLOCATION;
    return counted(timed, all) && !periodical(timed, period) && all.assumed(kind);
  }

  private boolean counted(boolean timed, Counts all) {
    return amounts.isEmpty() || (timed && mislabelled && all.smallest() < SHORTEST_NANOS);
  }

  private boolean periodical(boolean timed, long period) {
    return timed && amounts.isEmpty() && period >= SHORTEST_NANOS;
  }

  /**
   * The weight of a sample.
   *
   * @param kind what was really sampled
   * @param all {@link #number} of all samples
   * @param period nanoseconds of a sample by the profile itself; 0 when unknown
   */
  Weight weight(SampleKind kind, Message.Numbers values, Counts all, long period) {
    long number = number(values);
    boolean timed = kind != SampleKind.ALLOCATION;
    if (counted(timed, all)) {
      return periodical(timed, period)
          ? Weight.of(Math.max(0, number), period)
          : all.weight(kind, number);
    }
    if (number <= 0) {
      return Weight.ZERO;
    }
    long samples = count >= 0 && timed ? values.get(count) : 1;
    if (timed && count < 0 && period >= SHORTEST_NANOS) {
      samples = Math.round((double) number / period);
    }
    long most = timed ? number / SHORTEST_NANOS : 1;
    samples = Math.max(1, Math.min(samples, most));
    long each = number / samples + (number % samples == 0 ? 0 : 1);
    return new Weight(samples, number, Weight.of(samples, each).squares());
  }
}
