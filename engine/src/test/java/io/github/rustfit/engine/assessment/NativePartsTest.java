package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.production.NativePart;
import io.github.rustfit.engine.production.NativePart.State;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialBars;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.testing.ATrial;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Stacks as in {@code NativeStackTest}; shares are counted by hand. */
class NativePartsTest {

  private static final String ENTRY = "com.acme.hot.Hot#run(int[])";
  private static final Frame CALL = frame("com.acme.hot.HotRunInRust", "call", 0);
  private static final Frame JNI = frame("com.acme.hot.HotRunInRustJni", "call", 0);
  private static final Frame DOOR = new Frame("", "Java_com_acme_hot_HotRunInRustJni_call", 0);
  private static final List<Frame> KERNEL =
      List.of(new Frame("", "kernels::hot_run::run", 0), DOOR, JNI, CALL, Situation.IN_HOT);
  private static final List<Frame> COPYING =
      List.of(new Frame("", "jni_GetIntArrayRegion", 0), DOOR, JNI, CALL, Situation.IN_HOT);
  private static final List<Frame> REST = List.of(Situation.IN_REST);
  private static final List<Frame> IN_NATIVE = List.of(JNI, CALL, Situation.IN_HOT);
  private static final long SECOND = 1_000_000_000L;
  private static final long MIB = 1 << 20;

  private final Map<SampleKey, Weight> samples = new HashMap<>();
  private ProcessFacts process = ProcessFacts.UNKNOWN;
  private final List<Trial> trials = new ArrayList<>();

  private NativePartsTest sampled(SampleKind kind, List<Frame> stack, long count) {
    samples.put(new SampleKey(kind, stack, ""), Weight.of(count, 10_000_000));
    return this;
  }

  private NativePartsTest cpu(List<Frame> stack, long count) {
    return sampled(SampleKind.CPU, stack, count);
  }

  private NativePartsTest ofJavaOnly() {
    process = process.with(new NativeFacts(true, process.nativeCode().committedBytes()));
    return this;
  }

  private NativePartsTest held(long residentMiB, long heapMiB) {
    process =
        new ProcessFacts(
            residentMiB * MIB,
            0,
            0,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            false,
            new TreeSet<>(),
            new NativeFacts(false, new TreeMap<>(Map.of(NativeFacts.HEAP, heapMiB * MIB))));
    return this;
  }

  private NativePartsTest tried(Gain gain, TakeBack agreed) {
    trials.add(
        ATrial.of("app/hot", ENTRY, Trial.Port.FINISHED, ATrial.figures(12, true, gain))
            .with(agreed));
    return this;
  }

  private Assessment assess(Policy policy) {
    ProfileSummary recording =
        ProfileSummary.ofSamples(600 * SECOND, samples).with(RecordingFacts.EMPTY.with(process));
    Evidence evidence =
        new Evidence(
            new TreeSet<>(
                Set.of(
                    new Input(
                        "app.jfr",
                        "jfr",
                        "aa",
                        Input.Status.READ,
                        "",
                        LineCounts.NONE,
                        Labels.NONE))),
            new TreeMap<>(Map.of("aa", recording)),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
            new TreeSet<>(),
            RepositoryEvidence.of(new TreeSet<>(trials)),
            Collections.emptySortedMap());
    return new Assessor(
            policy, CrateCatalogue.EMPTY, Rules.load(NativePartsTest.class.getClassLoader()))
        .assess(evidence);
  }

  private Assessment assess() {
    return assess(Policy.DEFAULT);
  }

  private static NativePart only(Assessment assessment) {
    assertThat(assessment.nativeParts().parts()).hasSize(1);
    return assessment.nativeParts().parts().get(0);
  }

  private static List<String> violations(Assessment assessment) {
    return assessment.limitCheck().errors().stream().map(Violation::message).toList();
  }

  private static List<String> problems(Assessment assessment) {
    return assessment.problems().stream().map(Problem::message).toList();
  }

  @Test
  void native_frames_are_of_the_crate_and_of_the_component_that_calls_it() {
    NativePart part = only(cpu(KERNEL, 300).cpu(COPYING, 100).cpu(REST, 600).assess());

    assertThat(part.component()).isEqualTo("app/hot");
    assertThat(part.binding()).isEqualTo("com.acme.hot.HotRunInRust");
    assertThat(part.crates()).containsExactly("kernels");
    assertThat(part.cpu().value()).isEqualTo(0.4);
    assertThat(part.spots().rust().value()).isEqualTo(0.75);
    assertThat(part.spots().crossing().value()).isEqualTo(0.25);
    assertThat(part.state()).isEqualTo(State.NOTHING_AGREED);
  }

  /** 250 of 300 samples are 83 %, 79 to 87 % by Wilson's interval; agreed are 55 %. */
  @Test
  void a_boundary_that_takes_more_than_was_agreed_takes_the_port_back() {
    Assessment assessment =
        tried(
                new Gain(1.4, 1.5, 1.6),
                TakeBack.of(1, new TrialBars(200, 100, 90, 0, 0, 0, 0, 0), 0))
            .cpu(KERNEL, 50)
            .cpu(COPYING, 250)
            .cpu(REST, 700)
            .assess();

    assertThat(only(assessment).state()).isEqualTo(State.TAKE_BACK);
    assertThat(violations(assessment))
        .singleElement()
        .asString()
        .contains("take back HotRunInRust", "55.0 %");
    assertThat(assessment.limitCheck().states())
        .containsEntry("takeBack:app/hot", LimitState.CROSSED);
  }

  @Test
  void what_was_agreed_holds_while_no_bound_crosses_it_for_certain() {
    Assessment assessment =
        tried(new Gain(0.9, 1.1, 1.3), new TakeBack(1, 0.5, 600 * MIB))
            .held(500, 300)
            .cpu(KERNEL, 140)
            .cpu(COPYING, 60)
            .cpu(REST, 800)
            .assess();

    assertThat(only(assessment).state()).isEqualTo(State.HOLDS);
    assertThat(violations(assessment)).isEmpty();
    assertThat(assessment.limitCheck().states()).containsEntry("takeBack:app/hot", LimitState.HELD);
  }

  @Test
  void a_newer_trial_whose_far_end_is_below_takes_it_back_even_without_a_recording_of_it() {
    Assessment assessment =
        tried(new Gain(0.8, 0.85, 0.9), new TakeBack(1, 0, 0)).cpu(REST, 1000).assess();

    assertThat(only(assessment).used()).isFalse();
    assertThat(violations(assessment)).singleElement().asString().contains("0.80", "0.90");
  }

  @Test
  void other_results_than_javas_take_it_back() {
    Trial good =
        ATrial.of("app/hot", ENTRY, Trial.Port.FINISHED, new Gain(1.4, 1.5, 1.6))
            .with(new TakeBack(1, 0, 0));
    trials.add(good);
    trials.add(
        new Trial(
            good.component(),
            ENTRY,
            good.port(),
            "2026-12-01",
            good.machine(),
            new TrialOutputs(10, 0, true, "run([1]): 2, not 3"),
            Optional.empty(),
            good.sources(),
            good.crate(),
            good.takeBack(),
            good.changed()));

    assertThat(violations(cpu(REST, 1000).assess()))
        .singleElement()
        .asString()
        .contains("2026-12-01", "does not give what Java gives");
  }

  /** 900 MiB resident and 300 MiB of heap at most leave 600 MiB. */
  @Test
  void memory_outside_of_the_heap_has_bounds() {
    TakeBack agreed = new TakeBack(0, 0, 500 * MIB);
    assertThat(violations(tried(new Gain(1, 1, 1), agreed).held(900, 300).cpu(REST, 9).assess()))
        .singleElement()
        .asString()
        .contains("at least 600.0 MiB", "500.0 MiB");
    NativePartsTest open = new NativePartsTest();
    assertThat(
            only(open.tried(new Gain(1, 1, 1), agreed).held(700, 300).cpu(REST, 9).assess())
                .state())
        .isEqualTo(State.NOT_CHECKED);
    NativePartsTest unknown = new NativePartsTest();
    assertThat(
            only(unknown.tried(new Gain(1, 1, 1), agreed).cpu(REST, 9).assess())
                .texts(State.NOT_CHECKED))
        .singleElement()
        .asString()
        .contains("jdk.ResidentSetSize was not recorded");
  }

  /** The JDK's recorder looks at threads in Java code: 10 samples where 500 are in Rust. */
  @Test
  void a_recording_of_java_code_alone_does_not_make_the_component_cheap() {
    NativePartsTest given =
        tried(new Gain(1.4, 1.5, 1.6), new TakeBack(1, 0.5, 0))
            .cpu(IN_NATIVE, 10)
            .cpu(REST, 900)
            .sampled(SampleKind.NATIVE, IN_NATIVE, 500)
            .ofJavaOnly();
    Policy policy =
        new Policy(
            "",
            List.of(),
            Policy.Declarations.NONE,
            new Policy.Enforced(
                List.of(new Limit(Metric.CPU_SHARE, 0.5, Level.ERROR)), Map.of(), Map.of(), 30),
            List.of(),
            Origins.NONE);
    Assessment assessment = given.assess(policy);

    NativePart part = only(assessment);
    assertThat(part.cpu().known()).isFalse();
    assertThat(part.seen().nativeSamples()).isEqualTo(500);
    assertThat(part.state()).isEqualTo(State.NOT_CHECKED);
    assertThat(problems(assessment))
        .anyMatch(
            text ->
                text.contains("Java code alone")
                    && text.contains("app/hot calls Rust")
                    && text.contains("500 samples"));
    assertThat(assessment.limitCheck().unchecked().stream().map(Problem::message))
        .anyMatch(text -> text.contains("limit cpuShare could not be checked: app/hot"))
        .anyMatch(text -> text.contains("HotRunInRust of app/hot"));
    assertThat(
            assessment.components().stream()
                .filter(one -> one.component().name().equals("app/hot"))
                .findFirst()
                .orElseThrow()
                .reasons())
        .anyMatch(text -> text.contains("its CPU share does not hold what that uses"));
  }

  /** JDK 25's samples of CPU time count native code, but show the Java frames only. */
  @Test
  void without_native_frames_rust_is_not_told_from_the_boundary() {
    Assessment assessment = cpu(IN_NATIVE, 400).cpu(REST, 600).assess();

    assertThat(only(assessment).cpu().value()).isEqualTo(0.4);
    assertThat(only(assessment).spots().crossing().known()).isFalse();
    assertThat(problems(assessment))
        .anyMatch(text -> text.contains("Rust is not told from the boundary"));
  }

  @Test
  void a_port_that_was_tried_and_is_not_in_use_needs_no_recording_of_it() {
    Assessment assessment =
        tried(new Gain(1.4, 1.5, 1.6), new TakeBack(1, 0.5, 0)).cpu(REST, 1000).assess();

    assertThat(only(assessment).state()).isEqualTo(State.NOT_CHECKED);
    assertThat(assessment.limitCheck().unchecked()).isEmpty();
    assertThat(violations(assessment)).isEmpty();
  }
}
