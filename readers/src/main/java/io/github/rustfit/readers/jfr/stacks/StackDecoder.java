package io.github.rustfit.readers.jfr.stacks;

import io.github.rustfit.readers.jfr.format.Cursor;
import io.github.rustfit.readers.jfr.format.DamagedException;
import io.github.rustfit.readers.jfr.format.Layout.Encoding;
import io.github.rustfit.readers.jfr.format.Layout.Member;
import io.github.rustfit.readers.jfr.format.Pool;
import io.github.rustfit.readers.jfr.format.Shape;
import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.Arrays;
import java.util.List;
import one.jfr.DictionaryInt;

/** Decodes the stacks of one chunk that samples refer to. */
public final class StackDecoder {

  /** Frame types of async-profiler (arch.h, FrameTypeId); the JDK has the first four. */
  private static final int NATIVE = 3;

  private static final int CPP = 4;
  private static final int KERNEL = 5;

  /** -1 in 16 bits. */
  private static final int NO_LINE = 0xffff;

  private static final String FRAMES = "frames";
  private static final String TRUNCATED = "truncated";

  /** What is kept of a frame, and where. */
  private static final List<String> KEPT =
      List.of(FRAMES + ".method", FRAMES + ".lineNumber", FRAMES + ".type");

  private static final int METHOD = 0;
  private static final int LINE = 1;
  private static final int TYPE = 2;

  private static final int STACKS_EXPECTED = 1 << 12;

  private final Cursor cursor;
  private final int size;
  private final Pool pool;
  private final Constants constants;
  private final Known known;
  private final boolean asyncProfiler;
  private final List<Member> frame;
  private final Shape beforeFrames;

  /** How many numbers a frame is; 0 when it is something else. */
  private final int numbersEach;

  private final long[] values = new long[3];
  private final long[] truncated = new long[1];
  private final Shape frameShape;
  private final FrameTable frames = new FrameTable();
  private final DictionaryInt decoded = new DictionaryInt(STACKS_EXPECTED);
  private int[] numbers = new int[64];

  /**
   * @param cursor used by nobody else, so that stacks read in the order of the chunk need no jumps
   */
  public StackDecoder(
      Cursor cursor, int size, Pool pool, Constants constants, Known known, boolean asyncProfiler) {
    this.cursor = cursor;
    this.size = size;
    this.pool = pool;
    this.constants = constants;
    this.known = known;
    this.asyncProfiler = asyncProfiler;
    int place = pool.member(FRAMES);
    Member array = place < 0 ? null : pool.layout().get(place);
    frame = array == null ? List.of() : array.members();
    beforeFrames =
        Shape.of(
            pool.layout().subList(0, Math.max(0, place)),
            member -> member.path().equals(TRUNCATED) && !member.array() ? 0 : -1);
    numbersEach =
        frame.stream().allMatch(member -> member.encoding() == Encoding.NUMBER && !member.array())
            ? frame.size()
            : 0;
    frameShape = Shape.of(frame, StackDecoder::kept);
    boolean named = frame.stream().anyMatch(member -> kept(member) == METHOD);
    if (!pool.layout().isEmpty() && (array == null || !array.array() || !named)) {
      throw new DamagedException("metadata does not say what a stack is made of");
    }
  }

  /** Position in the chunk of the stack with this number; 0 when there is none. */
  public int place(long id) {
    return pool.place(id);
  }

  /** The number of the stack at this position, as {@link Known} numbers stacks. */
  public int stack(int place) {
    if (place == 0) {
      return 0;
    }
    int number = decoded.get(place, -1);
    if (number < 0) {
      number = decode(place);
      decoded.put(place, number);
    }
    return number;
  }

  private static int kept(Member member) {
    return member.encoding() == Encoding.NUMBER && !member.array()
        ? KEPT.indexOf(member.path())
        : -1;
  }

  private int decode(int place) {
    cursor.window(place, size);
    truncated[0] = 0;
    beforeFrames.read(cursor, truncated);
    int count = cursor.count();
    int hash = 0;
    for (int depth = 0; depth < count; depth++) {
      if (depth == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * depth);
      }
      int number = frame();
      numbers[depth] = number;
      hash = hash * 31 + number;
    }
    if (truncated[0] != 0) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count + 1);
      }
      numbers[count] = known.frame(Frame.CUT);
      hash = hash * 31 + numbers[count++];
    }
    return known.stack(numbers, count, hash);
  }

  /** Reads one frame and says its number. */
  private int frame() {
    boolean raw = numbersEach > 0 && cursor.raw(numbersEach);
    int number = raw ? frames.number(cursor.low(), cursor.high()) : 0;
    return number > 0 ? number : newFrame(raw);
  }

  /**
   * Decodes a frame.
   *
   * @param raw whether its bytes were read before
   */
  private int newFrame(boolean raw) {
    if (raw) {
      cursor.window(cursor.beforeRaw(), size);
    }
    values[LINE] = NO_LINE;
    frameShape.read(cursor, values);
    // The lower 16 bits, as the converter has it: class files know no more lines.
    int at = (int) values[LINE] & NO_LINE;
    int number = constants.frame(values[METHOD], at == NO_LINE ? 0 : at, nativeCode(values[TYPE]));
    if (raw) {
      frames.put(cursor.low(), cursor.high(), number);
    }
    return number;
  }

  /** The JDK calls a Java method without bytecode native, async-profiler a function in C. */
  private boolean nativeCode(long frameType) {
    return frameType == CPP || frameType == KERNEL || (frameType == NATIVE && asyncProfiler);
  }
}
