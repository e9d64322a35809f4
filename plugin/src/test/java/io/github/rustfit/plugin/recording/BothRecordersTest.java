package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.source.JavaSources;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.stats.Share;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of one program, recorded by JFR and by async-profiler at once. */
@SuppressWarnings("NullAway.Init") // JUnit makes the folder
class BothRecordersTest {

  /**
   * Of 15 CPU seconds once it is warm, in slices of odd lengths that no period of a profiler fits.
   * The second part makes garbage, so that the collector's threads work beside it.
   */
  private static final Map<String, String> PROGRAM =
      Map.of(
          "parts/hot/Hot.java",
          """
          package parts.hot;

          public final class Hot {
            public static long mix(long seed, long until) {
              long x = seed;
              do {
                for (int i = 0; i < 20_000; i++) {
                  x ^= x << 13;
                  x ^= x >>> 7;
                  x ^= x << 17;
                }
              } while (System.nanoTime() < until);
              return x;
            }
          }
          """,
          "parts/cold/Cold.java",
          """
          package parts.cold;

          public final class Cold {
            public static long copy(long seed, long until) {
              long x = seed;
              do {
                for (int i = 0; i < 20; i++) {
                  byte[] bytes = new byte[1024];
                  for (int at = 0; at < 64 * bytes.length; at++) {
                    x = x * 31 + at;
                    bytes[at & 1023] = (byte) x;
                  }
                  x += bytes[(int) (x & 1023)];
                }
              } while (System.nanoTime() < until);
              return x;
            }
          }
          """,
          "parts/main/Main.java",
          """
          package parts.main;

          import java.lang.management.ManagementFactory;
          import parts.cold.Cold;
          import parts.hot.Hot;

          public final class Main {
            public static void main(String[] args) throws Exception {
              work(3_000_000_000L);
              System.out.println("ready");
              System.in.read();
              work(18_000_000_000L);
              System.out.println("done");
              System.in.read();
            }

            private static void work(long until) {
              java.util.Random random = new java.util.Random(7);
              long x = 1;
              while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < until) {
                for (int i = 0; i < 20; i++) {
                  x = Hot.mix(x, System.nanoTime() + 1_000_000 + random.nextInt(12_000_000));
                  x = Cold.copy(x, System.nanoTime() + 500_000 + random.nextInt(5_000_000));
                }
              }
              if (x == 0) {
                System.out.println(x);
              }
            }
          }
          """);

  private static final int MOST_RUNS = 3;

  @TempDir Path temp;

  @Test
  void the_same_run_gives_the_same_shares_and_verdicts_by_either_recorder() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    Path sources = temp.resolve("src");
    Path classes = temp.resolve("classes");
    for (Map.Entry<String, String> file : PROGRAM.entrySet()) {
      Path path = sources.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-g",
                    "-d",
                    classes.toString(),
                    "-sourcepath",
                    sources.toString(),
                    sources.resolve("parts/main/Main.java").toString()))
        .isZero();
    Map<String, ComponentAssessment> byJfr = Map.of();
    Map<String, ComponentAssessment> byAsync = Map.of();
    for (int run = 0; run < MOST_RUNS && !meet(byJfr, byAsync); run++) {
      Path jfr = temp.resolve("flight" + run + ".jfr");
      Path async = temp.resolve("async" + run + ".jfr");
      record(classes, jfr, async);
      byJfr = assess(jfr);
      byAsync = assess(async);
    }

    assertThat(byJfr.keySet()).isEqualTo(byAsync.keySet()).hasSize(3);
    for (Map.Entry<String, ComponentAssessment> one : byJfr.entrySet()) {
      ComponentAssessment other = byAsync.getOrDefault(one.getKey(), one.getValue());
      assertThat(meet(one.getValue().cpu(), other.cpu())).as(one.getKey()).isTrue();
      assertThat(one.getValue().verdict()).as(one.getKey()).isEqualTo(other.verdict());
    }
  }

  /**
   * Whether all intervals meet. On a machine that does much else, one recorder may be kept from
   * looking while the other does; shares that mean something else differ in every run.
   */
  private static boolean meet(
      Map<String, ComponentAssessment> byJfr, Map<String, ComponentAssessment> byAsync) {
    return !byJfr.isEmpty()
        && byJfr.entrySet().stream()
            .allMatch(
                one ->
                    meet(
                        one.getValue().cpu(),
                        byAsync.getOrDefault(one.getKey(), one.getValue()).cpu()));
  }

  /** The JDK's recorder does not see the clock being read, which is most of main's share. */
  private static boolean meet(Share share, Share other) {
    return share.value() <= 0.05 || (share.low() <= other.high() && other.low() <= share.high());
  }

  private void record(Path classes, Path jfr, Path async) throws Exception {
    Path library = AsyncProfilerLibrary.in(temp.resolve("library"));
    Process process =
        new ProcessBuilder(
                ForkedJvm.THIS_JDK.resolve("bin/java").toString(),
                "-Xmx64m",
                "-Xlog:gc*:file=" + temp.resolve("gc.log"),
                "-cp",
                classes.toString(),
                "parts.main.Main")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (ForkedJvm jvm = new ForkedJvm(ForkedJvm.THIS_JDK, process)) {
      assertThat(process.inputReader().readLine()).isEqualTo("ready");
      jvm.jcmd("JFR.start", "settings=profile", "name=both");
      String options = AsyncProfilerEvent.CTIMER.options() + ",file=" + async;
      jvm.jcmd("JVMTI.agent_load", library.toString(), "\"start,quiet," + options + "\"");
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      assertThat(process.inputReader().readLine()).isEqualTo("done");
      jvm.jcmd("JVMTI.agent_load", library.toString(), "\"stop,quiet," + options + "\"");
      jvm.jcmd("JFR.stop", "name=both", "filename=" + jfr);
    }
  }

  private Map<String, ComponentAssessment> assess(Path recording) {
    Evidence evidence =
        new JavaSources(temp)
            .read(List.of(new SourceRoot("app", temp.resolve("src"), SourceFile.Role.MAIN)));
    evidence =
        evidence.merge(
            new Inputs(temp, InputReaders.load(Rule.class.getClassLoader()).readers())
                .read(List.of(recording.toString(), temp.resolve("gc.log").toString()))
                .evidence());
    Assessment assessment =
        new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.load(Rule.class.getClassLoader()))
            .assess(evidence);
    Map<String, ComponentAssessment> byName = new TreeMap<>();
    assessment.components().forEach(one -> byName.put(one.component().name(), one));
    return byName;
  }
}
