package io.github.rustfit.rules.component;

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
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose work samples are, counted by hand; the leaf comes first. */
class OwnershipTest {

  private static final List<SourceFile> SOURCES =
      List.of(
          file("app", "A.java", "com.acme.a", type("com.acme.a.A", 1, 40, method("run", 2, 20))));
  private static final Components COMPONENTS = Components.of(SOURCES, List.of());

  private static final Frame OWN = frame("com.acme.a.A", "run", 7);
  private static final Frame MAP = frame("java.util.HashMap", "get", 1);
  private static final Frame JSON = frame("com.fasterxml.jackson.core.JsonParser", "next", 1);
  private static final Frame THREAD = frame("java.lang.Thread", "run", 840);
  private static final Frame POOL = frame("java.util.concurrent.ThreadPoolExecutor", "run", 1);
  private static final Frame TOMCAT =
      frame("org.apache.tomcat.util.threads.TaskThread$WrappingRunnable", "run", 1);
  private static final Frame REFERENCES = frame("java.lang.ref.Reference", "process", 1);
  private static final Frame NATIVE = frame("", "memcpy", 0);

  private static Ownership of(ProfileSummary profile) {
    return Attribution.of(profile, SOURCES, COMPONENTS).ownership();
  }

  @Test
  void own_code_what_it_called_and_what_nobody_called_add_up() {
    Ownership ownership =
        of(
            profile(
                60,
                samples(9, cpu(OWN, THREAD)),
                samples(30, cpu(MAP, OWN, THREAD)),
                samples(20, cpu(NATIVE, JSON, OWN, TOMCAT, THREAD)),
                samples(35, cpu(MAP, JSON, TOMCAT, POOL, THREAD)),
                samples(6, cpu(MAP, TOMCAT, THREAD)),
                samples(1000, allocation("byte[]", OWN))));

    assertThat(ownership.own().value()).isCloseTo(0.09, within(1e-12));
    assertThat(ownership.called().value()).isCloseTo(0.5, within(1e-12));
    assertThat(ownership.libraries())
        .extracting(LibraryShare::name)
        .containsExactly("com.fasterxml.jackson", "org.apache.tomcat");
    assertThat(ownership.libraries().get(0).share().value()).isCloseTo(0.35, within(1e-12));
    assertThat(ownership.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.name()).isEqualTo(TOMCAT.className() + ".run");
              assertThat(entry.share().value()).isCloseTo(0.41, within(1e-12));
            });
  }

  /** By hand: of 100, 35 end in the parser below Tomcat, 20 below own code; 6 in Tomcat itself. */
  @Test
  void libraries_are_named_by_artifact_where_the_class_path_is_known() {
    LibraryNames names =
        className ->
            className.equals(JSON.className())
                ? Optional.of("com.fasterxml.jackson.core:jackson-core")
                : Optional.empty();
    Attribution attribution =
        Attribution.of(
            profile(
                60,
                samples(39, cpu(MAP, OWN, THREAD)),
                samples(20, cpu(NATIVE, JSON, OWN, TOMCAT, THREAD)),
                samples(35, cpu(MAP, JSON, TOMCAT, POOL, THREAD)),
                samples(6, cpu(MAP, TOMCAT, THREAD))),
            SOURCES,
            COMPONENTS,
            names);

    assertThat(attribution.ownership().artifacts())
        .extracting(one -> one.name() + " " + Math.round(one.share().value() * 100))
        .containsExactly("com.fasterxml.jackson.core:jackson-core 35", "org.apache.tomcat 6");
    assertThat(attribution.ownership().named()).isEqualTo(attribution.ownership().artifacts());
    assertThat(attribution.artifacts(COMPONENTS.all().iterator().next()))
        .extracting(one -> one.name() + " " + Math.round(one.share().value() * 59))
        .containsExactly("JDK 39", "com.fasterxml.jackson.core:jackson-core 20");
    assertThat(attribution.libraries(COMPONENTS.all().iterator().next()))
        .extracting(LibraryShare::name)
        .containsExactly("JDK", "com.fasterxml.jackson");
  }

  @Test
  void without_a_class_path_no_artifact_is_claimed() {
    Ownership ownership = of(profile(60, samples(10, cpu(JSON, THREAD))));
    assertThat(ownership.artifacts()).isEmpty();
    assertThat(ownership.named()).isEqualTo(ownership.libraries());
  }

  static List<List<Object>> entries() {
    return List.of(
        List.of("java.lang.ref.Reference.process", List.of(NATIVE, REFERENCES, THREAD)),
        List.of("java.util.HashMap.get", List.of(MAP, POOL, THREAD)),
        List.of("java.lang.Thread.run", List.of(NATIVE, POOL, THREAD)),
        List.of(LibraryShare.NATIVE, List.of(NATIVE)),
        List.of(LibraryShare.NATIVE, List.of()),
        List.of("com.fasterxml.jackson.core.JsonParser.next", List.of(MAP, JSON, MAP, Frame.CUT)));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void threads_are_named_by_the_outermost_method_that_tells(List<Object> entry) {
    @SuppressWarnings("unchecked")
    List<Frame> stack = (List<Frame>) entry.get(1);
    assertThat(of(profile(60, samples(10, cpu(stack.toArray(new Frame[0]))))).entries())
        .extracting(LibraryShare::name)
        .containsExactly((String) entry.get(0));
  }

  /**
   * Of 20 samples that nobody owns, 10 of one stack were taken 7 to 2 in two groups and 1 in a
   * thread without a name, and the other 10 in one group; own samples count nowhere.
   */
  @Test
  void what_nobody_called_is_told_apart_by_groups_of_threads() {
    ThreadSamples.Builder threads = new ThreadSamples.Builder();
    threads.add(List.of(MAP, TOMCAT, THREAD), "http-nio-#", 7);
    threads.add(List.of(MAP, TOMCAT, THREAD), "kafka-#", 2);
    threads.add(List.of(JSON, THREAD), "kafka-#", 10);
    threads.add(List.of(OWN, THREAD), "main", 80);
    ProfileSummary profile =
        profile(
            60,
            samples(80, cpu(OWN, THREAD)),
            samples(10, cpu(MAP, TOMCAT, THREAD)),
            samples(10, cpu(JSON, THREAD)));

    assertThat(of(profile.with(profile.facts().with(threads.build()))).threads())
        .extracting(one -> one.name() + " " + one.share().value())
        .containsExactly("kafka-# 0.12", "http-nio-# 0.07", "not named 0.01");
    assertThat(of(profile).threads()).isEmpty();
  }

  @Test
  void without_cpu_samples_nothing_is_known() {
    assertThat(of(profile(60, samples(10, allocation("byte[]", OWN)))))
        .isEqualTo(Ownership.UNKNOWN);
  }
}
