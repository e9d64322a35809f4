package io.github.rustfit.readers.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustfit.readers.gc.MeasuredJvm.Subject;
import io.github.rustfit.readers.gclog.GcLogReader;
import io.github.rustfit.readers.jfr.Recordings;
import io.github.rustfit.readers.stacks.FileContent;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of facts against logs and recordings that real JVMs make of {@link GarbageProgram}:
 * where it says that a fact is shown the reader knows it, everywhere else it does not, and what it
 * knows is what the program, its beans or a search of the log's text say. With {@code
 * -Drustfit.jdks=all} of each JDK that is installed and with both settings of recordings.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class GcFactsTest {

  private static int jvms;
  private static int cells;

  static Stream<Arguments> runs() throws IOException {
    List<String> settings =
        MeasuredJvm.allJdks() ? List.of("default", "profile") : List.of("default");
    return MeasuredJvm.subjects()
        .flatMap(subject -> settings.stream().map(one -> Arguments.of(subject, one)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void a_reader_knows_what_the_table_says_and_nothing_else(
      Subject subject, String settings, @TempDir Path folder) throws Exception {
    Optional<MeasuredJvm> run = MeasuredJvm.run(subject, settings, folder);
    assumeTrue(run.isPresent(), () -> subject + " is not part of this build");
    MeasuredJvm jvm = run.get();
    jvms++;
    List<String> wrong = new ArrayList<>();
    for (var selection : MeasuredJvm.SELECTIONS.entrySet()) {
      Path log = jvm.log(selection.getKey());
      GcSummary gc = new GcLogReader().read(new FileContent(log)).gc();
      LogText text = new LogText(Files.readString(log));
      Cell cell = new Cell(subject, GcSource.LOG, selection.getKey(), selection.getValue());
      cell.compare(gc, text, wrong);
      new GcValues(jvm, gc).ofLog(subject, text).forEach(error -> wrong.add(cell + error));
    }
    GcSummary gc = Recordings.read(jvm.recording()).gc();
    Cell cell = new Cell(subject, GcSource.RECORDING, settings, jvm.events());
    cell.compare(gc, LogText.NONE, wrong);
    new GcValues(jvm, gc).ofRecording(subject).forEach(error -> wrong.add(cell + error));
    assertThat(wrong).isEmpty();
  }

  /** What a source was made with. */
  private record Cell(Subject subject, GcSource source, String made, Set<String> shown) {

    void compare(GcSummary gc, LogText text, List<String> wrong) {
      for (GcFact fact : GcFact.values()) {
        boolean shows = GcFacts.table().shows(fact, source, subject.name(), subject.jdk(), shown);
        if (fact == GcFact.LOCKER_WAITS && shows && text.lockerWaits() == 0) {
          continue; // nothing waited this time
        }
        cells++;
        if (KnownFacts.known(fact, gc) != shows) {
          wrong.add(this + fact.id() + (shows ? " is not known" : " is known"));
        }
      }
    }

    @Override
    public String toString() {
      return subject + ", " + made + ": ";
    }
  }

  /** A JVM has five outputs, and there are 35 facts. */
  @AfterAll
  static void enough_cells_were_looked_at() {
    assertThat(cells).as("cells of " + jvms + " JVMs").isGreaterThan(jvms * 170);
    if (MeasuredJvm.allJdks()) {
      assertThat(cells).isGreaterThan(300);
    }
  }
}
