package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JVMs that end at each stage of a recording. {@link StagedJcmd} ends them at a command, so no test
 * depends on how fast anything is; what is left of them is what the JVM itself wrote.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // JUnit makes the folder
class EndedJvmTest {

  private static final String KILL = "kill -9 $1";

  /** As {@code jcmd} of JDK 17 and 25 ends when the JVM does before it has answered. */
  private static final String NO_ANSWER = "; echo \"$1:\"; echo Premature EOF; exit 1";

  private final List<String> log = new ArrayList<>();

  @TempDir Path temp;

  @BeforeEach
  void shellScriptsAreRun() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "JFR.start"})
  void before_it_is_recorded_is_said_and_what_to_do(String command) throws Exception {
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      failsAt(jvm, command, KILL)
          .hasMessageContaining("Process " + jvm.pid() + " ended before its recording began")
          .hasMessageContaining("nothing was recorded")
          .hasMessageContaining("rustfit:prepare-agent");
      assertThat(log).isEmpty();
      assertThat(temp.resolve("results"))
          .satisfiesAnyOf(
              folder -> assertThat(folder).doesNotExist(),
              folder -> assertThat(folder).isEmptyDirectory());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "JFR.start"})
  void instead_of_an_answer_is_said_too(String command) throws Exception {
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      failsAt(jvm, command, "jcmd \"$@\" > /dev/null; " + KILL + NO_ANSWER)
          .hasMessageContaining("Process " + jvm.pid() + " ended before its recording began")
          .hasMessageNotContaining("EOF");
    }
  }

  @Test
  void so_early_that_nothing_can_be_found_is_said() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      // Before it starts a recording, it asks for whole stacks.
      failsAt(jvm, "JFR.configure", "case \"$*\" in *stackdepth*) ;; *) " + KILL + " ;; esac")
          .hasMessageContaining("Nothing was recorded: process " + jvm.pid() + " ended while")
          .hasMessageContaining("after 0 s of 300 s")
          .hasMessageContaining("rustfit.duration");
    }
  }

  /** The second recorder finds the JVM gone: what the first began is kept. */
  @Test
  void when_its_gc_log_was_to_begin_keeps_the_recording() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      kept(jvm, "5m", "VM.log output", KILL);
      assertThat(log)
          .singleElement()
          .asString()
          .startsWith(
              "process "
                  + jvm.pid()
                  + " ended while it was recorded, after 0 s of 300 s. What it had");
    }
  }

  @Test
  void while_it_is_recorded_keeps_what_was_flushed() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      LiveRecording recording =
          LiveRecording.of(
              Profiler.JFR,
              jvm.pid(),
              "5m",
              temp.resolve("results"),
              line -> {
                log.add(line);
                jvm.process().destroyForcibly();
              },
              Jcmd.ofThisJdk());

      assertThatIsRecording(recording.run());

      assertThat(log).hasSize(2);
      assertThat(log.get(0)).isEqualTo("recording process " + jvm.pid() + " for 300 s.");
      assertThat(log.get(1))
          .matches("process " + jvm.pid() + " ended while it was recorded, after \\d+ s of 300 s.+")
          .contains("What it had written by then is kept", "rustfit.duration");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KILL,
        "jcmd \"$@\" > /dev/null; " + KILL + NO_ANSWER,
        "printf FLR > \"$(dirname \"$0\")/../../results/record-$1.jfr\"; " + KILL + NO_ANSWER
      })
  void while_its_recording_is_written_keeps_what_was_flushed(String atStop) throws Exception {
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      kept(jvm, "1s", "JFR.stop", atStop);
      assertThat(log).hasSize(2);
      assertThat(log.get(1))
          .startsWith(
              "process "
                  + jvm.pid()
                  + " ended while its recording was written. What it had written");
    }
  }

  /** A JVM that ends in order writes its recording itself; the JDK's own tool can read it. */
  @Test
  void in_order_when_its_recording_was_to_be_written_leaves_a_whole_one() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      List<Path> files =
          kept(jvm, "1s", "JFR.stop", "kill $1; while kill -0 $1; do sleep 0.1; done 2> /dev/null");
      assertThat(jvm.tool("jfr", "summary", files.get(0).toString())).contains("Chunks: 1");
      assertThat(log.get(1)).contains("process " + jvm.pid() + " ended while");
    }
  }

  @Test
  void when_its_gc_log_was_to_end_leaves_both() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      List<Path> files = kept(jvm, "1s", "what=all=off", KILL);
      assertThat(jvm.tool("jfr", "summary", files.get(0).toString())).contains("Chunks: 1");
      assertThat(log.get(1)).contains("process " + jvm.pid() + " ended while");
    }
  }

  /** It stays in the list of processes, because its parent never asks how it ended. */
  @Test
  void without_its_parent_taking_notice_is_noticed() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    String java =
        "'%s' -cp '%s' %s idle <&3 & echo $!; exec sleep 600"
            .formatted(
                ForkedJvm.THIS_JDK.resolve("bin/java"),
                ForkedJvm.classes(BusyProgram.class),
                BusyProgram.class.getName());
    Process parent = new ProcessBuilder("/bin/sh", "-c", "exec 3<&0; " + java).start();
    try (BufferedReader said = parent.inputReader()) {
      String pid = said.readLine();
      assertThat(said.readLine()).isEqualTo("ready");
      RunningJvm jvm = RunningJvm.of(pid, Jcmd.ofThisJdk());
      assertThat(jvm.alive()).isTrue();

      ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      process.destroyForcibly();

      assertThat(jvm.endsNow()).isTrue();
      assertThat(process.isAlive()).as("what the JDK says of it").isTrue();
    } finally {
      parent.destroyForcibly().waitFor();
    }
  }

  /** What an interrupted build had begun to switch on is switched off. */
  @Test
  void not_at_all_but_the_build_while_it_begins_leaves_the_jvm_as_it_was() throws Exception {
    Path asked = temp.resolve("asked");
    Path goOn = temp.resolve("go on");
    try (ForkedJvm jvm = ForkedJvm.idle()) {
      String wait = "touch '%s'; while [ ! -e '%s' ]; do sleep 0.05; done".formatted(asked, goOn);
      LiveRecording recording = recording(jvm, "5m", "JFR.start", wait);
      Thread build = Thread.currentThread();
      Thread user =
          new Thread(
              () -> {
                while (!Files.exists(asked)) {
                  Thread.onSpinWait();
                }
                build.interrupt();
                try {
                  Files.createFile(goOn);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      user.setDaemon(true);
      user.start();

      assertThatIsRecording(recording.run());

      assertThat(log)
          .containsExactly(
              "recording process " + jvm.pid() + " for 300 s.",
              "ended early; what was recorded so far is kept.");
      assertThat(jvm.jcmd("JFR.check")).contains("No available recordings");
      assertThat(jvm.jcmd("VM.log", "list")).doesNotContain("#2:");
    }
  }

  private AbstractThrowableAssert<?, ?> failsAt(ForkedJvm jvm, String command, String lines) {
    return assertThatThrownBy(() -> recording(jvm, "5m", command, lines).run())
        .isInstanceOf(RecordingException.class);
  }

  private List<Path> kept(ForkedJvm jvm, String time, String command, String lines)
      throws Exception {
    List<Path> files = recording(jvm, time, command, lines).run();
    assertThatIsRecording(files);
    return files;
  }

  /** The first is one, by the mark that each of the Flight Recorder's files begins with. */
  private static void assertThatIsRecording(List<Path> files) throws IOException {
    assertThat(files.get(0).getFileName().toString()).matches("record-\\d+\\.jfr");
    assertThat(Files.readAllBytes(files.get(0))).startsWith('F', 'L', 'R', 0);
  }

  private LiveRecording recording(ForkedJvm jvm, String time, String command, String lines)
      throws Exception {
    return LiveRecording.of(
        Profiler.JFR,
        jvm.pid(),
        time,
        temp.resolve("results"),
        log::add,
        StagedJcmd.at(temp.resolve("jdk"), command, lines));
  }
}
