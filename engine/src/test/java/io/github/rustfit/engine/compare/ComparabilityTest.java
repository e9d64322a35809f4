package io.github.rustfit.engine.compare;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What stands in the way of a comparison of two runs. */
class ComparabilityTest {

  private static final ProfileSummary RECORDING =
      profile(300, samples(1_000, cpu(Situation.IN_HOT)));

  private static final ProfileSummary NO_CPU =
      profile(300, samples(1_000, allocation("byte[]", Situation.IN_HOT)));

  private static final GcSummary LOG = gc("G1", 300, 60, 4 * MILLI);

  private static Input input(String path, String kind, String digest) {
    return new Input(path, kind, digest, Input.Status.READ, "", LineCounts.NONE, Labels.NONE);
  }

  private static Evidence evidence(
      List<Input> inputs,
      Map<String, ProfileSummary> recordings,
      Map<String, GcSummary> logs,
      SourceFile... sources) {
    SortedSet<SourceFile> files = new TreeSet<>(Set.of(sources));
    return new Evidence(
        new TreeSet<>(inputs),
        new TreeMap<>(recordings),
        new TreeMap<>(logs),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        files,
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static Side side(
      List<Input> inputs, Map<String, ProfileSummary> recordings, Map<String, GcSummary> logs) {
    Evidence evidence = evidence(inputs, recordings, logs, Situation.HOT);
    return new Side(
        evidence,
        new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.of(List.of())).assess(evidence));
  }

  private static List<String> warnings(Side before, Side after) {
    return Comparability.warnings(before, after).stream().map(Problem::text).toList();
  }

  private static List<String> errors(Evidence before, Evidence after) {
    return Comparability.errors(before, after).stream().map(Problem::message).toList();
  }

  @Test
  void each_side_needs_something_that_was_recorded() {
    Evidence some = evidence(List.of(), Map.of("aa", RECORDING), Map.of(), Situation.HOT);

    assertThat(errors(Evidence.EMPTY, some))
        .containsExactly("The side before holds no recording and no GC log that could be read.");
    assertThat(errors(Evidence.EMPTY, Evidence.EMPTY))
        .containsExactly(
            "The side before holds no recording and no GC log that could be read.",
            "The side after holds no recording and no GC log that could be read.");
  }

  @Test
  void a_log_alone_or_a_recording_alone_can_be_compared() {
    Evidence log = evidence(List.of(), Map.of(), Map.of("bb", LOG), Situation.HOT);
    Evidence recording = evidence(List.of(), Map.of("aa", RECORDING), Map.of(), Situation.HOT);

    assertThat(errors(log, recording)).isEmpty();
  }

  @Test
  void a_package_that_only_tests_have_in_common_makes_no_common_project() {
    SourceFile test = file("app", "HotTest.java", SourceFile.Role.TEST, "com.acme.hot", Set.of());

    assertThat(
            errors(
                evidence(List.of(), Map.of("aa", RECORDING), Map.of(), Situation.HOT),
                evidence(List.of(), Map.of("bb", RECORDING), Map.of(), test, Situation.REST)))
        .containsExactly(
            "The two sides are of another project each: they have no package in common.");
  }

  @Test
  void a_file_on_both_sides_is_named() {
    Side before =
        side(
            List.of(input("a.jfr", "jfr", "aa"), input("gc.log", "gc-log", "bb")),
            Map.of("aa", RECORDING),
            Map.of("bb", LOG));
    Side after =
        side(
            List.of(input("b.jfr", "jfr", "cc"), input("again.log", "gc-log", "bb")),
            Map.of("cc", RECORDING),
            Map.of("bb", LOG));

    assertThat(warnings(before, after))
        .containsExactly(
            "again.log: It counts on both sides, which hides what changed. Let each side hold the"
                + " runs of that side only.");
  }

  @Test
  void different_windows_are_named() {
    Side part =
        side(
            List.of(input("a.jfr#from=60s,to=5m", "jfr", "aa")), Map.of("aa", RECORDING), Map.of());
    Side other =
        side(
            List.of(input("b.jfr#from=60s,to=5m", "jfr", "bb")), Map.of("bb", RECORDING), Map.of());
    Side whole = side(List.of(input("c.jfr", "jfr", "cc")), Map.of("cc", RECORDING), Map.of());

    assertThat(warnings(part, other)).isEmpty();
    assertThat(warnings(part, whole))
        .containsExactly(
            "Different parts of the recordings were looked at: from=60s,to=5m before, all after. Give"
                + " both sides the same rustfit.from, rustfit.to and rustfit.skipStartup.");
  }

  @Test
  void different_profilers_are_named_and_a_log_is_none() {
    Side jfr = side(List.of(input("a.jfr", "jfr", "aa")), Map.of("aa", RECORDING), Map.of());
    Side collapsed =
        side(
            List.of(
                input("b.txt", "collapsed", "bb"),
                input("other.jfr", "jfr", "not-read"),
                input("gc.log", "gc-log", "cc")),
            Map.of("bb", RECORDING),
            Map.of("cc", LOG));

    assertThat(warnings(jfr, collapsed))
        .singleElement()
        .asString()
        .startsWith("The sides were recorded by different profilers (jfr; collapsed), which see");
    assertThat(
            warnings(
                jfr, side(List.of(input("b.jfr", "jfr", "bb")), Map.of("bb", RECORDING), Map.of())))
        .isEmpty();
  }

  @Test
  void a_side_without_cpu_samples_is_said() {
    Side some = side(List.of(), Map.of("aa", RECORDING), Map.of());
    Side none = side(List.of(), Map.of("bb", NO_CPU), Map.of());

    for (List<String> one : List.of(warnings(some, none), warnings(none, some))) {
      assertThat(one)
          .singleElement()
          .asString()
          .startsWith("One side has no CPU samples, so that findings are not compared");
    }
  }

  /** After a port the JDK's samples miss what moved to Rust, which is no gain. */
  @Test
  void a_side_that_cannot_see_native_code_is_warned_of() {
    SampleKey inRust =
        new SampleKey(
            SampleKind.NATIVE,
            List.of(
                frame("com.acme.hot.HotRunInRustJni", "call", 0),
                frame("com.acme.hot.HotRunInRust", "call", 0),
                Situation.IN_HOT),
            "");
    Map<SampleKey, Weight> samples = new HashMap<>(samples(100, cpu(Situation.IN_HOT)));
    samples.put(inRust, Weight.of(900, MILLI));
    ProcessFacts process = ProcessFacts.UNKNOWN.with(new NativeFacts(true, new TreeMap<>()));
    ProfileSummary ported = profile(300, samples).with(RecordingFacts.EMPTY.with(process));

    assertThat(
            warnings(
                side(List.of(), Map.of("aa", RECORDING), Map.of()),
                side(List.of(), Map.of("bb", ported), Map.of())))
        .anyMatch(
            text ->
                text.contains("On the side after, CPU time in Rust is not among the samples")
                    && text.contains("of app, which calls it"));
  }
}
