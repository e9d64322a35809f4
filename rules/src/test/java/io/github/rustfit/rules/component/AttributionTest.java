package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.testing.Given.ALLOCATION;
import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final SourceFile A =
      file(
          "app",
          "A.java",
          "com.acme.a",
          type("com.acme.a.A", 1, 40, method("run", 2, 20), method("deep", 22, 30)));
  private static final SourceFile B =
      file("app", "B.java", "com.acme.b", type("com.acme.b.B", 1, 20, method("call", 5, 10)));
  private static final SourceFile A_TEST =
      file(
          "app",
          "ATest.java",
          SourceFile.Role.TEST,
          "com.acme.a",
          Set.of(),
          type("com.acme.a.ATest", 1, 20, method("test", 5, 10)));
  private static final List<SourceFile> SOURCES = List.of(A, B, A_TEST);
  private static final Components COMPONENTS = Components.of(SOURCES, List.of());
  private static final Component IN_A = COMPONENTS.ofFile(A).orElseThrow();
  private static final Component IN_B = COMPONENTS.ofFile(B).orElseThrow();

  private static final Frame RUN = frame("com.acme.a.A", "run", 7);
  private static final Frame DEEP = frame("com.acme.a.A", "deep", 25);
  private static final Frame CALL = frame("com.acme.b.B", "call", 6);
  private static final Frame TEST = frame("com.acme.a.ATest", "test", 6);
  private static final Frame MAP = frame("java.util.HashMap", "hash", 338);
  private static final Frame LIBRARY = frame("org.lib.Codec", "encode", 12);
  private static final Frame NATIVE = frame("", "memcpy", 0);

  private static Attribution of(ProfileSummary profile) {
    return Attribution.of(profile, SOURCES, COMPONENTS);
  }

  private static long cpuOf(Component component, Frame... stack) {
    return of(profile(60, samples(10, cpu(stack)))).owned(component, SampleKind.CPU).samples();
  }

  @Test
  void the_leaf_most_application_frame_owns_the_sample() {
    assertThat(cpuOf(IN_A, RUN, CALL)).isEqualTo(10);
    assertThat(cpuOf(IN_B, RUN, CALL)).isZero();
    assertThat(cpuOf(IN_B, CALL, RUN)).isEqualTo(10);
  }

  /** 40 begin in a test and 25 of these reach a component; 10 are of a library alone. */
  @Test
  void what_tests_do_without_a_component_is_a_part_of_what_nobody_owns() {
    Attribution attribution =
        of(
            profile(
                60,
                samples(50, cpu(RUN)),
                samples(25, cpu(CALL, TEST)),
                samples(15, cpu(LIBRARY, TEST)),
                samples(10, cpu(LIBRARY))));

    assertThat(attribution.unattributed(SampleKind.CPU).value()).isEqualTo(0.25);
    assertThat(attribution.ofTests(SampleKind.CPU).value()).isEqualTo(0.15);
  }

  /** 30 of 100 samples were cut in front of an owner: a's true share is 60 % to 90 %. */
  @Test
  void stacks_that_were_cut_are_counted_by_owner_and_raise_the_upper_bound() {
    Attribution attribution =
        of(
            profile(
                60,
                samples(60, cpu(RUN, MAP)),
                samples(10, cpu(CALL, Frame.CUT)),
                samples(30, cpu(MAP, LIBRARY, Frame.CUT))));
    assertThat(attribution.cut(SampleKind.CPU).samples()).isEqualTo(40);
    assertThat(attribution.cut(IN_B, SampleKind.CPU).samples()).isEqualTo(10);
    assertThat(attribution.cut(IN_A, SampleKind.CPU).samples()).isZero();
    assertThat(attribution.cutUnowned(SampleKind.CPU).samples()).isEqualTo(30);
    assertThat(attribution.share(IN_A, SampleKind.CPU).value()).isEqualTo(0.6, within(1e-9));
    assertThat(attribution.share(IN_A, SampleKind.CPU).high()).isGreaterThan(0.9);
  }

  /** The JDK writes no park of a virtual thread that leaves its carrier. */
  @Test
  void parks_of_code_in_virtual_threads_are_unknown() {
    Frame virtual = frame("java.lang.VirtualThread", "run", 309);
    Map<SampleKey, Weight> park =
        Map.of(new SampleKey(SampleKind.PARK, List.of(MAP, RUN), "x"), Weight.of(5));
    Attribution platform = of(profile(60, samples(9, cpu(RUN)), park));
    assertThat(platform.recorded(IN_A, SampleKind.PARK)).isPresent();
    Attribution carried = of(profile(60, samples(9, cpu(RUN, virtual)), park));
    assertThat(carried.recorded(IN_A, SampleKind.PARK)).isEmpty();
  }

  /** The frames are those that {@code jfr print} shows of JDK 25. */
  @Test
  void a_virtual_thread_is_told_above_the_frames_of_its_continuation() {
    String continuation = "jdk.internal.vm.Continuation";
    Frame[] mounted = {
      RUN,
      frame("java.lang.VirtualThread", "run", 460),
      frame("java.lang.VirtualThread$VThreadContinuation$1", "run", 252),
      frame(continuation, "enter0", 325),
      frame(continuation, "enter", 316),
      frame(continuation, "enterSpecial", 0)
    };
    Map<SampleKey, Weight> joins =
        Map.of(
            new SampleKey(
                SampleKind.PARK,
                List.of(frame("java.lang.VirtualThread", "joinNanos", 1011), RUN),
                "x"),
            Weight.of(5));

    assertThat(of(profile(60, samples(9, cpu(RUN)), joins)).recorded(IN_A, SampleKind.PARK))
        .as("who joins a virtual thread is none")
        .isPresent();
    assertThat(of(profile(60, samples(9, cpu(mounted)), joins)).recorded(IN_A, SampleKind.PARK))
        .isEmpty();
  }

  @Test
  void a_sample_has_one_owner_or_none() {
    Attribution attribution = of(ProfileSummary.EMPTY);
    assertThat(attribution.owner(new SampleKey(SampleKind.CPU, List.of(MAP, RUN, CALL), "")))
        .contains(IN_A);
    assertThat(attribution.owner(new SampleKey(SampleKind.CPU, List.of(NATIVE, MAP, TEST), "")))
        .isEmpty();
  }

  @Test
  void time_in_the_jdk_in_libraries_and_in_native_code_belongs_to_the_caller() {
    assertThat(cpuOf(IN_A, MAP, RUN, CALL)).isEqualTo(10);
    assertThat(cpuOf(IN_A, NATIVE, MAP, LIBRARY, RUN)).isEqualTo(10);
  }

  @Test
  void tests_and_proxies_of_the_jdk_never_own() {
    assertThat(cpuOf(IN_A, TEST, MAP)).isZero();
    assertThat(cpuOf(IN_B, TEST, CALL)).isEqualTo(10);
    assertThat(cpuOf(IN_A, frame("jdk.proxy2.$Proxy7", "run", 0), MAP)).isZero();
  }

  @Test
  void a_class_without_source_belongs_to_the_component_of_its_package() {
    assertThat(cpuOf(IN_A, frame("com.acme.a.GeneratedMapper", "map", 3), CALL)).isEqualTo(10);
    assertThat(cpuOf(IN_A, frame("com.acme.a.$Proxy5", "run", 0), CALL)).isEqualTo(10);
    assertThat(cpuOf(IN_A, frame("com.acme.a.sub.Generated", "map", 3), CALL)).isZero();
  }

  @Test
  void what_no_application_frame_owns_stays_visible() {
    Attribution attribution =
        of(profile(60, samples(30, cpu(RUN)), samples(60, cpu(MAP)), samples(10, cpu())));

    assertThat(attribution.unattributed(SampleKind.CPU)).isEqualTo(Share.wilson(70, 100));
    assertThat(attribution.share(IN_A, SampleKind.CPU)).isEqualTo(Share.wilson(30, 100));
  }

  /**
   * Self time: 30 + 10 in run, 60 in deep. On the stack: run in all 100, though 60 hold it twice.
   */
  @Test
  void recursion_counts_once_in_the_total_share() {
    Attribution attribution =
        of(
            profile(
                60,
                samples(30, cpu(RUN)),
                samples(10, cpu(MAP, RUN)),
                samples(60, cpu(DEEP, RUN, CALL, RUN))));
    List<HotMethod> methods = attribution.hotMethods(IN_A);

    assertThat(methods).extracting(hot -> hot.place().method()).containsExactly("deep", "run");
    assertThat(methods.get(0).self()).isEqualTo(Share.wilson(60, 100));
    assertThat(methods.get(0).totalShare()).isCloseTo(0.6, within(1e-12));
    assertThat(methods.get(1).self()).isEqualTo(Share.wilson(40, 100));
    assertThat(methods.get(1).totalShare()).isCloseTo(1.0, within(1e-12));
    assertThat(attribution.hotMethods(IN_B)).isEmpty();
  }

  @Test
  void a_hot_method_shows_its_hottest_line_the_first_of_equals() {
    Attribution attribution =
        of(
            profile(
                60,
                samples(10, cpu(frame("com.acme.a.A", "run", 3))),
                samples(20, cpu(frame("com.acme.a.A", "run", 9))),
                samples(20, cpu(frame("com.acme.a.A", "run", 8)))));

    assertThat(attribution.hotMethods(IN_A).get(0).place().line()).isEqualTo(8);
    assertThat(attribution.hotMethods(IN_A).get(0).self()).isEqualTo(Share.wilson(50, 50));
  }

  @Test
  void allocation_sites_are_told_apart_by_line_and_type_most_bytes_first() {
    Attribution attribution =
        of(
            profile(
                60,
                samples(1, allocation("int[]", RUN)),
                samples(5, allocation("byte[]", MAP, RUN)),
                samples(4, allocation("byte[]", DEEP))));

    assertThat(attribution.allocationSites(IN_A))
        .extracting(
            site -> site.type() + " " + site.place().line() + " " + site.bytes() / ALLOCATION)
        .containsExactly("byte[] 7 5", "byte[] 25 4", "int[] 7 1");
    assertThat(attribution.allocationSites(IN_A).get(0).share()).isEqualTo(Share.wilson(5, 10));
  }

  @Test
  void kinds_are_never_added_together() {
    Attribution attribution =
        of(profile(60, samples(30, cpu(RUN)), samples(7, allocation("byte[]", CALL))));

    assertThat(attribution.total(SampleKind.CPU).samples()).isEqualTo(30);
    assertThat(attribution.share(IN_B, SampleKind.CPU)).isEqualTo(Share.wilson(0, 30));
    assertThat(attribution.share(IN_B, SampleKind.ALLOCATION)).isEqualTo(Share.wilson(7, 7));
    assertThat(attribution.recorded(SampleKind.WALL)).isFalse();
    assertThat(attribution.share(IN_B, SampleKind.WALL)).isEqualTo(Share.UNKNOWN);
  }

  @Test
  void the_part_that_fits_the_source_is_counted_in_samples() {
    Attribution attribution =
        of(profile(60, samples(30, cpu(RUN)), samples(10, cpu(frame("com.acme.a.A", "run", 35)))));

    assertThat(attribution.resolved(IN_A)).isEqualTo(Share.wilson(30, 40));
    assertThat(attribution.resolved(IN_B)).isEqualTo(Share.UNKNOWN);
  }
}
