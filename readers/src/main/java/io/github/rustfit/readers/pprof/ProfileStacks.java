package io.github.rustfit.readers.pprof;

import io.github.rustfit.readers.stacks.Counts;
import io.github.rustfit.readers.stacks.FrameNames;
import io.github.rustfit.readers.stacks.JvmThreads;
import io.github.rustfit.readers.stacks.Leaves;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resolves the samples of a profile that was read to its end. Not thread-safe. */
final class ProfileStacks {

  private static final int LOCATIONS = 1;
  private static final int VALUES = 2;
  private static final int LABEL = 3;

  /** Beyond the depth of any profiler; a made-up profile could name one location for ever. */
  private static final int MAX_FRAMES = 16_384;

  /** What profilers call the label of a thread's name. */
  private static final Set<String> THREAD =
      Set.of("thread", "thread name", "thread_name", "thread.name");

  /** What makes sense of one sample. */
  private interface Visitor {
    void visit(List<Frame> stack, String leaf, Message.Numbers values);
  }

  private final Profile profile;
  private final FrameNames names = new FrameNames();
  private final Map<Long, List<Frame>> locations = new HashMap<>();
  private final Message.Numbers ids = new Message.Numbers();
  private final Message.Numbers values = new Message.Numbers();
  private final SortedSet<SampleKind> assumed = new TreeSet<>();
  private final Labels labels = new Labels();
  private final ThreadSamples.Builder threads = new ThreadSamples.Builder();
  private String thread = "";
  private long odd;
  private long firstOdd;

  ProfileStacks(Profile profile) {
    this.profile = profile;
  }

  /**
   * Adds the samples of a column and says of which kind they are.
   *
   * @param certain whether that is the kind that the column is named after
   */
  SampleKind add(Column column, boolean certain, Map<SampleKey, Weight> samples) {
    Counts counts = new Counts();
    Leaves leaves = new Leaves();
    forEach(
        column,
        (stack, leaf, numbers) -> {
          long number = column.number(numbers);
          counts.add(number);
          if (!stack.isEmpty()) {
            leaves.add(leaf, stack.get(0), number);
          }
        });
    boolean waits = leaves.kind().filter(SampleKind.WALL::equals).isPresent();
    SampleKind kind =
        !certain && column.kind() == SampleKind.CPU && waits ? SampleKind.WALL : column.kind();
    long period = period();
    if (column.assumed(kind, counts, period)) {
      assumed.add(kind);
    }
    forEach(
        column,
        (stack, leaf, numbers) -> {
          Weight weight = column.weight(kind, numbers, counts, period);
          if (weight.samples() > 0) {
            String type = kind == SampleKind.ALLOCATION ? FrameNames.type(leaf) : "";
            List<Frame> frames = type.isEmpty() ? stack : stack.subList(1, stack.size());
            SampleKind of =
                kind == SampleKind.CPU ? JvmThreads.kind(frames, JvmThreads.ofName(thread)) : kind;
            samples.merge(new SampleKey(of, frames, type), weight, Weight::merge);
            if (of == SampleKind.CPU) {
              threads.add(List.copyOf(frames), ThreadSamples.group(thread), weight.samples());
            }
          }
        });
    return kind;
  }

  /** In which threads the samples of CPU were taken, as far as labels tell. */
  ThreadSamples threads() {
    return threads.build();
  }

  /** Kinds of which it was assumed what a sample stands for. */
  SortedSet<SampleKind> assumed() {
    return assumed;
  }

  /** What stands on the samples of this kind of content, each sample counted once. */
  Labels labels() {
    for (Profile.RawSample sample : profile.samples) {
      try {
        Message field = new Message(sample.field(), sample.offset());
        Message message = field.next() ? field.message() : field;
        while (message.next()) {
          if (message.field() == LABEL) {
            Map.Entry<String, String> label = label(message.message());
            labels.add(label.getKey(), label.getValue(), 1);
          }
        }
      } catch (WireException e) {
        continue; // it is among those that were left out
      }
    }
    return labels;
  }

  private Map.Entry<String, String> label(Message label) throws WireException {
    String key = "";
    String value = "";
    while (label.next()) {
      if (label.field() == 1) {
        key = text(label.index());
      } else if (label.field() == 2) {
        value = text(label.index());
      }
    }
    return Map.entry(key, value);
  }

  private String text(int index) {
    String text = profile.tables.text(index);
    return text == null ? "" : text;
  }

  /** How many samples of the last kind were left out, as their parts are missing or nonsense. */
  long odd() {
    return odd;
  }

  /** Where the first of them begins, in bytes. */
  long firstOdd() {
    return firstOdd;
  }

  private long period() {
    String unit = profile.tables.text(profile.periodType.unit());
    return "nanoseconds".equals(unit) ? profile.period : 0;
  }

  private void forEach(Column column, Visitor visitor) {
    odd = 0;
    for (Profile.RawSample sample : profile.samples) {
      ids.clear();
      values.clear();
      thread = "";
      List<Frame> stack = decode(sample);
      if (stack == null || column.negative(values)) {
        firstOdd = odd++ == 0 ? sample.offset() : firstOdd;
      } else {
        visitor.visit(stack, leaf(), values);
      }
    }
  }

  private @Nullable List<Frame> decode(Profile.RawSample sample) {
    try {
      Message field = new Message(sample.field(), sample.offset());
      if (!field.next()) {
        return null;
      }
      Message message = field.message();
      while (message.next()) {
        if (message.field() == LOCATIONS) {
          message.numbers(ids);
        } else if (message.field() == VALUES) {
          message.numbers(values);
        } else if (message.field() == LABEL) {
          Map.Entry<String, String> label = label(message.message());
          thread = THREAD.contains(label.getKey()) ? label.getValue() : thread;
        }
      }
    } catch (WireException e) {
      return null;
    }
    return values.size() == profile.columns.size() ? stack() : null;
  }

  private @Nullable List<Frame> stack() {
    List<Frame> stack = new ArrayList<>();
    for (int at = 0; at < ids.size(); at++) {
      List<Frame> frames = location(ids.get(at));
      if (frames == null || stack.size() > MAX_FRAMES - frames.size()) {
        return null;
      }
      stack.addAll(frames);
    }
    return stack;
  }

  /** The function of the leaf as it is written; empty when there is none. */
  private String leaf() {
    List<Tables.Line> lines = ids.size() == 0 ? null : profile.tables.lines(ids.get(0));
    String name =
        lines == null || lines.isEmpty() ? null : profile.tables.function(lines.get(0).function());
    return name == null ? "" : name;
  }

  private @Nullable List<Frame> location(long id) {
    List<Frame> known = locations.get(id);
    if (known != null) {
      return known;
    }
    List<Tables.Line> lines = profile.tables.lines(id);
    if (lines == null) {
      return null;
    }
    List<Frame> frames = new ArrayList<>(1);
    for (Tables.Line line : lines) {
      String name = profile.tables.function(line.function());
      if (name == null) {
        return null;
      }
      frames.add(names.frame(name, line.line()));
    }
    if (frames.isEmpty()) {
      frames.add(new Frame("", "unknown", 0)); // an address that was never symbolised
    }
    locations.put(id, frames);
    return frames;
  }
}
