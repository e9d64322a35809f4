package io.github.rustfit.readers.jfr.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ways to read several numbers at once agree with reading them one by one. */
class CursorTest {

  private final Random random = new Random(20261121);

  @Test
  void equal_numbers_have_equal_bytes_and_others_have_not() {
    Map<List<Long>, List<Long>> seen = new HashMap<>();
    Map<List<Long>, List<Long>> back = new HashMap<>();
    int read = 0;
    for (int round = 0; round < 50_000; round++) {
      int count = 1 + random.nextInt(5);
      long[] numbers = numbers(count);
      byte[] bytes = bytes(numbers, 16);
      Cursor cursor = new Cursor(bytes, bytes.length);
      if (cursor.raw(count)) {
        read++;
        assertThat(cursor.beforeRaw()).isZero();
        assertThat(cursor.position()).isEqualTo(bytes.length - 16);
        List<Long> words = List.of((long) count, cursor.low(), cursor.high());
        List<Long> list = Arrays.stream(numbers).boxed().toList();
        assertThat(seen.computeIfAbsent(words, key -> list)).isEqualTo(list);
        assertThat(back.computeIfAbsent(list, key -> words)).isEqualTo(words);
      } else {
        assertThat(cursor.position()).isZero();
        assertThat(bytes.length - 16).isGreaterThan(8);
        assertEachIs(numbers, cursor);
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }

  @Test
  void a_pair_is_two_numbers() {
    int read = 0;
    for (int round = 0; round < 50_000; round++) {
      long[] numbers = numbers(2);
      byte[] bytes = bytes(numbers, 8);
      Cursor cursor = new Cursor(bytes, bytes.length);
      if (cursor.pair()) {
        read++;
        assertThat(cursor.low()).isEqualTo(numbers[0]);
        assertThat(cursor.high()).isEqualTo(numbers[1]);
        assertThat(cursor.position()).isEqualTo(bytes.length - 8);
      } else {
        assertThat(bytes.length - 8).isGreaterThan(8);
        assertEachIs(numbers, cursor);
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }

  /** Three characters, of which the second is the first half of a pair that has no second one. */
  @Test
  void half_a_character_is_not_let_in() {
    byte[] numbers = bytes(new long[] {3, 'a', 0xd83d, 'b'}, 0);
    byte[] bytes = new byte[numbers.length + 1];
    bytes[0] = 4;
    System.arraycopy(numbers, 0, bytes, 1, numbers.length);
    assertThat(new Cursor(bytes, bytes.length).text(id -> null)).isEqualTo("a?b");
  }

  @Test
  void nothing_is_read_beyond_the_end() {
    byte[] bytes = bytes(new long[] {300, 5, 7}, 16);
    Cursor cursor = new Cursor(bytes, bytes.length);
    cursor.window(0, 3);
    assertThat(cursor.raw(3)).isFalse();
    assertThat(cursor.raw(2)).isTrue();
    cursor.window(0, 2);
    assertThat(cursor.pair()).isFalse();
  }

  @Test
  void numbers_are_skipped_by_their_count() {
    for (int round = 0; round < 10_000; round++) {
      long[] numbers = numbers(1 + random.nextInt(20));
      byte[] bytes = bytes(numbers, random.nextInt(12));
      Cursor cursor = new Cursor(bytes, bytes.length);
      int skipped = random.nextInt(numbers.length);
      cursor.skipNumbers(skipped);
      assertEachIs(Arrays.copyOfRange(numbers, skipped, numbers.length), cursor);
    }
  }

  private static void assertEachIs(long[] numbers, Cursor cursor) {
    for (long number : numbers) {
      assertThat(cursor.number()).isEqualTo(number);
    }
  }

  /** Numbers of one to nine bytes, each length as likely as the others, small ones more often. */
  private long[] numbers(int count) {
    long[] numbers = new long[count];
    boolean small = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      int bytes = 1 + random.nextInt(small ? 3 : 9);
      numbers[i] = bytes == 9 ? random.nextLong() : random.nextLong() & (1L << 7 * bytes) - 1;
    }
    return numbers;
  }

  /** As the JDK writes them: seven bits a byte, lowest first, the ninth byte in full. */
  private byte[] bytes(long[] numbers, int behind) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (long number : numbers) {
      long rest = number;
      int written = 0;
      while (written < 8 && (rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f) | 0x80);
        rest >>>= 7;
        written++;
      }
      out.write((int) rest);
    }
    byte[] noise = new byte[behind];
    random.nextBytes(noise);
    out.writeBytes(noise);
    return out.toByteArray();
  }
}
