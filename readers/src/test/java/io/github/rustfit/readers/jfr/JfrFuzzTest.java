package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recording of two chunks, damaged at every boundary and at random places. Whatever is done to
 * it, reading ends soon, throws nothing, says where the damage is, keeps the sound chunk before it,
 * and finds the same whether a chunk is in memory or read by pages. Longer with {@code
 * -Drustfit.fuzz.rounds=N} and, for other damage, {@code -Drustfit.fuzz.seed=N}.
 */
class JfrFuzzTest {

  private static final int ROUNDS = Integer.getInteger("rustfit.fuzz.rounds", 60);
  private static final long SEED = Long.getLong("rustfit.fuzz.seed", 20261121);

  /** Of the header: size, constants, metadata, begin, duration, begin in ticks, frequency. */
  private static final int[] FIELDS = {8, 16, 24, 32, 40, 48, 56};

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  static byte[] chunk;

  @SuppressWarnings("NullAway.Init")
  static byte[] two;

  static long samplesOfOne;

  @BeforeAll
  static void record() throws Exception {
    chunk = Files.readAllBytes(Recordings.record(folder));
    assertThat(ByteBuffer.wrap(chunk).getLong(8)).as("one chunk").isEqualTo(chunk.length);
    two = Recordings.twice(chunk);
    samplesOfOne = samples(read(chunk));
    assertThat(samplesOfOne).isPositive();
    assertThat(samples(read(two))).isEqualTo(2 * samplesOfOne);
  }

  @Test
  void cut_off_at_any_boundary() throws Exception {
    for (int cut : boundaries()) {
      Reading reading = read(Arrays.copyOf(two, cut));
      boolean sound = cut == chunk.length || cut == two.length;
      assertThat(reading.status() == Input.Status.READ).as("cut at %d", cut).isEqualTo(sound);
      assertThat(samples(reading))
          .as("cut at %d", cut)
          .isBetween(cut < chunk.length ? 0 : samplesOfOne, 2 * samplesOfOne);
    }
  }

  @Test
  void zeros_from_any_boundary_on() throws Exception {
    for (int from : boundaries()) {
      byte[] bad = two.clone();
      Arrays.fill(bad, from, bad.length, (byte) 0);
      Reading reading = read(bad);
      if (from < two.length - 1) {
        assertThat(reading.status()).as("from %d", from).isNotEqualTo(Input.Status.READ);
      }
      if (from >= chunk.length) {
        assertThat(samples(reading)).as("from %d", from).isGreaterThanOrEqualTo(samplesOfOne);
      }
    }
  }

  @Test
  void absurd_numbers_in_the_second_header() throws Exception {
    long[] absurd = {Long.MIN_VALUE, -1, 0, 1, 67, 69, 1L << 31, 1L << 40, Long.MAX_VALUE};
    for (int field : FIELDS) {
      for (long number : absurd) {
        byte[] bad = two.clone();
        ByteBuffer.wrap(bad).putLong(chunk.length + field, number);
        Reading reading = read(bad);
        assertThat(samples(reading))
            .as("%d at byte %d of the header", number, field)
            .isBetween(samplesOfOne, 2 * samplesOfOne);
      }
    }
  }

  @Test
  void cut_and_flipped_at_random() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bad = two.clone();
      int from = random.nextInt(bad.length);
      for (int flips = random.nextInt(6); flips > 0; flips--) {
        int near = from + random.nextInt(Math.min(2_000, bad.length - from));
        bad[near] ^= (byte) (1 << random.nextInt(8));
      }
      Reading reading = read(random.nextBoolean() ? bad : Arrays.copyOf(bad, from));
      if (from >= chunk.length) {
        assertThat(samples(reading))
            .as("seed %d, round %d", SEED, round)
            .isGreaterThanOrEqualTo(samplesOfOne);
      }
    }
  }

  /** Around both headers, their ends, the first events, metadata, constants and both ends. */
  private static SortedSet<Integer> boundaries() {
    ByteBuffer header = ByteBuffer.wrap(chunk);
    int constants = (int) header.getLong(16);
    int metadata = (int) header.getLong(24);
    int[] places = {0, 4, 8, 16, 24, 64, 68, constants, metadata, chunk.length};
    SortedSet<Integer> around = new TreeSet<>();
    for (int place : places) {
      for (int one = -1; one <= 1; one++) {
        around.add(place + one);
        around.add(chunk.length + place + one);
      }
    }
    return new TreeSet<>(around.subSet(1, two.length + 1));
  }

  private static long samples(Reading reading) {
    // Not of allocation: which of them are left out depends on what else is in the file.
    return reading.profile().total(SampleKind.CPU).samples()
        + reading.profile().total(SampleKind.NATIVE).samples();
  }

  private static Reading read(byte[] bytes) throws IOException {
    Path file = folder.resolve("bad.jfr");
    Files.write(file, bytes);
    return assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          Reading reading = Recordings.read(file);
          assertThat(Recordings.byPages(file)).isEqualTo(reading);
          if (reading.status() != Input.Status.READ) {
            assertThat(reading.problem()).contains("byte ").contains(". Read ").endsWith(".");
          }
          return reading;
        });
  }
}
