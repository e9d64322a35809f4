package io.github.rustfit.engine.fit;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Signed.function;
import static io.github.rustfit.rules.testing.Signed.hot;
import static io.github.rustfit.rules.testing.Signed.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.TypeShape;
import io.github.rustfit.rules.policy.Team.Seniority;
import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.precedent.Precedent.Boundary;
import io.github.rustfit.rules.precedent.Trait;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {

  private static Precedent precedent(String id, Precedent.Outcome outcome, Trait... traits) {
    return precedent(id, outcome, Boundary.PROCESS, traits);
  }

  private static Precedent precedent(
      String id, Precedent.Outcome outcome, Boundary boundary, Trait... traits) {
    return new Precedent(
        id, id, outcome, boundary, Set.of(traits), "Pain", "Gain", "", "Else", true, "A paper");
  }

  private static List<Archetype> archetypes(Situation situation) {
    return Fit.of(situation.context(), Answer.UNKNOWN, Optional.empty(), List.of())
        .archetypes()
        .stream()
        .map(Likeness::archetype)
        .toList();
  }

  /** Read off signals: which imports are a sign of what. */
  @ParameterizedTest
  @CsvSource({
    "io.netty.channel.ChannelHandler, NETWORK_SERVICE",
    "java.nio.channels.Selector, NETWORK_SERVICE",
    "org.apache.spark.sql.Dataset, DATA_PIPELINE",
    "java.util.zip.GZIPInputStream, DATA_PIPELINE",
    "javax.crypto.Mac, SECURITY_INFRASTRUCTURE",
    "com.pi4j.Pi4J, EMBEDDED"
  })
  void an_import_is_a_sign(String imported, Archetype archetype) {
    assertThat(archetypes(new Situation().imports(imported))).containsExactly(archetype);
  }

  @Test
  void a_web_api_takes_two_kinds_of_library() {
    assertThat(archetypes(new Situation().imports("java.sql.Connection"))).isEmpty();
    assertThat(
            archetypes(
                new Situation()
                    .imports(
                        "java.sql.Connection",
                        "org.springframework.web.bind.annotation.RestController")))
        .containsExactly(Archetype.WEB_API);
  }

  @Test
  void a_prefix_ends_at_a_dot() {
    assertThat(archetypes(new Situation().imports("io.nettyfork.Channel"))).isEmpty();
  }

  @Test
  void a_team_without_systems_experience_is_an_anti_fit_and_an_undeclared_one_is_not() {
    assertThat(
            archetypes(
                new Situation().facts(new Declared().team(4, 0, Seniority.SENIOR, 4).facts())))
        .containsExactly(Archetype.NO_SYSTEMS_EXPERIENCE);
    assertThat(archetypes(new Situation())).isEmpty();
  }

  @Test
  void a_precedent_tells_what_matches_what_does_not_and_what_is_not_known() {
    Precedent known =
        precedent(
            "cache",
            Precedent.Outcome.MOVED,
            Trait.JVM,
            Trait.CPU,
            Trait.ALLOCATION,
            Trait.GC_VISIBLE,
            Trait.FLEET);
    // 900 of 1,000 CPU samples and 50 of 1,000 allocation samples
    Situation situation =
        new Situation()
            .cpuSamples(9000, 1000)
            .allocationSamples(50, 950)
            .gc(gc("G1", 600, 20, MILLI));

    Resemblance near =
        Fit.of(situation.context(), Answer.UNKNOWN, Optional.empty(), List.of(known))
            .precedents()
            .get(0);

    assertThat(near.matched()).containsExactly(Trait.JVM, Trait.CPU);
    assertThat(near.unmatched()).containsExactly(Trait.ALLOCATION);
    assertThat(near.unknown()).containsExactly(Trait.GC_VISIBLE, Trait.FLEET);
  }

  @Test
  void what_did_not_run_on_the_jvm_says_so() {
    Precedent go = precedent("go", Precedent.Outcome.MOVED, Trait.CPU, Trait.TUNED);

    Resemblance near =
        Fit.of(
                new Situation().cpuSamples(9000, 1000).context(),
                Answer.YES,
                Optional.empty(),
                List.of(go))
            .precedents()
            .get(0);

    assertThat(near.unmatched()).containsExactly(Trait.JVM);
  }

  @Test
  void a_refusal_stands_beside_the_nearest_three_where_one_resembles_at_all() {
    List<Precedent> known =
        List.of(
            precedent("a", Precedent.Outcome.MOVED, Trait.JVM, Trait.CPU, Trait.TUNED),
            precedent("b", Precedent.Outcome.MOVED, Trait.JVM, Trait.CPU, Trait.TUNED),
            precedent("c", Precedent.Outcome.MOVED, Trait.JVM, Trait.CPU, Trait.TUNED),
            precedent("d", Precedent.Outcome.REFUSED, Trait.JVM, Trait.CPU, Trait.ALLOCATION),
            precedent("e", Precedent.Outcome.REVERSED, Trait.ALLOCATION, Trait.PURE));

    Fit fit =
        Fit.of(
            new Situation().cpuSamples(9000, 1000).context(), Answer.YES, Optional.empty(), known);

    assertThat(fit.precedents())
        .extracting(one -> one.precedent().id())
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void one_trait_in_common_is_no_resemblance() {
    Precedent far = precedent("far", Precedent.Outcome.MOVED, Trait.JVM, Trait.SMALL);
    assertThat(
            Fit.of(new Situation().context(), Answer.UNKNOWN, Optional.empty(), List.of(far))
                .precedents())
        .isEmpty();
  }

  @Test
  void what_has_more_in_common_is_nearer_though_more_differs() {
    Precedent close =
        precedent(
            "close", Precedent.Outcome.REFUSED, Trait.JVM, Trait.CPU, Trait.TUNED, Trait.PURE);
    Precedent far = precedent("far", Precedent.Outcome.REFUSED, Trait.JVM, Trait.CPU);

    Fit fit =
        Fit.of(
            new Situation().cpuSamples(9000, 1000).context(),
            Answer.YES,
            Optional.empty(),
            List.of(far, close));

    assertThat(fit.precedents())
        .extracting(one -> one.precedent().id())
        .containsExactly("close", "far");
  }

  /** 10 of 10,000 samples of each: certainly neither 20 % of the CPU nor 30 % of the allocation. */
  @Test
  void a_component_that_costs_next_to_nothing_resembles_nothing() {
    Precedent known = precedent("tail", Precedent.Outcome.MOVED, Trait.JVM, Trait.TUNED);
    Situation idle = new Situation().cpuSamples(10, 9990).allocationSamples(10, 9990);

    assertThat(Fit.of(idle.context(), Answer.YES, Optional.empty(), List.of(known)).precedents())
        .isEmpty();
  }

  private static Precedent moved(String id, Boundary boundary, Trait... traits) {
    return precedent(id, Precedent.Outcome.MOVED, boundary, traits);
  }

  private static final SourceMethod PARSE = function("parse", 10, 19, "int", "java.lang.String");
  private static final Frame PARSING = frame("com.acme.hot.Hot", "parse", 12);

  /** All of its CPU passes through a method that takes text, and it reads CSV: a data pipeline. */
  private static Situation parser() {
    return new Situation()
        .judged(hot(List.of(), type(TypeShape.Kind.CLASS, "com.acme.hot.Hot", List.of(), PARSE)))
        .imports("org.apache.commons.csv.CSVParser", "org.apache.avro.Schema")
        .sampled(2000, cpu(PARSING));
  }

  private static List<Resemblance> nearest(Situation situation, Precedent... known) {
    return Fit.of(situation.context(), Answer.YES, Seam.of(situation.context()), List.of(known))
        .precedents();
  }

  /**
   * By hand, of shape (data) and boundary (text): both, has both; the other two have one each, and
   * of these the one with more traits in common is nearer; neither has none and comes last, though
   * it shares as many traits as any.
   */
  @Test
  void shape_and_boundary_come_before_circumstances() {
    List<Resemblance> near =
        nearest(
            parser(),
            precedent(
                "neither",
                Precedent.Outcome.REFUSED,
                Boundary.WASM,
                Trait.JVM,
                Trait.CPU,
                Trait.TUNED),
            moved("boundary", Boundary.TEXT_OR_ARRAYS, Trait.JVM, Trait.CPU),
            moved("shape", Boundary.PROCESS, Trait.JVM, Trait.CPU, Trait.DATA),
            moved("both", Boundary.TEXT_OR_ARRAYS, Trait.JVM, Trait.DATA));

    assertThat(near)
        .extracting(one -> one.precedent().id())
        .containsExactly("both", "shape", "boundary", "neither");
    assertThat(near)
        .extracting(Resemblance::boundary)
        .containsExactly(Answer.YES, Answer.NO, Answer.YES, Answer.NO);
  }

  /** With as much in common, what crosses otherwise is one difference more. */
  @Test
  void of_the_same_code_the_one_behind_the_same_boundary_is_nearer() {
    assertThat(
            nearest(
                parser(),
                moved("apart", Boundary.PROCESS, Trait.JVM, Trait.CPU, Trait.DATA),
                moved("behind-text", Boundary.TEXT_OR_ARRAYS, Trait.JVM, Trait.CPU, Trait.DATA)))
        .extracting(one -> one.precedent().id())
        .containsExactly("behind-text", "apart");
  }

  @Test
  void without_a_boundary_it_is_not_known_whether_the_same_crosses() {
    Situation unsampled = new Situation().cpuSamples(9000, 1000);

    assertThat(
            Fit.of(
                    unsampled.context(),
                    Answer.YES,
                    Optional.empty(),
                    List.of(moved("any", Boundary.CALLS, Trait.JVM, Trait.TUNED)))
                .precedents())
        .extracting(Resemblance::boundary)
        .containsExactly(Answer.UNKNOWN);
  }

  /**
   * Read off the kinds of what crosses: text is converted, a buffer is read, a list is not flat.
   */
  @ParameterizedTest
  @CsvSource({
    "int, CALLS",
    "java.nio.ByteBuffer, BUFFERS",
    "byte[], TEXT_OR_ARRAYS",
    "java.lang.String, TEXT_OR_ARRAYS",
    "java.util.List<java.lang.Object>, OBJECTS"
  })
  void what_crosses_names_the_boundary(String parameter, Boundary boundary) {
    SourceMethod method = function("parse", 10, 19, "int", parameter);
    Situation situation =
        new Situation()
            .judged(
                hot(List.of(), type(TypeShape.Kind.CLASS, "com.acme.hot.Hot", List.of(), method)))
            .sampled(2000, cpu(PARSING));

    assertThat(Boundaries.of(Seam.of(situation.context()).orElseThrow())).contains(boundary);
  }

  @Test
  void where_no_method_to_cut_at_is_known_there_is_no_boundary() {
    Situation situation =
        new Situation()
            .judged(
                hot(List.of(), type(TypeShape.Kind.CLASS, "com.acme.hot.Hot", List.of(), PARSE)))
            .sampled(2000, cpu(frame("com.acme.hot.Hot", "<init>", 99)));

    assertThat(Boundaries.of(Seam.of(situation.context()).orElseThrow())).isEmpty();
  }
}
