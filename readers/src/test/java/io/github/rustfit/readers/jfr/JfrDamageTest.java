package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.jfr.format.Cursor;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad content is a problem in words, never an exception, and what was read is kept. */
class JfrDamageTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  static byte[] good;

  @SuppressWarnings("NullAway.Init")
  static Reading whole;

  @BeforeAll
  static void record() throws Exception {
    Path file = Recordings.record(folder);
    good = Files.readAllBytes(file);
    whole = Recordings.read(file);
  }

  @Test
  void claims_by_content_only() {
    JfrInputReader reader = new JfrInputReader();
    assertThat(reader.claims(good)).isTrue();
    assertThat(reader.claims("FLR".getBytes(StandardCharsets.US_ASCII))).isFalse();
    assertThat(reader.claims(new byte[0])).isFalse();
    assertThat(reader.claims("[0.1s][info][gc] ".getBytes(StandardCharsets.US_ASCII))).isFalse();
  }

  @Test
  void an_empty_file_and_a_wrong_file_fail_with_a_remedy() throws Exception {
    assertThat(Recordings.read(new byte[0], folder).problem()).contains("byte 0", "empty", "JFR");
    Reading wrong = Recordings.read(new byte[1000], folder);
    assertThat(wrong.status()).isEqualTo(Input.Status.FAILED);
    assertThat(wrong.problem())
        .contains("byte 0: 1000 bytes that are no recording", "Read 0 of 1000 bytes", "Copy");
  }

  @Test
  void an_old_version_is_named() throws Exception {
    byte[] old = good.clone();
    old[5] = 1;
    assertThat(Recordings.read(old, folder).problem()).contains("format version 1.", "JDK 9");
  }

  @Test
  void a_truncated_chunk_keeps_the_chunks_before_it() throws Exception {
    byte[] more = Arrays.copyOf(good, 2 * good.length - 100);
    System.arraycopy(good, 0, more, good.length, good.length - 100);
    Reading reading = Recordings.read(more, folder);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("begins at byte " + good.length);
    assertThat(reading.profile().total(SampleKind.ALLOCATION).samples())
        .isGreaterThanOrEqualTo(whole.profile().total(SampleKind.ALLOCATION).samples());
  }

  @Test
  void a_damaged_chunk_keeps_the_chunks_behind_it() throws Exception {
    byte[] more = Arrays.copyOf(good, 2 * good.length);
    System.arraycopy(good, 0, more, good.length, good.length);
    Arrays.fill(more, 0, 8, (byte) 0);
    Reading reading = Recordings.read(more, folder);
    assertThat(reading.problem()).contains("byte 0: " + good.length + " bytes that are no");
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.profile().samples()).isEqualTo(whole.profile().samples());
  }

  @Test
  void a_header_that_never_got_its_sizes_is_repaired() throws Exception {
    byte[] unfinished = good.clone();
    ByteBuffer.wrap(unfinished).putLong(8, 0).putLong(16, 0).putLong(24, 0);
    Reading reading = Recordings.read(unfinished, folder);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("not finished", "jcmd");
    assertThat(reading.profile().samples()).isEqualTo(whole.profile().samples());
    assertThat(reading.gc().pauses()).isEqualTo(whole.gc().pauses());
  }

  @Test
  void a_clock_that_went_backwards_is_told() throws Exception {
    byte[] backwards = good.clone();
    ByteBuffer.wrap(backwards).putLong(40, -5_000_000_000L);
    Reading reading = Recordings.read(backwards, folder);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("clock went backwards");
    assertThat(reading.profile().recordedNanos()).isPositive();
    assertThat(reading.profile().samples()).isEqualTo(whole.profile().samples());
  }

  @Test
  void constants_that_link_in_a_ring_do_not_hang() throws Exception {
    byte[] ring = good.clone();
    ByteBuffer bytes = ByteBuffer.wrap(ring);
    Cursor cursor = new Cursor(ring, ring.length);
    cursor.window((int) bytes.getLong(16), ring.length);
    for (int i = 0; i < 4; i++) {
      cursor.number(); // size, type, start, duration
    }
    // The link back to the block before: a nine-byte negative number becomes -1.
    Arrays.fill(ring, cursor.position(), cursor.position() + 9, (byte) 0xff);
    Reading reading =
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Recordings.read(ring, folder));
    assertThat(reading.status()).isNotEqualTo(Input.Status.READ);
  }

  @Test
  void any_damage_ends_in_a_consistent_reading() throws Exception {
    Random random = new Random(20261121);
    for (int round = 0; round < 300; round++) {
      byte[] bad = round % 3 == 0 ? truncated(random) : flipped(random, round % 2 == 0);
      int number = round;
      Reading reading =
          assertTimeoutPreemptively(
              Duration.ofMinutes(1),
              () -> Recordings.read(bad, folder),
              () -> "damage number " + number);
      boolean nothing = reading.profile().recordedNanos() == 0 && !reading.gc().known();
      if (reading.status() == Input.Status.FAILED) {
        assertThat(nothing).isTrue();
      }
      if (reading.status() != Input.Status.READ) {
        assertThat(reading.problem()).contains("byte ").contains(". Read ").endsWith(".");
      }
      if (round % 3 == 0) {
        assertThat(reading.status()).isNotEqualTo(Input.Status.READ);
      }
    }
  }

  private static byte[] truncated(Random random) {
    return Arrays.copyOf(good, random.nextInt(good.length));
  }

  /**
   * Flips bits anywhere, or where it hurts: in the header, the metadata or the newest constants.
   */
  private static byte[] flipped(Random random, boolean anywhere) {
    byte[] bad = good.clone();
    ByteBuffer header = ByteBuffer.wrap(good);
    int[] starts = {0, (int) header.getLong(16), (int) header.getLong(24)};
    int start = starts[random.nextInt(starts.length)];
    int from = anywhere ? 0 : start;
    int length = anywhere ? bad.length : Math.min(start == 0 ? 68 : 3000, bad.length - start);
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      bad[from + random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bad;
  }
}
