package io.github.rustfit.readers.jfr.format;

import io.github.rustfit.readers.jfr.format.Layout.Encoding;
import io.github.rustfit.readers.jfr.format.Layout.Member;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How members follow each other in the bytes, as a short program that keeps the wanted ones and
 * moves past all others. Everything that is decoded is decoded by this one loop, which is too long
 * for the compiler to inline (FreqInlineSize, 325): with copies of it, compiling took longer than
 * reading. Time is bounded by the bytes there are, for every round of a loop moves by at least one.
 */
public final class Shape {

  private static final long[] NOTHING = {};

  private static final int NUMBERS = 0;
  private static final int OCTETS = 1;
  private static final int TEXT = 2;
  private static final int ARRAY = 3;
  private static final int ARRAY_OF_NUMBERS = 4;
  private static final int ARRAY_OF_OCTETS = 5;

  /** Steps from here on keep what they read at the place that is their argument. */
  private static final int KEEP_NUMBER = 6;

  private static final int KEEP_OCTET = 7;
  private static final int KEEP_REAL = 8;
  private static final int KEEP_LONG_REAL = 9;
  private static final int KEEP_TEXT = 10;

  /** Step and argument in turn; the steps of an array's elements follow it. */
  private int[] program = new int[8];

  private int length;

  /** Where the step that may be lengthened stands. */
  private int last = -1;

  private Shape() {}

  /** The shape of members that follow each other, none of which is wanted. */
  public static Shape of(List<Member> members) {
    return of(members, member -> -1);
  }

  /**
   * The shape of members that follow each other.
   *
   * @param place where to keep a member; below 0 for one that is not wanted. Arrays never are
   */
  public static Shape of(List<Member> members, ToIntFunction<Member> place) {
    Shape shape = new Shape();
    shape.add(members, place);
    shape.program = Arrays.copyOf(shape.program, shape.length);
    return shape;
  }

  /** Moves past all members. */
  public void skip(Cursor cursor) {
    run(cursor, NOTHING, 0, program.length);
  }

  /**
   * Reads the members. Of a floating point number its bits as a double are kept, of a text the
   * position in the chunk where it stands.
   */
  public void read(Cursor cursor, long[] into) {
    run(cursor, into, 0, program.length);
  }

  private void run(Cursor cursor, long[] into, int from, int to) {
    int[] steps = program;
    for (int at = from; at < to; at += 2) {
      int argument = steps[at + 1];
      switch (steps[at]) {
        case NUMBERS:
          int left = argument;
          for (; left >= 4; left -= 4) {
            cursor.number();
            cursor.number();
            cursor.number();
            cursor.number();
          }
          for (; left > 0; left--) {
            cursor.number();
          }
          break;
        case KEEP_NUMBER:
          into[argument] = cursor.number();
          break;
        case OCTETS:
          cursor.skip(argument);
          break;
        case ARRAY_OF_NUMBERS:
          cursor.skipNumbers((long) cursor.count() * argument);
          break;
        case ARRAY_OF_OCTETS:
          cursor.skip((long) cursor.count() * argument);
          break;
        case KEEP_TEXT:
          into[argument] = cursor.position();
          cursor.skipText();
          break;
        case TEXT:
          cursor.skipText();
          break;
        case KEEP_OCTET:
          into[argument] = cursor.octet();
          break;
        case KEEP_REAL:
          into[argument] = Double.doubleToRawLongBits(cursor.real());
          break;
        case KEEP_LONG_REAL:
          into[argument] = Double.doubleToRawLongBits(cursor.longReal());
          break;
        case ARRAY:
          // Elements without members take no bytes: however many there are, there is nothing to do.
          int count = cursor.count();
          for (left = argument == 0 ? 0 : count; left > 0; left--) {
            run(cursor, into, at + 2, at + 2 + argument);
          }
          at += argument;
          break;
        default:
          throw new IllegalStateException("a program cannot hold the step " + steps[at]);
      }
    }
  }

  private void add(List<Member> members, ToIntFunction<Member> place) {
    for (Member member : members) {
      if (member.array()) {
        addArray(member);
      } else {
        addOne(member, place);
      }
    }
  }

  private void addOne(Member member, ToIntFunction<Member> place) {
    if (member.encoding() == Encoding.STRUCTURE) {
      add(member.members(), place);
      return;
    }
    int kept = place.applyAsInt(member);
    switch (member.encoding()) {
      case NUMBER -> step(kept, KEEP_NUMBER, NUMBERS, 1);
      case OCTET -> step(kept, KEEP_OCTET, OCTETS, 1);
      case REAL -> step(kept, KEEP_REAL, OCTETS, Float.BYTES);
      case LONG_REAL -> step(kept, KEEP_LONG_REAL, OCTETS, Double.BYTES);
      default -> step(kept, KEEP_TEXT, TEXT, 0);
    }
  }

  private void addArray(Member member) {
    int array = length;
    step(ARRAY, 0);
    last = -1;
    if (member.encoding() == Encoding.STRUCTURE) {
      add(member.members(), inner -> -1);
    } else {
      addOne(member, inner -> -1);
    }
    int steps = length - array - 2;
    boolean simple = steps == 2 && (program[array + 2] == NUMBERS || program[array + 2] == OCTETS);
    if (simple) {
      program[array] = program[array + 2] == NUMBERS ? ARRAY_OF_NUMBERS : ARRAY_OF_OCTETS;
      program[array + 1] = program[array + 3];
      length = array + 2;
    } else {
      program[array + 1] = steps;
    }
    last = -1;
  }

  private void step(int kept, int keep, int skip, int argument) {
    if (kept >= 0) {
      step(keep, kept);
    } else {
      step(skip, argument);
    }
  }

  private void step(int step, int argument) {
    if (last >= 0 && program[last] == step && step <= OCTETS) {
      program[last + 1] += argument;
      return;
    }
    if (length == program.length) {
      program = Arrays.copyOf(program, 2 * length);
    }
    last = length;
    program[length++] = step;
    program[length++] = argument;
  }
}
