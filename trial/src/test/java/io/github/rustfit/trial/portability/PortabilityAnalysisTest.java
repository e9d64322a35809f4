package io.github.rustfit.trial.portability;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.engine.seam.Blocker;
import io.github.rustfit.engine.seam.Portability;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two methods of one class: 70 % of the samples in a loop over text, 20 % in one over numbers. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class PortabilityAnalysisTest {

  private static final String SOURCE =
      """
      package p;
      final class Work {
        static int words(String text) {
          int words = 0;
          for (int i = 0; i < text.length(); i++) { words += text.charAt(i) == ' ' ? 1 : 0; }
          return words;
        }
        static long sum(long[] all) {
          long sum = 0;
          for (long one : all) { sum += one; }
          return sum;
        }
        static int flat(int a) {
          return a * 31;
        }
      }
      """;

  private static final SourceMethod LOOP =
      new SourceMethod(
          "sum", 8, 12, Optional.of(new Signature(Modifier.STATIC, "long", List.of("long[]"))));

  private static final SourceFile FILE =
      file(
          "app",
          "p/Work.java",
          "p",
          type("p.Work", 2, 16, method("words", 3, 7), LOOP, method("flat", 13, 15)));

  private static final Frame WORDS = frame("p.Work", "words", 5);
  private static final Frame SUM = frame("p.Work", "sum", 10);
  private static final Frame FLAT = frame("p.Work", "flat", 14);

  @TempDir Path folder = Path.of("");

  private static Assessment assessed(int words, int sum, int flat) {
    ProfileSummary recorded =
        profile(
            600,
            samples(words, cpu(WORDS)),
            samples(sum, cpu(SUM)),
            samples(flat, cpu(FLAT)),
            samples(100, cpu(frame("org.other.Program", "run", 7))));
    return new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.of(List.of()))
        .assess(
            new Evidence(
                new TreeSet<>(),
                new TreeMap<>(Collections.singletonMap("aa", recorded)),
                new TreeMap<>(),
                Collections.emptySortedMap(),
                new TreeMap<>(),
                new TreeSet<>(List.of(FILE)),
                new TreeSet<>(),
                RepositoryEvidence.EMPTY,
                Collections.emptySortedMap()));
  }

  private Portability look(Assessment assessment, int seconds) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("p")).resolve("Work.java"), SOURCE);
    Code code =
        new Code(
            folder,
            StandardCharsets.UTF_8,
            List.of(FILE),
            List.of(folder),
            List.of(folder.resolve("no-classes")),
            List::of);
    List<ComponentAssessment> components =
        new PortabilityAnalysis(code, seconds).of(assessment).components();
    return components.get(0).seam().flatMap(Seam::portability).orElseThrow();
  }

  /** What stands in the way of least, though more time is spent in the other. */
  @Test
  void the_readiest_method_with_a_loop_is_named() throws IOException {
    Portability found = look(assessed(700, 200, 0), 120);

    assertThat(found.grade()).isEqualTo(Portability.Grade.AS_IT_STANDS);
    assertThat(found.text())
        .isEqualTo(
            "Its hot loop ports as it stands: Work.sum(long[]), 20.0 % of the CPU of the process,"
                + " takes no other method along.");
  }

  @Test
  void below_a_tenth_of_the_cpu_a_method_is_not_looked_at() throws IOException {
    Portability found = look(assessed(820, 80, 0), 120);

    assertThat(found.grade()).isEqualTo(Portability.Grade.BYTES_FIRST);
    assertThat(found.blockers())
        .first()
        .isEqualTo(
            new Blocker(Blocker.Kind.TEXT, "text, a String", "p/Work.java", 3, "Work.words"));
    assertThat(found.share()).isEqualTo(0.82);
  }

  @Test
  void without_a_loop_there_is_nothing_to_move() throws IOException {
    assertThat(look(assessed(0, 0, 900), 120).grade()).isEqualTo(Portability.Grade.NO_KERNEL);
  }

  @Test
  void a_compiler_that_takes_too_long_is_stopped_and_that_is_said() throws IOException {
    assertThat(look(assessed(700, 200, 0), 0).text())
        .isEqualTo(
            "Not known what stands between it and a port: the compiler took more than 0 seconds.");
  }

  /** Evidence of another build, whose sources are not here. */
  @Test
  void source_that_is_not_here_is_said() throws IOException {
    Assessment assessment = assessed(700, 200, 0);
    Code nowhere =
        new Code(
            folder.resolve("nowhere"),
            StandardCharsets.UTF_8,
            List.of(FILE),
            List.of(),
            List.of(),
            List::of);

    assertThat(
            new PortabilityAnalysis(nowhere)
                .of(assessment)
                .components()
                .get(0)
                .seam()
                .flatMap(Seam::portability)
                .map(Portability::text))
        .hasValueSatisfying(
            text -> assertThat(text).startsWith("Not known what stands between it and a port: "));
  }
}
