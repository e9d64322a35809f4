package io.github.rustfit.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.trial.tune.Jdk;
import io.github.rustfit.trial.tune.TunePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A script stands for GraalVM's builder: it notes its arguments, and copies a program. */
@DisabledOnOs(OS.WINDOWS)
class NativeImageTest {

  private static final String BUILDER =
      """
      #!/bin/sh
      echo "$@" > asked.txt
      for image; do :; done
      cp /bin/sh "$image"
      """;

  @TempDir Path folder = Path.of("");

  private Path home = Path.of("");
  private Path work = Path.of("");
  private final List<String> said = new ArrayList<>();

  private final GoalLog log =
      new GoalLog() {
        @Override
        public void info(String line) {
          said.add(line);
        }

        @Override
        public void warn(String line) {
          said.add("warning: " + line);
        }

        @Override
        public void debug(String line) {}
      };

  @BeforeEach
  void jdk() throws Exception {
    home = Files.createDirectories(folder.resolve("jdk with blank"));
    work = Files.createDirectories(folder.resolve("work"));
    builder(BUILDER);
  }

  private void builder(String script) throws Exception {
    Path file = Files.createDirectories(home.resolve("bin")).resolve("native-image");
    Files.writeString(file, script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Optional<TunePlan.Code> built(String command, Aim aim, boolean all) throws Exception {
    TunePlan plan =
        new TunePlan(
            new TunePlan.Code("", command, folder, Optional.empty()),
            List.of(),
            List.of(new Jdk(home, 25, "25.0.1")),
            new TunePlan.Counting(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new TunePlan.Goal(aim, Long.MAX_VALUE, Double.POSITIVE_INFINITY),
            new TunePlan.Measuring(
                Duration.ofMinutes(5), Optional.empty(), Optional.empty(), all, false),
            List.of(),
            work);
    return NativeImage.of(plan, work, log);
  }

  @Test
  void it_is_built_of_what_the_command_launches() throws Exception {
    TunePlan.Code code =
        built("java @{jvm} -Xmx64m -cp 'target/a b' com.acme.Job in.csv", Aim.START_UP, false)
            .orElseThrow();

    assertThat(folder.resolve("asked.txt"))
        .content()
        .isEqualToIgnoringNewLines(
            "--no-fallback -cp target/a b com.acme.Job " + work.resolve("native-image"));
    assertThat(code.name()).isEqualTo("native-image");
    assertThat(code.image()).contains(work.resolve("native-image").toRealPath());
    assertThat(code.command()).endsWith("com.acme.Job in.csv");
  }

  @Test
  void it_is_only_built_where_it_is_likely_to_serve_the_aim_or_all_is_asked_for() throws Exception {
    assertThat(built("java -jar a.jar", Aim.CPU, false)).isEmpty();
    assertThat(said).isEmpty();
    assertThat(built("java -jar a.jar", Aim.CPU, true)).isPresent();
    assertThat(built("java -jar a.jar", Aim.MEMORY, false)).isPresent();
    assertThat(built("java -jar a.jar", Aim.PAUSES, true)).isEmpty();
  }

  @Test
  void a_launch_out_of_sight_is_said() throws Exception {
    assertThat(built("sh load.sh @{jvm}", Aim.START_UP, false)).isEmpty();
    assertThat(said).singleElement().asString().contains("rustfit.variants=native-image=image:…");
  }

  @Test
  void what_cannot_be_built_is_said_and_left_out() throws Exception {
    builder("#!/bin/sh\necho Fatal error: reflection\nexit 20\n");
    assertThat(built("java -jar a.jar", Aim.START_UP, false)).isEmpty();
    assertThat(said)
        .last()
        .asString()
        .startsWith("warning: rustfit: an executable is not measured: ")
        .endsWith("native-image ended with status 20: Fatal error: reflection");

    builder("#!/bin/sh\nexit 0\n");
    assertThat(built("java -jar a.jar", Aim.START_UP, false)).isEmpty();
    assertThat(said).last().asString().endsWith("native-image made none");
  }
}
