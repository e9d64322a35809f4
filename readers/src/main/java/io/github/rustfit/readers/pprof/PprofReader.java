package io.github.rustfit.readers.pprof;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.stacks.Counts;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads profiles of pprof (profile.proto), as converters and continuous profilers write them.
 *
 * <p>Read are the sample types {@code cpu}, {@code samples} and {@code wall} in units of time or
 * {@code count}, {@code alloc_space} and {@code allocations} in {@code bytes}, {@code allocations}
 * in {@code count}, and the two {@code alloc_…_tlab_bytes}. Passed over are what lives ({@code
 * inuse_objects}, {@code inuse_space}), numbers of objects ({@code alloc_objects}), which are
 * estimates and no samples, and waiting ({@code contentions}, {@code delay}, {@code locks}).
 *
 * <p>async-profiler's converter calls wall clock profiles {@code cpu}, and with {@code --total}
 * counts {@code nanoseconds}; both are told by the content ({@link
 * io.github.rustfit.readers.stacks.Leaves}, and no sample stands for less than a microsecond). What
 * a count stands for is the profile's period, otherwise assumed ({@link Counts}). Bytes of one
 * stack count as one sample, as nothing tells how many they were; this understates how certain
 * shares are.
 */
public final class PprofReader implements InputReader {

  private static final String REMEDY = "Copy it again from where it was recorded, or record again.";

  @Override
  public InputKind kind() {
    return InputKind.PPROF;
  }

  @Override
  public boolean claims(byte[] head) {
    return ProfileHead.claims(head);
  }

  @Override
  public Reading read(Content content) throws IOException {
    Profile profile = new Profile();
    List<String> damage = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(content.open(), 1 << 16)) {
      FieldStream fields = new FieldStream(in);
      int odd = 0;
      while (true) {
        byte[] field = fields.next();
        if (field.length == 0) {
          break;
        }
        try {
          profile.take(field, fields.start());
        } catch (WireException e) {
          if (odd++ == 0) {
            damage.add("byte " + fields.start() + ": " + e.getMessage() + " makes no sense here");
          }
        }
      }
    } catch (WireException e) {
      damage.add("byte " + e.at() + ": " + e.getMessage() + "; nothing behind it was read");
    }
    return reading(profile, damage);
  }

  private static Reading reading(Profile profile, List<String> damage) {
    Map<SampleKind, Long> observed = new EnumMap<>(SampleKind.class);
    Map<SampleKey, Weight> samples = new HashMap<>();
    ProfileStacks stacks = new ProfileStacks(profile);
    List<Column> columns = Column.of(profile);
    long odd = 0;
    for (Column column : columns) {
      SampleKind kind = stacks.add(column, columns.size() > 1, samples);
      observed.put(kind, profile.durationNanos());
      odd = Math.max(odd, stacks.odd());
    }
    samples.keySet().forEach(key -> observed.putIfAbsent(key.kind(), profile.durationNanos()));
    if (odd > 0) {
      damage.add(
          "byte "
              + stacks.firstOdd()
              + ": "
              + odd
              + " samples were left out, as names they need are missing or their numbers make no"
              + " sense");
    }
    boolean whole = damage.isEmpty();
    if (columns.isEmpty()) {
      damage.add("byte 0: no sample type that is understood (cpu, wall, allocations)");
    }
    ProfileSummary summary = summary(profile, observed, samples, stacks);
    if (damage.isEmpty()) {
      return Reading.read(summary, GcSummary.EMPTY);
    }
    long used = columns.isEmpty() ? 0 : profile.samples.size() - odd;
    String problem =
        String.join("; ", damage)
            + ". Read "
            + used
            + " of "
            + profile.samples.size()
            + " samples. "
            + (whole ? "Record one of them." : REMEDY);
    return used == 0 && !whole
        ? Reading.failed(problem)
        : Reading.partial(problem, summary, GcSummary.EMPTY);
  }

  private static ProfileSummary summary(
      Profile profile,
      Map<SampleKind, Long> observed,
      Map<SampleKey, Weight> samples,
      ProfileStacks stacks) {
    return new ProfileSummary(
        profile.durationNanos(),
        observed,
        samples,
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        facts(stacks));
  }

  private static RecordingFacts facts(ProfileStacks stacks) {
    RecordingFacts facts = Counts.assuming(stacks.assumed());
    return facts.with(facts.sampling().labelled(stacks.labels().all())).with(stacks.threads());
  }
}
