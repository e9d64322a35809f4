package io.github.rustfit.readers.pprof;

import io.github.rustfit.readers.stacks.JvmThreads;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The profiles of a batch and the dictionary that they share. Not thread-safe. */
final class OtlpProfiles {

  /** Longer durations, of a year, are taken for nonsense. */
  private static final long LONGEST_NANOS = 366L * 24 * 3600 * 1_000_000_000;

  /** What a count stands for where no period is given, in nanoseconds. */
  private static final long ASSUMED = 10_000_000;

  private static final Map<String, SampleKind> NAMES =
      Map.of(
          "samples", SampleKind.CPU,
          "cpu", SampleKind.CPU,
          "cpu-samples", SampleKind.CPU,
          "on-cpu", SampleKind.CPU,
          "wall", SampleKind.WALL,
          "allocated-space", SampleKind.ALLOCATION,
          "alloc-space", SampleKind.ALLOCATION);

  private record Recorded(Message message, List<OtlpDictionary.Attribute> resource) {}

  private final List<Recorded> profiles = new ArrayList<>();
  private final OtlpDictionary dictionary = new OtlpDictionary();
  private final Labels labels = new Labels();
  private ThreadSamples threads = ThreadSamples.EMPTY;
  private final Map<SampleKind, Long> observed = new EnumMap<>(SampleKind.class);
  private final Map<SampleKey, Weight> samples = new HashMap<>();
  private final SortedMap<Long, Long> spans = new TreeMap<>();
  private final TreeSet<SampleKind> assumed = new TreeSet<>();
  private boolean older;
  private long odd;

  /** Takes the whole message. */
  void take(Message data) throws WireException {
    while (data.next()) {
      if (data.field() == 1) {
        resource(data.message());
      } else if (data.field() == 2) {
        dictionary.take(data.message());
      }
    }
  }

  /** Takes profiles of one resource, such as a process; its attributes may follow them. */
  private void resource(Message resource) throws WireException {
    List<OtlpDictionary.Attribute> attributes = new ArrayList<>();
    while (resource.next()) {
      if (resource.field() == 1) {
        Message own = resource.message();
        while (own.next()) {
          if (own.field() == 1) {
            attributes.add(OtlpDictionary.Attribute.ofResource(own.message()));
          }
        }
      } else if (resource.field() == 2) {
        scope(resource.message(), attributes);
      }
    }
  }

  private void scope(Message scope, List<OtlpDictionary.Attribute> attributes)
      throws WireException {
    while (scope.next()) {
      if (scope.field() == 2) {
        profiles.add(new Recorded(scope.message(), attributes));
      }
    }
  }

  /** Makes samples of what was taken. */
  void resolve() {
    for (Recorded profile : profiles) {
      try {
        resolve(profile.message(), profile.resource());
      } catch (WireException e) {
        odd++;
      }
    }
  }

  private void resolve(Message profile, List<OtlpDictionary.Attribute> resource)
      throws WireException {
    List<Message> raw = new ArrayList<>();
    long[] type = new long[2];
    long[] periodType = new long[2];
    long duration = 0;
    long begin = 0;
    long period = 0;
    while (profile.next()) {
      switch (profile.field()) {
        case 1 -> valueType(profile.message(), type);
        case 2 -> raw.add(profile.message());
        case 3 -> {
          older |= profile.type() == Message.BYTES;
          begin = profile.type() == Message.FIXED64 ? profile.fixed64() : 0;
        }
        case 4 -> duration = profile.number();
        case 5 -> {
          if (profile.type() == Message.BYTES) {
            valueType(profile.message(), periodType);
          }
        }
        case 6 -> period = profile.type() == Message.VARINT ? profile.number() : 0;
        default -> {}
      }
    }
    String unit = dictionary.text(type[1]);
    SampleKind kind =
        NAMES.get(dictionary.text(type[0]).toLowerCase(Locale.ROOT).replace('_', '-'));
    boolean bytes = unit.equals("bytes");
    boolean nanos = unit.equals("nanoseconds");
    if (older
        || kind == null
        || (kind == SampleKind.ALLOCATION) != bytes
        || !(bytes || nanos || unit.equals("count"))) {
      return;
    }
    boolean timed = dictionary.text(periodType[1]).equals("nanoseconds") && period > 0;
    Map<SampleKey, Weight> own = new HashMap<>();
    Labels ownLabels = new Labels();
    ThreadSamples.Builder ownThreads = new ThreadSamples.Builder();
    boolean java = false;
    boolean counted = false;
    for (Message sample : raw) {
      SampleKey key =
          add(sample, kind, bytes || nanos, timed ? period : 0, own, ownLabels, ownThreads);
      java |= key != null && key.stack().stream().anyMatch(Frame::java);
      counted |= key != null;
    }
    if (!java || !counted) {
      return; // of another process than a JVM
    }
    if (!timed && !bytes && !nanos) {
      assumed.add(kind);
    }
    long lasted = duration < 0 || duration > LONGEST_NANOS ? 0 : duration;
    spans.merge(begin, lasted, Math::max);
    own.forEach((key, weight) -> samples.merge(key, weight, Weight::merge));
    resource.forEach(one -> ownLabels.add(one.key(), one.value(), raw.size()));
    labels.addAll(ownLabels);
    threads = threads.merge(ownThreads.build());
    observed.put(kind, 0L);
  }

  private static void valueType(Message message, long[] into) throws WireException {
    while (message.next()) {
      if (message.field() <= 2) {
        into[message.field() - 1] = message.number();
      }
    }
  }

  private @Nullable SampleKey add(
      Message sample,
      SampleKind kind,
      boolean amounts,
      long period,
      Map<SampleKey, Weight> into,
      Labels own,
      ThreadSamples.Builder ownThreads)
      throws WireException {
    long stack = 0;
    Message.Numbers values = new Message.Numbers();
    Message.Numbers attributes = new Message.Numbers();
    long times = 0;
    while (sample.next()) {
      switch (sample.field()) {
        case 1 -> stack = sample.number();
        case 2 -> sample.numbers(attributes);
        case 4 -> sample.numbers(values);
        case 5 -> times += sample.type() == Message.BYTES ? sample.length() / 8 : 1;
        default -> {}
      }
    }
    long sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += Math.max(0, Math.min(values.get(i), Long.MAX_VALUE / 4 / values.size()));
    }
    sum = values.size() == 0 ? times : sum;
    List<Frame> frames = dictionary.frames(stack);
    if (frames == null || sum == 0) {
      odd += frames == null ? 1 : 0;
      return null;
    }
    String name = thread(attributes);
    SampleKind of =
        kind == SampleKind.CPU ? JvmThreads.kind(frames, JvmThreads.ofName(name)) : kind;
    SampleKey key = new SampleKey(of, frames, "");
    Weight weight = weight(sum, times, amounts, period);
    into.merge(key, weight, Weight::merge);
    if (of == SampleKind.CPU) {
      ownThreads.add(key.stack(), ThreadSamples.group(name), weight.samples());
    }
    dictionary.attributes(attributes).forEach(one -> own.add(one.key(), one.value(), 1));
    return key;
  }

  private static Weight weight(long sum, long times, boolean amounts, long period) {
    if (!amounts) {
      return Weight.of(sum, period > 0 ? period : ASSUMED);
    }
    long count = Math.max(1, Math.min(sum, times > 0 || period == 0 ? times : sum / period));
    return new Weight(count, sum, Weight.of(count, sum / count + 1).squares());
  }

  private String thread(Message.Numbers attributes) {
    return dictionary.attributes(attributes).stream()
        .filter(attribute -> attribute.key().equals("thread.name"))
        .findFirst()
        .map(OtlpDictionary.Attribute::value)
        .orElse("");
  }

  boolean olderDraft() {
    return older;
  }

  boolean none() {
    return samples.isEmpty();
  }

  /** How many samples were left out. */
  long odd() {
    return odd;
  }

  /** What was resolved; several profiles of one time cover it once. */
  ProfileSummary summary() {
    long covered = 0;
    long end = Long.MIN_VALUE;
    for (Map.Entry<Long, Long> span : spans.entrySet()) {
      long to = span.getKey() + span.getValue();
      covered += Math.max(0, to - Math.max(end, span.getKey()));
      end = Math.max(end, to);
    }
    long nanos = Math.min(covered, LONGEST_NANOS);
    observed.replaceAll((kind, none) -> nanos);
    samples.keySet().forEach(key -> observed.putIfAbsent(key.kind(), nanos));
    return new ProfileSummary(
        nanos,
        observed,
        samples,
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        RecordingFacts.EMPTY
            .with(
                new SamplingFacts(
                    Tally.UNKNOWN,
                    assumed,
                    new TreeMap<>(),
                    Collections.emptySortedSet(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    labels.all()))
            .with(threads));
  }
}
