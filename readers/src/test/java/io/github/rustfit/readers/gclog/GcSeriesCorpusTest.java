package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real logs that rotation cut into parts say the same as the whole of them. */
class GcSeriesCorpusTest {

  private final Path folder;

  GcSeriesCorpusTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Every figure of every log, wherever it is cut between two collections. */
  @Test
  void every_log_of_the_corpus_cut_between_collections_says_what_the_whole_says()
      throws IOException {
    String corpus = System.getProperty("rustfit.corpus", "");
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
    Random random = new Random(7);
    int held = 0;
    for (String logs : List.of("matrix", "unified")) {
      for (Path log : Files.list(Path.of(corpus, "gc", logs)).sorted().toList()) {
        List<String> lines =
            Files.readString(log, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line + "\n")
                .toList();
        List<Integer> clean = Cuts.clean(lines);
        for (int round = 0; round < 3 && clean.size() > 10; round++) {
          int one = clean.get(random.nextInt(clean.size()));
          int two = clean.get(random.nextInt(clean.size()));
          List<String> parts = new ArrayList<>();
          parts.add(String.join("", lines.subList(0, Math.min(one, two))));
          parts.add(String.join("", lines.subList(Math.min(one, two), Math.max(one, two))));
          parts.add(String.join("", lines.subList(Math.max(one, two), lines.size())));
          parts.removeIf(String::isEmpty);
          SameFacts.all(
              gc(series(parts.toArray(String[]::new))),
              gc(read(log)),
              log.getFileName() + " " + one + ", " + two);
          held++;
        }
      }
    }
    assertThat(held).isGreaterThan(50);
  }

  @Test
  void every_log_of_the_corpus_may_be_cut_anywhere() throws IOException {
    String corpus = System.getProperty("rustfit.corpus", "");
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
    Random random = new Random(4);
    for (String logs : List.of("matrix", "unified")) {
      for (Path log : Files.list(Path.of(corpus, "gc", logs)).sorted().toList()) {
        GcSummary whole = gc(read(log));
        if (whole.collections() < 10) {
          continue; // too short for parts that can be put in order
        }
        List<String> lines =
            Files.readString(log, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line + "\n")
                .toList();
        for (int round = 0; round < 3; round++) {
          int[] cuts = IntStream.generate(() -> random.nextInt(lines.size())).limit(3).toArray();
          Arrays.sort(cuts);
          List<String> parts = new ArrayList<>();
          int from = 0;
          for (int cut : cuts) {
            parts.add(String.join("", lines.subList(from, cut)));
            from = cut;
          }
          parts.add(String.join("", lines.subList(from, lines.size())));
          Evidence evidence = series(parts.toArray(String[]::new));
          String what = log.getFileName() + " " + Arrays.toString(cuts);
          // Nothing numbers the lines before the first collection and behind the last.
          assertThat(gc(evidence).pauses().count()).as(what).isEqualTo(whole.pauses().count());
          assertThat(gc(evidence).collections()).as(what).isEqualTo(whole.collections());
          assertThat(gc(evidence).wallNanos() / 1e9)
              .as(what)
              .isCloseTo(whole.wallNanos() / 1e9, within(0.05));
          assertThat((double) gc(evidence).allocation().amount())
              .as(what)
              .isCloseTo(whole.allocation().amount(), within(1.0));
        }
      }
    }
  }

  @Test
  void the_rotated_logs_of_the_corpus_are_one_run() throws IOException {
    String corpus = System.getProperty("rustfit.corpus", "");
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
    GcSummary gc = gc(read(Path.of(corpus, "gc", "containers", "rotating.zip")));
    // from the start to the last pause, 71649.121 s and 0.177 s long, by grep
    assertThat(gc.wallNanos() / 1e9).isCloseTo(71_649.298, within(0.001));
  }

  private Evidence series(String... parts) throws IOException {
    Path[] files = new Path[parts.length];
    for (int i = 0; i < parts.length; i++) {
      files[i] = Files.writeString(folder.resolve("gc.log." + i), parts[i]);
    }
    return read(files);
  }

  private Evidence read(Path... files) {
    return new Inputs(folder, List.of(new GcLogReader()))
        .read(Arrays.stream(files).map(Path::toString).toList())
        .evidence();
  }

  private static GcSummary gc(Evidence evidence) {
    return evidence.gc();
  }
}
