package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Mutated logs: nothing is thrown, nothing hangs, and no pause lies outside of the time that the
 * log covers. The seed is fixed, so a failure can be repeated; {@code -Drustfit.fuzz.rounds=N} runs
 * N rounds a log instead of a few.
 */
class GcLogFuzzTest {

  private static final int LONGEST = 200_000;
  private static final long SEED = 20261121;

  /** Time stamps are rounded to milliseconds. */
  private static final long ROUNDING = 1_000_000;

  private static final Pattern DURATION = Pattern.compile("(\\d{1,18}(?:[.,]\\d+)?) ?(ms|secs|s)");
  private static final Pattern UPTIME = Pattern.compile("\\[(\\d{1,18}[.,]\\d+)s *\\]");

  private static final Pattern ENDED =
      Pattern.compile("GC\\(\\d+\\) Pause (Young|Full) .*\\d\\.\\d{3}ms$");

  private static final Pattern STOPPING = Pattern.compile("-(G1|Parallel|Serial)-");

  /** Stamps of these logs stand before what they time. */
  private static final Pattern LEGACY = Pattern.compile("\\[(Full )?GC");

  private final int rounds = Integer.getInteger("rustfit.fuzz.rounds", 0);

  @Test
  void mutations_of_the_committed_logs_do_no_harm() throws IOException {
    for (String name : RealLogs.NAMES) {
      mutate(name, RealLogs.bytes(name), rounds > 0 ? rounds : 40);
    }
  }

  @Test
  void mutations_of_the_corpus_do_no_harm() throws IOException {
    String corpus = System.getProperty("rustfit.corpus", "");
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
    for (String folder : List.of("matrix", "unified", "legacy", "containers")) {
      try (Stream<Path> files = Files.list(Path.of(corpus, "gc", folder))) {
        for (Path file : files.sorted().toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(LONGEST);
            mutate(file.getFileName().toString(), start, rounds > 0 ? rounds : 3);
          }
        }
      }
    }
  }

  /** Every young and full collection of these collectors has a line with its number. */
  @Test
  void no_line_of_the_corpus_is_lost_in_silence() throws IOException {
    String corpus = System.getProperty("rustfit.corpus", "");
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
    Random random = new Random(SEED);
    int lost = 0;
    try (Stream<Path> files = Files.list(Path.of(corpus, "gc", "matrix"))) {
      for (Path file : files.filter(f -> STOPPING.matcher(f.toString()).find()).sorted().toList()) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        List<Integer> ends =
            IntStream.range(0, lines.size())
                .filter(i -> ENDED.matcher(lines.get(i)).find())
                .boxed()
                .toList();
        long whole = Logs.read(String.join("\n", lines) + "\n").gc().pauses().count();
        for (int round = 0; round < 10 && ends.size() > 2; round++) {
          int at = ends.get(random.nextInt(ends.size() - 1));
          String line = lines.get(at);
          for (String left : List.of("", line.substring(0, random.nextInt(line.length())))) {
            List<String> rest = new ArrayList<>(lines);
            rest.set(at, left);
            Reading reading = Logs.read(String.join("\n", rest) + "\n");
            assertThat(
                    reading.status() == Input.Status.PARTIAL
                        || reading.gc().pauses().count() == whole)
                .as(file.getFileName() + " line " + (at + 1) + " '" + left + "'")
                .isTrue();
            assertThat(reading.gc().pauses().count()).isGreaterThanOrEqualTo(whole - 1);
            lost++;
          }
        }
      }
    }
    assertThat(lost).isGreaterThan(100);
  }

  private static void mutate(String name, byte[] log, int rounds) {
    Random random = new Random(SEED);
    for (int round = 0; round < rounds; round++) {
      byte[] mutant = mutant(log, random);
      Reading reading =
          assertTimeoutPreemptively(
              Duration.ofMinutes(1), () -> Logs.read(mutant), name + " round " + round);
      new GcLogReader().claims(Arrays.copyOf(mutant, Math.min(mutant.length, 65_536)));
      GcSummary gc = reading.gc();
      String what = name + " round " + round;
      String text = text(mutant);
      if (gc.pauses().count() > 0) {
        // A line that is broken in two is put together again.
        assertThat(durations(text + "\n" + text.replaceAll("\r?\n", "")))
            .as(what)
            .contains(gc.pauses().maxNanos());
        assertThat(gc.pauses().maxNanos()).as(what).isLessThanOrEqualTo(latest(text) + ROUNDING);
      }
      assertThat(gc.pauses().count()).as(what).isLessThanOrEqualTo(openings(text));
      assertThat(reading.lines().total()).as(what).isLessThanOrEqualTo(text.split("\n", -1).length);
      // A JVM that prints its flags may have no collection to tell of.
      assertThat(
              reading.status() == Input.Status.FAILED
                  || gc.known()
                  || gc.collections() > 0
                  || text.contains("CommandLine flags"))
          .as(what)
          .isTrue();
    }
  }

  private static byte[] mutant(byte[] log, Random random) {
    byte[] mutant = log.clone();
    for (int i = random.nextInt(64); i >= 0; i--) {
      int at = random.nextInt(mutant.length);
      switch (random.nextInt(8)) {
        case 0 -> mutant[at] = (byte) random.nextInt(256);
        case 1, 2 -> mutant[at] = (byte) ('0' + random.nextInt(10));
        case 3 -> mutant[at] = '\n';
        case 4 ->
            Arrays.fill(mutant, at, Math.min(at + random.nextInt(40), mutant.length), (byte) 0);
        case 5 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
        case 6 -> mutant = splice(mutant, log, at, random);
        default -> mutant[at] = (byte) "[]().,:->ms GC{}\"".charAt(random.nextInt(17));
      }
    }
    return random.nextInt(16) == 0
        ? new String(mutant, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_16)
        : mutant;
  }

  /** Lines of elsewhere in the log: time goes back, a JVM seems to start anew. */
  private static byte[] splice(byte[] mutant, byte[] log, int at, Random random) {
    int from = random.nextInt(log.length);
    int length = Math.min(random.nextInt(2_000), log.length - from);
    byte[] longer = new byte[mutant.length + length];
    System.arraycopy(mutant, 0, longer, 0, at);
    System.arraycopy(log, from, longer, at, length);
    System.arraycopy(mutant, at, longer, at + length, mutant.length - at);
    return longer;
  }

  private static String text(byte[] log) {
    boolean utf16 = log.length > 1 && log[0] == (byte) 0xfe && log[1] == (byte) 0xff;
    return new String(log, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
  }

  /** No log can have more pauses than {@code GC} stands in it. */
  private static long openings(String text) {
    return text.split("GC", -1).length - 1L;
  }

  /** All that is printed as a duration, in nanoseconds. */
  private static Set<Long> durations(String text) {
    return DURATION
        .matcher(text)
        .results()
        .map(
            result ->
                new BigDecimal(result.group(1).replace(',', '.'))
                    .movePointRight(result.group(2).equals("ms") ? 6 : 9)
                    .toBigInteger()
                    .longValue())
        .collect(Collectors.toSet());
  }

  /** The latest time since a JVM's start; unbounded when only the clock tells or nothing. */
  private static long latest(String text) {
    return UPTIME
        .matcher(text)
        .results()
        .map(result -> new BigDecimal(result.group(1).replace(',', '.')).movePointRight(9))
        .map(uptime -> uptime.toBigInteger().longValue())
        .max(Long::compare)
        .filter(uptime -> !LEGACY.matcher(text).find())
        .orElse(Long.MAX_VALUE - ROUNDING);
  }
}
