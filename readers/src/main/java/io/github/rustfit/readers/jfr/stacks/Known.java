package io.github.rustfit.readers.jfr.stacks;

import io.github.rustfit.readers.jfr.format.DamagedException;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import one.jfr.Dictionary;

/**
 * The distinct frames, stacks and types of a recording, each once and numbered, so that chunks can
 * be summed up by numbers. Shared by the threads that read its chunks. Numbers depend on which
 * thread came first; what they stand for does not.
 */
public final class Known {

  /** The number of the type of samples that have none. */
  public static final int NO_TYPE = 0;

  /** Leaves four bits for the kind. */
  private static final int NUMBER_BITS = 30;

  private static final int NUMBER = (1 << NUMBER_BITS) - 1;
  private static final SampleKind[] KINDS = SampleKind.values();

  private final Map<Frame, Integer> frameNumbers = new HashMap<>();
  private final List<Frame> frames = new ArrayList<>();
  private final Map<String, Integer> typeNumbers = new HashMap<>();
  private final List<String> types = new ArrayList<>();
  private final StackTable stacks = new StackTable();
  private final Dictionary<List<Frame>> built = new Dictionary<>();

  /** Knows nothing yet. */
  public Known() {
    type(""); // NO_TYPE
  }

  /** The number of a frame, above 0. */
  int frame(Frame frame) {
    synchronized (frames) {
      Integer number = frameNumbers.get(frame);
      if (number == null) {
        frames.add(frame);
        number = frames.size();
        frameNumbers.put(frame, number);
      }
      return number;
    }
  }

  /**
   * The number of the stack in the first places of an array, leaf first; 0 for an empty one.
   *
   * @param hash of these places: from 0 on, 31 times what was before plus the next number
   */
  int stack(int[] frameNumbersOfStack, int length, int hash) {
    return stacks.number(frameNumbersOfStack, length, hash);
  }

  /** The number of the type of an object, a lock or an exception. */
  public int type(String name) {
    synchronized (types) {
      Integer number = typeNumbers.get(name);
      if (number == null) {
        number = types.size();
        types.add(name);
        typeNumbers.put(name, number);
      }
      return number;
    }
  }

  /** One number for all that equal samples have in common. */
  public static long key(SampleKind kind, int stack, int type) {
    if (stack > NUMBER || type > NUMBER) {
      throw new DamagedException("more than " + NUMBER + " distinct stacks or types");
    }
    return (long) kind.ordinal() << 2 * NUMBER_BITS | (long) stack << NUMBER_BITS | type;
  }

  /** The frames of the stack with this number, leaf first. */
  public List<Frame> stack(int number) {
    int[] numbers = stacks.frames(number);
    Frame[] array = new Frame[numbers.length];
    synchronized (frames) {
      for (int i = 0; i < numbers.length; i++) {
        array[i] = frames.get(numbers[i] - 1);
      }
    }
    return List.of(array);
  }

  /** The same number with a type of this name. */
  public long typed(long key, String name) {
    return key(kind(key), (int) (key >>> NUMBER_BITS & NUMBER), type(name));
  }

  /** The kind of the samples of such a number. */
  public static SampleKind kind(long key) {
    return KINDS[(int) (key >>> 2 * NUMBER_BITS)];
  }

  /** What such a number stands for; call from one thread at a time. */
  public SampleKey key(long key) {
    List<Frame> stack = frames((int) (key >>> NUMBER_BITS & NUMBER));
    synchronized (types) {
      return new SampleKey(kind(key), stack, types.get((int) (key & NUMBER)));
    }
  }

  private List<Frame> frames(int stack) {
    List<Frame> list = built.get(stack);
    if (list == null) {
      list = stack(stack);
      built.put(stack, list);
    }
    return list;
  }
}
