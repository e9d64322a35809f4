package io.github.rustfit.readers.collapsed;

import io.github.rustfit.readers.stacks.Counts;
import io.github.rustfit.readers.stacks.FrameNames;
import io.github.rustfit.readers.stacks.JvmThreads;
import io.github.rustfit.readers.stacks.Leaves;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The lines of a collapsed file; what they count is known when all have been added. */
final class CollapsedStacks {

  /** Frames, leaf first, and the class that the leaf may name. */
  private record Stack(List<Frame> frames, String type, SampleKind thread, String group) {}

  private final FrameNames names = new FrameNames();
  private final Leaves leaves = new Leaves();
  private final Counts counts = new Counts();
  private final Map<Stack, List<Long>> stacks = new HashMap<>();

  void add(CollapsedLine line) {
    if (line.count() == 0) {
      return;
    }
    List<String> texts = line.frames();
    List<Frame> frames = new ArrayList<>(texts.size());
    int root = FrameNames.thread(texts.get(0)) ? 1 : 0;
    for (int at = texts.size() - 1; at >= root; at--) {
      frames.add(names.frame(texts.get(at), 0));
    }
    String leaf = texts.get(texts.size() - 1);
    if (!frames.isEmpty()) {
      leaves.add(leaf, frames.get(0), line.count());
    }
    counts.add(line.count());
    SampleKind thread = root == 0 ? SampleKind.CPU : JvmThreads.ofName(texts.get(0).substring(1));
    String group = root == 0 ? "" : ThreadSamples.group(FrameNames.threadName(texts.get(0)));
    Stack stack = new Stack(List.copyOf(frames), FrameNames.type(leaf), thread, group);
    stacks.computeIfAbsent(stack, key -> new ArrayList<>(1)).add(line.count());
  }

  boolean none() {
    return stacks.isEmpty();
  }

  /** The profile; empty when the stacks end in classes that were either allocated or locked. */
  Optional<ProfileSummary> profile() {
    return leaves.kind().map(this::profile);
  }

  private ProfileSummary profile(SampleKind kind) {
    Map<SampleKey, Weight> samples = new HashMap<>();
    ThreadSamples.Builder threads = new ThreadSamples.Builder();
    stacks.forEach(
        (stack, numbers) -> {
          boolean typed = kind == SampleKind.ALLOCATION && !stack.type().isEmpty();
          List<Frame> frames =
              typed ? stack.frames().subList(1, stack.frames().size()) : stack.frames();
          SampleKind of = kind == SampleKind.CPU ? JvmThreads.kind(frames, stack.thread()) : kind;
          SampleKey key = new SampleKey(of, frames, typed ? stack.type() : "");
          for (long number : numbers) {
            Weight weight = counts.weight(kind, number);
            samples.merge(key, weight, Weight::merge);
            if (of == SampleKind.CPU) {
              threads.add(frames, stack.group(), weight.samples());
            }
          }
        });
    Map<SampleKind, Long> observed = new EnumMap<>(Map.of(kind, 0L));
    samples.keySet().forEach(key -> observed.put(key.kind(), 0L));
    SortedSet<SampleKind> assumed = new TreeSet<>();
    if (counts.assumed(kind)) {
      assumed.add(kind);
    }
    return new ProfileSummary(
        0,
        observed,
        samples,
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        Counts.assuming(assumed).with(threads.build()));
  }
}
