package io.github.rustfit.readers.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.digest.SourceDigests;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.OtherJava;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.rules.testing.ATrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialFileTest {

  private static final String DIGEST = "0".repeat(64);

  @TempDir Path folder = Path.of("");

  private static Trial plain(String file, String digest) {
    Trial trial =
        ATrial.of("shop/cache", "a.B#c(int[])", Trial.Port.OPEN, new Gain(1.21, 1.29, 1.35));
    return new Trial(
        trial.component(),
        trial.entry(),
        trial.port(),
        trial.day(),
        trial.machine(),
        trial.outputs(),
        trial.figures(),
        new TreeMap<>(Map.of(file, digest)),
        DIGEST,
        trial.takeBack(),
        trial.changed());
  }

  /** Every port, with and without figures and other Java, in one file. */
  @Test
  void reading_gives_back_what_was_written() {
    Set<Trial> trials = new TreeSet<>();
    for (Trial.Port port : Trial.Port.values()) {
      Gain gain = new Gain(0.0001, 0.5 + port.ordinal(), 1e9);
      TrialFigures made = ATrial.figures(3, false, gain);
      TrialFigures other =
          new TrialFigures(
              11,
              true,
              gain,
              gain,
              made.sizes(),
              made.bars(),
              Optional.of(new OtherJava("ü#\"x\"\u2028\u0085y", gain, gain)));
      for (Optional<TrialFigures> figures :
          List.of(Optional.<TrialFigures>empty(), Optional.of(made), Optional.of(other))) {
        Trial plain = plain("ä\"\\/\n.java", DIGEST);
        trials.add(
            new Trial(
                plain.component(),
                plain.entry(),
                port,
                plain.day(),
                plain.machine(),
                figures.isPresent()
                    ? plain.outputs()
                    : new TrialOutputs(0, 0, false, "they differ"),
                figures,
                plain.sources(),
                DIGEST,
                figures.isPresent() ? new TakeBack(1.2, 0.4375, 512L << 20) : TakeBack.NONE,
                plain.changed()));
      }
    }

    TrialReading reading =
        TrialFile.read("t.json", TrialFile.text("shop/cache", trials).getBytes(UTF_8));

    assertThat(reading.problems()).isEmpty();
    assertThat(trials).hasSize(9);
    assertThat(reading.trials()).containsExactlyElementsOf(trials);
  }

  @Test
  void a_gain_that_contradicts_itself_is_told_with_its_place() {
    String text =
        TrialFile.text("shop/cache", Set.of(plain("A.java", DIGEST))).replace("1.21", "1.31");

    TrialReading reading = TrialFile.read("rustfit/trials/x.json", text.getBytes(UTF_8));

    assertThat(reading.trials()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(5);
              assertThat(problem.text())
                  .startsWith("rustfit/trials/x.json:5: The trial of 'a.B#c(int[])' contradicts")
                  .endsWith("Try it again with rustfit:trial.");
            });
  }

  @Test
  void any_change_of_a_byte_is_read_or_a_problem() {
    byte[] text = TrialFile.text("shop/cache", Set.of(plain("A.java", DIGEST))).getBytes(UTF_8);
    for (int i = 0; i < text.length; i += 3) {
      byte[] changed = text.clone();
      changed[i] ^= 5;
      TrialReading reading = TrialFile.read("t.json", changed);
      assertThat(reading.trials().isEmpty() && reading.problems().isEmpty()).isFalse();
    }
  }

  private Trial onlyTrial() {
    return new TrialFiles(folder, UTF_8).read().repository().trials().first();
  }

  @Test
  void a_trial_is_stale_when_code_changed_and_not_when_a_comment_did() throws IOException {
    Path source = folder.resolve("A.java");
    Files.writeString(source, "class A { int x = 1; /* one */ }\n");
    String digest =
        new SourceDigests(folder, UTF_8)
            .of(new TreeSet<>(Set.of("A.java")))
            .getOrDefault("A.java", "");
    Path file =
        Files.createDirectories(folder.resolve(TrialFile.FOLDER)).resolve("shop-cache.json");
    Files.writeString(file, TrialFile.text("shop/cache", Set.of(plain("A.java", digest))));

    assertThat(onlyTrial().changed()).isEmpty();
    Files.writeString(source, "// other\nclass A {\r\n  int x=1;}");
    assertThat(onlyTrial().changed()).isEmpty();
    Files.writeString(source, "class A { int x = 2; }\n");
    assertThat(onlyTrial().changed()).containsExactly("A.java");
    Files.delete(source);
    assertThat(onlyTrial().changed()).containsExactly("A.java");
  }

  @Test
  void hostile_files_and_paths_are_problems_or_stale() throws IOException {
    Path trials = Files.createDirectories(folder.resolve(TrialFile.FOLDER));
    Files.writeString(
        trials.resolve("a.json"),
        TrialFile.text("shop/cache", Set.of(plain("../../etc/passwd", DIGEST))));
    Files.createSymbolicLink(trials.resolve("b.json"), trials.resolve("a.json"));
    Files.write(trials.resolve("c.json"), new byte[TrialFile.MAX_BYTES + 1]);
    Files.writeString(trials.resolve("d.json"), "{\"version\": 2}");
    Files.createDirectory(trials.resolve("e.json"));

    var evidence = new TrialFiles(folder, UTF_8).read();

    assertThat(evidence.repository().trials().first().changed())
        .containsExactly("../../etc/passwd");
    assertThat(evidence.problems())
        .extracting(Problem::where)
        .contains(
            "rustfit/trials/b.json",
            "rustfit/trials/c.json",
            "rustfit/trials/d.json",
            "rustfit/trials/e.json");
  }
}
