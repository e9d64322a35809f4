package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.Layout.Encoding;
import io.github.rustfit.readers.jfr.Layout.Member;
import java.util.Arrays;
import java.util.List;
import one.jfr.DictionaryInt;

/** Decodes the stacks of one chunk that samples refer to. */
final class StackDecoder {

  /** Frame types of async-profiler (arch.h, FrameTypeId); the JDK has the first four. */
  private static final int NATIVE = 3;

  private static final int CPP = 4;
  private static final int KERNEL = 5;

  /** -1 in 16 bits. */
  private static final int NO_LINE = 0xffff;

  /** Method numbers below this leave room for line and kind in one key; all real ones are. */
  private static final long SMALL_METHOD = 1L << 46;

  private static final String FRAMES = "frames";

  /** A power of 2; a chunk of 12 MB has about 10,000 distinct frames. */
  private static final int FRAMES_EXPECTED = 1 << 12;

  private final Cursor cursor;
  private final int size;
  private final Pool pool;
  private final Constants constants;
  private final Known known;
  private final boolean asyncProfiler;
  private final List<Member> frame;
  private final boolean ofNumbers;
  private final int method;
  private final int line;
  private final int type;
  private final long[] values;
  private final DictionaryInt frames = new DictionaryInt(FRAMES_EXPECTED);
  private final DictionaryInt decoded = new DictionaryInt(FRAMES_EXPECTED);
  private int[] numbers = new int[64];

  /**
   * @param cursor used by nobody else, so that stacks read in the order of the chunk need no jumps
   */
  StackDecoder(
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
    ofNumbers = array != null && array.ofNumbers();
    method = member("method");
    line = member("lineNumber");
    type = member("type");
    values = new long[frame.size()];
    if (!pool.layout().isEmpty() && (array == null || !array.array() || method < 0)) {
      throw new DamagedException("metadata does not say what a stack is made of");
    }
  }

  /** Position in the chunk of the stack with this number; 0 when there is none. */
  int place(long id) {
    return pool.place(id);
  }

  /** The number of the stack at this position, as {@link Known} numbers stacks. */
  int stack(int place) {
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

  private int member(String name) {
    for (int i = 0; i < frame.size(); i++) {
      Member member = frame.get(i);
      if (member.path().equals(FRAMES + "." + name)
          && member.encoding() == Encoding.NUMBER
          && !member.array()) {
        return i;
      }
    }
    return -1;
  }

  private int decode(int place) {
    cursor.window(place, size);
    for (Member member : pool.layout()) {
      if (member.path().equals(FRAMES)) {
        break;
      }
      Layout.skip(cursor, member);
    }
    int count = cursor.count();
    int depth = 0;
    for (; depth < count; depth++) {
      if (depth == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * depth);
      }
      readFrame();
      // The lower 16 bits, as the converter has it: class files know no more lines.
      int at = line < 0 ? NO_LINE : (int) values[line] & 0xffff;
      numbers[depth] =
          frame(values[method], at == NO_LINE ? 0 : at, type >= 0 && nativeCode(values[type]));
    }
    return known.stack(numbers, depth);
  }

  private void readFrame() {
    if (ofNumbers) {
      cursor.numbers(values);
      return;
    }
    for (int i = 0; i < values.length; i++) {
      Member member = frame.get(i);
      if (member.encoding() == Encoding.NUMBER && !member.array()) {
        values[i] = cursor.number();
      } else {
        Layout.skip(cursor, member);
      }
    }
  }

  /** The JDK calls a Java method without bytecode native, async-profiler a function in C. */
  private boolean nativeCode(long frameType) {
    return frameType == CPP || frameType == KERNEL || (frameType == NATIVE && asyncProfiler);
  }

  private int frame(long methodId, int atLine, boolean nativeCode) {
    if (methodId < 0 || methodId >= SMALL_METHOD) {
      return constants.frame(methodId, atLine, nativeCode);
    }
    long key = (methodId << 17 | (long) atLine << 1 | (nativeCode ? 1 : 0)) + 1;
    int number = frames.get(key, 0);
    if (number == 0) {
      number = constants.frame(methodId, atLine, nativeCode);
      frames.put(key, number);
    }
    return number;
  }
}
