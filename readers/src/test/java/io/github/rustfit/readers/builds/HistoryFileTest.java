package io.github.rustfit.readers.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.builds.BuildSetup;
import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

  private static final String PROJECT = "it:shop";

  /** A line as a person would write it, in the order of the schema. */
  private static final String BY_HAND =
      """
      {"schemaVersion":1,"project":"it:shop","commit":"0123456789abcdef0123456789abcdef01234567",\
      "date":"2026-03-01","inputs":["%s"],"runs":3,"setup":{"recordedSeconds":60,"cpuSamples":1200,\
      "allocationSamples":900,"facts":{"cores":["4"],"jvm":["17.0.15+6"]}},\
      "process":{"gcPauseP99":12.5,"pauses":30},"components":{"pricing \\"new\\"":{"cpuShare":0.25}}}
      """
          .formatted("a".repeat(64));

  private Path folder;
  private HistoryFile history;

  @BeforeEach
  void name(@TempDir Path empty) {
    folder = empty;
    history = new HistoryFile(folder, folder.resolve("ci").resolve(HistoryFile.NAME));
  }

  private Path file() {
    return folder.resolve("ci").resolve(HistoryFile.NAME);
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
  }

  private static RecordedBuild build(int number) {
    return build(PROJECT, number);
  }

  private static RecordedBuild build(String project, int number) {
    String digest = String.format("%064x", number);
    return new RecordedBuild(
        project,
        digest.substring(24),
        Optional.of(LocalDate.of(2026, 1, 1).plusDays(number)),
        new TreeSet<>(List.of(digest)),
        1,
        new BuildSetup(new TreeMap<>(), 60, 1000, 0),
        new TreeMap<>(
            java.util.Map.of("", new TreeMap<>(java.util.Map.of("pauses", 10.0 + number)))));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file(), StandardCharsets.UTF_8);
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream().map(Problem::text).toList();
  }

  @Test
  void a_line_says_what_its_schema_says() throws Exception {
    write(BY_HAND);
    RecordedBuild build = history.read(PROJECT).builds().get(0);
    assertThat(build.commit()).startsWith("01234567");
    assertThat(build.date()).contains(LocalDate.of(2026, 3, 1));
    assertThat(build.runs()).isEqualTo(3);
    assertThat(build.setup().facts().get("jvm")).containsExactly("17.0.15+6");
    assertThat(build.figure("", "gcPauseP99")).hasValue(12.5);
    assertThat(build.figure("pricing \"new\"", "cpuShare")).hasValue(0.25);
    assertThat(build.figure("pricing \"new\"", "cpuTime")).isEmpty();
    assertThat(HistoryLine.text(build) + "\n").isEqualTo(BY_HAND);
  }

  @Test
  void builds_are_added_below_and_lines_are_never_changed() throws Exception {
    write(BY_HAND);
    assertThat(history.add(build(1), 10).added()).isTrue();
    assertThat(history.add(build(2), 10).builds()).isEqualTo(3);
    assertThat(lines()).hasSize(3).first().isEqualTo(BY_HAND.strip());
    assertThat(history.read(PROJECT).builds()).containsSequence(build(1), build(2));
    assertThat(history.read(PROJECT).problems()).isEmpty();
  }

  @Test
  void there_may_be_no_history_yet() throws Exception {
    assertThat(history.read(PROJECT).builds()).isEmpty();
    assertThat(history.read(PROJECT).problems()).isEmpty();
    assertThat(history.add(build(1), 10).builds()).isEqualTo(1);
  }

  @Test
  void the_same_recordings_count_once() throws Exception {
    history.add(build(1), 10);
    HistoryFile.Adding again = history.add(build(1), 10);
    assertThat(again.added()).isFalse();
    assertThat(lines()).hasSize(1);

    Files.write(file(), lines().subList(0, 1), StandardOpenOption.APPEND);
    HistoryReading reading = history.read(PROJECT);
    assertThat(reading.builds()).hasSize(1);
    assertThat(texts(reading.problems()))
        .singleElement()
        .asString()
        .startsWith("ci/rustfit-history.jsonl:2: It is the build of line 1 again");
  }

  @Test
  void the_oldest_go_when_there_are_too_many() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(history.add(build(i), 3).dropped()).isEqualTo(i < 3 ? 0 : 1);
    }
    assertThat(history.read(PROJECT).builds()).containsExactly(build(2), build(3), build(4));
  }

  @Test
  void a_line_that_was_cut_off_is_named_and_kept_aside() throws Exception {
    history.add(build(1), 10);
    history.add(build(2), 10);
    String whole = Files.readString(file());
    String cut = HistoryLine.text(build(3)).substring(0, 150);
    write(whole + cut);

    HistoryReading reading = history.read(PROJECT);
    assertThat(reading.builds()).containsExactly(build(1), build(2));
    assertThat(texts(reading.problems()))
        .singleElement()
        .asString()
        .contains("rustfit-history.jsonl:3: The last line is cut off after 150 bytes")
        .contains("rustfit-history.jsonl.rest");

    assertThat(history.add(build(4), 10).problems()).hasSize(1);
    assertThat(history.read(PROJECT).builds()).containsExactly(build(1), build(2), build(4));
    assertThat(history.read(PROJECT).problems()).isEmpty();
    assertThat(Files.readString(file().resolveSibling(HistoryFile.NAME + ".rest")))
        .isEqualTo(cut + "\n");
  }

  /** Wherever it was cut; of a whole line only its end is missing. */
  @Test
  void no_cut_loses_a_line_above() throws Exception {
    history.add(build(1), 10);
    String whole = Files.readString(file());
    String last = HistoryLine.text(build(2));
    for (int length = 1; length <= last.length(); length++) {
      write(whole + last.substring(0, length));
      HistoryReading reading = history.read(PROJECT);
      boolean complete = length == last.length();
      assertThat(reading.builds()).as("cut at %s", length).hasSize(complete ? 2 : 1);
      assertThat(reading.problems()).hasSize(complete ? 0 : 1);
    }
  }

  @Test
  void a_line_that_is_none_is_named_and_stays() throws Exception {
    history.add(build(1), 10);
    String whole = Files.readString(file());
    write(whole + "<<<<<<< HEAD\n{\"schemaVersion\":2}\n\n");
    HistoryReading reading = history.read(PROJECT);
    assertThat(reading.builds()).containsExactly(build(1));
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(2, 3);

    history.add(build(2), 10);
    assertThat(lines()).hasSize(4).contains("<<<<<<< HEAD");
  }

  @Test
  void a_day_that_is_none_is_named() throws Exception {
    write(BY_HAND.replace("2026-03-01", "2026-02-30"));
    assertThat(texts(history.read(PROJECT).problems()))
        .singleElement()
        .asString()
        .contains("2026-02-30");
  }

  @Test
  void builds_of_another_project_do_not_count() throws Exception {
    history.add(build(1), 10);
    history.add(build("it:other", 2), 10);
    HistoryReading reading = history.read(PROJECT);
    assertThat(reading.builds()).containsExactly(build(1));
    assertThat(texts(reading.problems()))
        .singleElement()
        .asString()
        .contains("1 line is of another project, it:other, not of it:shop");
  }

  @Test
  void builds_with_a_recording_in_common_are_named() throws Exception {
    RecordedBuild one = build(1);
    history.add(one, 10);
    TreeSet<String> both = new TreeSet<>(one.inputs());
    both.addAll(build(2).inputs());
    history.add(
        new RecordedBuild(
            PROJECT, "", Optional.empty(), both, 2, one.setup(), new TreeMap<>(one.figures())),
        10);
    assertThat(texts(history.read(PROJECT).problems()))
        .singleElement()
        .asString()
        .contains("a recording or log in common with line 1");
  }

  @Test
  void builds_that_add_at_once_lose_nothing() throws Exception {
    ExecutorService builds = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        RecordedBuild build = build(i);
        all.add(
            builds.submit(
                () -> {
                  assertThat(new HistoryFile(folder, file()).add(build, 100).added()).isTrue();
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      builds.shutdownNow();
    }
    assertThat(history.read(PROJECT).builds())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 40).mapToObj(HistoryFileTest::build).toList());
    assertThat(history.read(PROJECT).problems()).isEmpty();
  }

  @Test
  void where_it_cannot_be_written_it_stays_as_it_was() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    HistoryFile blocked = new HistoryFile(folder, folder.resolve("file/history.jsonl"));
    assertThatThrownBy(() -> blocked.add(build(1), 10)).isInstanceOf(IOException.class);
    assertThat(Stream.of(folder.toFile().list())).containsExactly("file");
  }
}
