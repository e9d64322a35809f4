package io.github.rustfit.readers.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A recording or log is read whole, in part or not at all, and nothing is thrown. No pause is made
 * up: none is longer than the time in which pauses were watched, and a log prints as many, and the
 * longest. What was read can be written as evidence and read again.
 */
final class ReaderContract implements Consumer<byte[]> {

  /** A message quotes content, but never a whole input. */
  static final int LONGEST = 4_000;

  private static final List<Window> WINDOWS =
      List.of(
          Window.of("1s", "10m", false),
          Window.of("2014-11-29T06:00:00Z", "2026-11-21T16:23:18Z", false),
          Window.of("500ms", null, true).startUp(2_000_000_000L),
          Window.of(null, "3s", true));

  private static final String DIGEST = "0".repeat(64);

  private static final Pattern OPENING = Pattern.compile("GC|\\\\u");
  private static final Pattern NOTHING = Pattern.compile("[\\x00.,\r\n]");
  private static final Pattern TRAILING_ZEROS = Pattern.compile("0+$");

  private final InputReader reader;

  ReaderContract(InputKind kind) {
    this.reader =
        InputReaders.load(ReaderContract.class.getClassLoader()).readers().stream()
            .filter(one -> one.kind().equals(kind))
            .findFirst()
            .orElseThrow();
  }

  @Override
  public void accept(byte[] bytes) {
    try {
      reader.claims(Arrays.copyOf(bytes, Math.min(bytes.length, Content.HEAD_BYTES)));
      accept(bytes, Window.ALL);
      if (reader.readsWindows()) {
        accept(bytes, WINDOWS.get(Math.floorMod(Arrays.hashCode(bytes), WINDOWS.size())));
      }
    } catch (IOException | EvidenceFormatException e) {
      throw new AssertionError("bytes in memory do not fail", e);
    }
  }

  private void accept(byte[] bytes, Window window) throws IOException, EvidenceFormatException {
    Reading reading = reader.read(new Bytes(bytes, window));
    assertThat(reading.problem().length()).as("length of the problem").isLessThan(LONGEST);
    check(reading.gc());
    if (reader.kind().equals(InputKind.GC_LOG)) {
      printed(reading.gc().pauses(), bytes);
    }
    check(reading.profile());
    check(reading.lines(), bytes.length);
    EvidenceContract.sameAgain(evidence(reading));
  }

  private static void check(GcSummary gc) {
    // Together they may seem longer than a log whose lines have times only in part: no rate then.
    assertThat(gc.pauses().maxNanos())
        .as("longest pause in the time watched")
        .isBetween(0L, gc.pauseObservedNanos());
    if (!gc.pausesKnown()) {
      assertThat(gc.pauses().count()).as("pauses where they are unknown").isZero();
    }
    assertThat(gc.fullCollections()).isLessThanOrEqualTo(gc.collections());
    assertThat(gc.pauseRatio()).isBetween(0.0, 1.0);
  }

  /** A log prints each pause behind a {@code GC}, and how long it took. */
  private static void printed(PauseHistogram pauses, byte[] log) {
    // UTF-16 is read too, and JSON escapes letters.
    String text = NOTHING.matcher(new String(log, ISO_8859_1)).replaceAll("");
    long openings = OPENING.matcher(text).results().count();
    assertThat(pauses.count()).as("pauses").isLessThanOrEqualTo(openings);
    String digits = TRAILING_ZEROS.matcher(Long.toString(pauses.maxNanos())).replaceAll("");
    assertThat(text.contains(digits)).as("%s ns is printed", pauses.maxNanos()).isTrue();
  }

  private static void check(ProfileSummary profile) {
    for (Weight weight : profile.samples().values()) {
      assertThat(weight.samples()).as("samples").isNotNegative();
      assertThat(weight.amount()).as("amount").isNotNegative();
    }
    assertThat(profile.recordedNanos()).as("time recorded").isNotNegative();
  }

  /** Each line has a byte, but for the last. */
  private static void check(LineCounts lines, int bytes) {
    assertThat(lines.total()).as("lines").isLessThanOrEqualTo(bytes + 1L);
  }

  /** What this reader makes of the content, as evidence of one input. */
  Evidence evidence(byte[] bytes) throws IOException {
    return evidence(reader.read(new Bytes(bytes, Window.ALL)));
  }

  private Evidence evidence(Reading reading) {
    Input input =
        new Input(
            "input",
            reader.kind().id(),
            DIGEST,
            reading.status(),
            reading.problem(),
            reading.lines(),
            Labels.NONE);
    SortedMap<String, GcSummary> none = Collections.emptySortedMap();
    SortedMap<String, GcSummary> gc = new TreeMap<>();
    gc.put(DIGEST, reading.gc().from(DIGEST));
    SortedMap<String, ProfileSummary> profiles = new TreeMap<>();
    profiles.put(DIGEST, reading.profile());
    return new Evidence(
        new TreeSet<>(List.of(input)),
        profiles,
        input.gcLog() ? gc : none,
        reading.gcRuns().isEmpty()
            ? Collections.emptySortedMap()
            : new TreeMap<>(Map.of(DIGEST, reading.gcRuns())),
        input.gcLog() ? none : gc,
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  /** Bytes in memory, in a file only for who asks for one. */
  private record Bytes(byte[] bytes, Window window) implements Content {

    @Override
    public String path() {
      return "input";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public Path file() {
      return ScratchFile.of("input", bytes);
    }
  }
}
