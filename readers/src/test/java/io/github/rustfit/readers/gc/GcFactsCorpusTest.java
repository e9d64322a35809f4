package io.github.rustfit.readers.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.rustfit.readers.gclog.GcLogReader;
import io.github.rustfit.readers.stacks.FileContent;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of facts against logs of JVMs that are hardly at hand any more, JDK 6 to 8 and CMS
 * among them. With which options one was made, a search of its text tells. Needs {@code
 * -Drustfit.corpus=DIR}.
 */
class GcFactsCorpusTest {

  /** Facts that do not depend on anything having happened. */
  private static final Set<GcFact> CERTAIN =
      EnumSet.of(GcFact.COLLECTOR, GcFact.PAUSES, GcFact.PAUSE_KINDS, GcFact.FULL_CAUSES);

  private static final Map<String, String> UNIFIED =
      new TreeMap<>(
          Map.of(
              "gc*", "User=|Metaspace:|Safepoint \"",
              "safepoint", "Safepoint \"|threads were stopped: \\d",
              "gc=debug", "\\[debug",
              "gc+jni=debug", "\\[debug.*\\[gc,jni"));

  private static final Map<String, String> LEGACY =
      new TreeMap<>(
          Map.of(
              "-XX:+PrintGCCause", "\\[(Full )?GC( pause)? ?\\([A-Z]",
              "-XX:+PrintGCDetails", "PSYoungGen|ParNew|DefNew|Eden:|Times:|\\[(CMS|1 CMS)",
              "-XX:+PrintGCApplicationStoppedTime", "threads were stopped: \\d",
              "-XX:+PrintGCTimeStamps", "(?m)^\\S*\\d[.,:]\\d+\\S*: .*\\["));

  private final String corpus = System.getProperty("rustfit.corpus", "");

  @BeforeEach
  void corpus_is_given() {
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
  }

  @ParameterizedTest
  @CsvSource({"matrix, LOG", "unified, LOG", "legacy, LEGACY"})
  void nothing_is_known_that_the_log_does_not_show(String folder, GcSource source)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (Path log : logs(folder)) {
      GcSummary gc = new GcLogReader().read(new FileContent(log)).gc();
      if (gc.collectors().size() != 1) {
        continue;
      }
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      String collector = gc.collectors().first();
      Set<String> shown = shown(text, source);
      for (GcFact fact : GcFact.values()) {
        boolean shows =
            jdks(text, source)
                .anyMatch(jdk -> GcFacts.table().shows(fact, source, collector, jdk, shown));
        boolean known = KnownFacts.known(fact, gc);
        cells++;
        if (known && !shows) {
          wrong.add(log.getFileName() + ", " + collector + ": " + fact.id() + " is known");
        } else if (shows && !known && CERTAIN.contains(fact)) {
          wrong.add(log.getFileName() + ", " + collector + ": " + fact.id() + " is not known");
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isPositive();
  }

  private List<Path> logs(String folder) throws IOException {
    try (Stream<Path> logs = Files.list(Path.of(corpus, "gc", folder))) {
      return logs.filter(log -> !log.toString().endsWith(".zip")).sorted().toList();
    }
  }

  private static Set<String> shown(String text, GcSource source) {
    Set<String> shown = new HashSet<>();
    shown.add(source == GcSource.LOG ? GcFacts.PLAIN : GcFacts.LEGACY);
    (source == GcSource.LOG ? UNIFIED : LEGACY)
        .forEach(
            (option, sign) -> {
              if (Pattern.compile(sign).matcher(text).find()) {
                shown.add(option);
              }
            });
    return shown;
  }

  /** The JDK that the log names, else all that may have made it. */
  private static IntStream jdks(String text, GcSource source) {
    var version = Pattern.compile("Version: (\\d+)[.+]").matcher(text);
    if (source == GcSource.LOG && version.find()) {
      return IntStream.of(Integer.parseInt(version.group(1)));
    }
    return source == GcSource.LOG
        ? IntStream.rangeClosed(source.firstJdk(), 25)
        : IntStream.rangeClosed(source.firstJdk(), source.lastJdk());
  }
}
