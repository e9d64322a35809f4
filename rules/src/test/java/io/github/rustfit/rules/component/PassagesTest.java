package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Read off the stacks by hand. */
class PassagesTest {

  private static final SourceFile HOT =
      file(
          "app",
          "Hot.java",
          "com.acme.hot",
          type(
              "com.acme.hot.Hot",
              1,
              99,
              method("get", 10, 19),
              method("get", 20, 29),
              method("mix", 30, 39)));

  private static final SourceFile REST =
      file(
          "app",
          "Rest.java",
          "com.acme.rest",
          type("com.acme.rest.Rest", 1, 20, method("run", 5, 9)));

  private static final Frame GET = frame("com.acme.hot.Hot", "get", 12);
  private static final Frame OTHER_GET = frame("com.acme.hot.Hot", "get", 22);
  private static final Frame MIX = frame("com.acme.hot.Hot", "mix", 32);
  private static final Frame LAMBDA = frame("com.acme.hot.Hot", "lambda$mix$0", 33);
  private static final Frame RUN = frame("com.acme.rest.Rest", "run", 7);
  private static final Frame MAP = frame("java.util.HashMap", "get", 500);

  private static Passages of(SourceFile file, Frame... stack) {
    List<SourceFile> sources = List.of(HOT, REST);
    Components components = Components.of(sources, List.of());
    return Attribution.of(profile(60, samples(3, cpu(stack))), sources, components)
        .passages(components.ofFile(file).orElseThrow());
  }

  private static Map<List<Integer>, Long> lines(Passages passages) {
    return passages.inside().entrySet().stream()
        .collect(
            Collectors.toMap(
                path -> path.getKey().stream().map(one -> one.method().firstLine()).toList(),
                path -> path.getValue().samples()));
  }

  @Test
  void methods_come_outermost_first_and_overloads_apart() {
    assertThat(lines(of(HOT, MAP, MIX, OTHER_GET, MAP, GET, RUN)))
        .containsExactly(entry(List.of(10, 20, 30), 3L));
  }

  @Test
  void a_recursion_counts_where_it_began() {
    assertThat(lines(of(HOT, MIX, GET, MIX, RUN))).containsExactly(entry(List.of(30, 10), 3L));
  }

  @Test
  void what_lies_behind_another_component_is_not_inside() {
    assertThat(lines(of(HOT, MIX, RUN, GET))).containsExactly(entry(List.of(30), 3L));
    assertThat(of(HOT, MIX, RUN, GET).outside(member(GET)).samples()).isZero();
  }

  @Test
  void lambdas_and_frames_that_do_not_fit_are_left_out() {
    assertThat(lines(of(HOT, LAMBDA, MAP))).containsExactly(entry(List.of(), 3L));
    assertThat(lines(of(HOT, frame("com.acme.hot.Hot", "mix", 77))))
        .containsExactly(entry(List.of(), 3L));
    assertThat(lines(of(HOT, frame("com.acme.hot.Hot", "get", 0))))
        .as("one of two")
        .containsExactly(entry(List.of(), 3L));
  }

  @Test
  void who_waits_for_another_component_and_who_comes_first() {
    Passages hot = of(HOT, RUN, MIX, GET, MIX, MAP);
    assertThat(hot.all().samples()).isZero();
    assertThat(hot.outside(member(MIX)).samples()).isEqualTo(3);
    assertThat(hot.outside(member(GET)).samples()).isEqualTo(3);
    assertThat(hot.first(member(MIX)).samples()).isEqualTo(3);
    assertThat(hot.first(member(GET)).samples()).isZero();
    assertThat(of(HOT, MIX, GET).first(member(GET)).samples()).isEqualTo(3);
  }

  private static Member member(Frame frame) {
    return new SourceIndex(List.of(HOT, REST)).member(frame).orElseThrow();
  }
}
