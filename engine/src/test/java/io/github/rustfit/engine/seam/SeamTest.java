package io.github.rustfit.engine.seam;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static io.github.rustfit.rules.testing.Signed.function;
import static io.github.rustfit.rules.testing.Signed.hot;
import static io.github.rustfit.rules.testing.Signed.method;
import static io.github.rustfit.rules.testing.Signed.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import io.github.rustfit.rules.evidence.source.TypeShape.Kind;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures by hand from {@code boundary_share} of cost_model.py, the project's oracle. */
class SeamTest {

  private static final String HOT = "com.acme.hot.Hot";
  private static final Frame MIX = frame(HOT, "mix", 12);
  private static final Frame WORK = frame(HOT, "work", 22);
  private static final Frame POOL = frame("java.lang.Thread", "run", 1583);

  private static final SourceMethod MIXING = function("mix", 10, 19, "long", "long", "int");

  private static SourceFile file(SourceMethod... methods) {
    return hot(List.of(), type(Kind.CLASS, HOT, List.of(), methods));
  }

  private static Situation busy(SourceFile file) {
    return new Situation()
        .judged(file)
        .recording(
            recording ->
                processCpu(
                    recording,
                    new Tally(4 * 600 * SECOND, 600 * SECOND),
                    new Tally(0, 600 * SECOND)));
  }

  private static Seam of(Situation situation) {
    return Seam.of(situation.context()).orElseThrow();
  }

  private static List<String> names(Seam seam) {
    return seam.entries().stream().map(Entry::text).toList();
  }

  @Test
  void half_of_four_busy_cores_pays_for_four_million_calls() {
    Seam seam =
        of(
            busy(file(MIXING))
                .sampled(1000, cpu(MIX, Situation.IN_REST))
                .sampled(1000, cpu(Situation.IN_REST)));

    assertThat(names(seam)).containsExactly("Hot.mix(long, int)");
    assertThat(seam.shape()).isEqualTo(EntryShape.FFI_KERNEL);
    assertThat(seam.webAssembly()).isTrue();
    assertThat(seam.covered()).isEqualTo(1);
    assertThat(seam.against()).isEmpty();
    // 0.5 of the CPU, 1.5 times as fast: 1/6 goes; boundary_share(4444444, 15, 0, 10, 4) = 1/60
    Budget budget = seam.budget().orElseThrow();
    assertThat(budget.savedCores()).isCloseTo(4 / 6.0, within(1e-9));
    assertThat(budget.nanosPerCrossing()).hasValue(15);
    assertThat(budget.crossingsPerSecond().orElseThrow()).isCloseTo(4_444_444, within(1.0));
    assertThat(budget.bytesPerSecond()).isEmpty();
    assertThat(budget.crossingsPerRequest()).isEmpty();
    assertThat(budget.text())
        .isEqualTo(
            "Up to 4,444,444 crossings/s of 15 ns pay. That is 10.0 % of the 0.667 cores that a"
                + " native part would save if its code became 1.50× as fast.");
  }

  @Test
  void a_declared_rate_says_how_often_a_request_may_cross() {
    Seam seam =
        of(
            busy(file(MIXING))
                .serviceLevel(rate(10_000))
                .sampled(1000, cpu(MIX))
                .sampled(1000, cpu(Situation.IN_REST)));

    assertThat(seam.budget().orElseThrow().crossingsPerRequest().orElseThrow())
        .isCloseTo(444.44, within(0.01));
    assertThat(seam.budget().orElseThrow().kept()).isTrue();
    assertThat(seam.budget().orElseThrow().exceeded()).isFalse();
    // 0.1 × 2/3 cores over 10,000 requests: 6.67 µs
    assertThat(seam.budget().orElseThrow().nanosPerRequest().orElseThrow())
        .isCloseTo(6666.7, within(0.1));
  }

  @Test
  void without_the_cpu_time_of_the_process_there_is_no_budget() {
    Seam seam = of(new Situation().judged(file(MIXING)).sampled(2000, cpu(MIX)));
    assertThat(names(seam)).containsExactly("Hot.mix(long, int)");
    assertThat(seam.budget()).isEmpty();
  }

  @Test
  void what_takes_little_or_was_sampled_too_seldom_has_no_boundary() {
    assertThat(Seam.of(busy(file(MIXING)).sampled(999, cpu(MIX)).context())).isEmpty();
    assertThat(
            Seam.of(
                busy(file(MIXING))
                    .sampled(100, cpu(MIX))
                    .sampled(9900, cpu(Situation.IN_REST))
                    .context()))
        .isEmpty();
  }

  @Test
  void a_flat_kernel_inside_is_preferred_to_an_entry_that_takes_objects() {
    SourceMethod work = function("work", 20, 29, "void", "java.util.List<java.lang.Object>");
    Seam seam = of(busy(file(MIXING, work)).sampled(1200, cpu(MIX, WORK)).sampled(800, cpu(WORK)));

    assertThat(names(seam)).containsExactly("Hot.mix(long, int)");
    assertThat(seam.covered()).isCloseTo(0.6, within(1e-9));
    assertThat(seam.entries().get(0).inner()).isEqualTo(1);
    assertThat(seam.against())
        .containsExactly(
            "Hot.mix(long, int) is called by the component itself, so a loop around it crosses in"
                + " each turn.",
            "40.0 % of the component's CPU stays outside of the boundary in Java.");
  }

  @Test
  void a_kernel_with_less_than_half_is_not() {
    SourceMethod work = function("work", 20, 29, "void", "java.util.List<java.lang.Object>");
    Seam seam =
        of(
            busy(file(MIXING, work))
                .serviceLevel(rate(10_000))
                .sampled(900, cpu(MIX, WORK))
                .sampled(1100, cpu(WORK)));

    assertThat(names(seam)).containsExactly("Hot.work(List<Object>)");
    assertThat(seam.ease()).isEqualTo(Ease.SERIALIZED);
    assertThat(seam.shape()).isEqualTo(EntryShape.SIDECAR);
    // 0.1 × 4/3 cores over 10,000 requests
    assertThat(seam.against())
        .containsExactly(
            "Hot.work(List<Object>) must be serialized first: parameter List<Object> (collection).",
            "At the declared 10,000 requests/s, crossing and serializing may take 13.33 µs of CPU"
                + " for each.");
    assertThat(seam.budget().orElseThrow().crossingsPerSecond()).isEmpty();
  }

  @Test
  void an_outer_entry_is_preferred_when_it_is_flat_itself() {
    SourceMethod work = function("work", 20, 29, "int", "byte[]");
    Seam seam = of(busy(file(MIXING, work)).sampled(2000, cpu(MIX, MIX, WORK, POOL)));
    assertThat(names(seam)).containsExactly("Hot.work(byte[])");
    assertThat(seam.entries().get(0).crossing().nanos()).hasValue(75);
  }

  @Test
  void overloads_are_told_apart_by_line() {
    SourceMethod other = function("mix", 30, 39, "void", "java.util.List");
    Seam seam = of(busy(file(MIXING, other)).sampled(2000, cpu(frame(HOT, "mix", 35))));
    assertThat(names(seam)).containsExactly("Hot.mix(List)");
  }

  @Test
  void calls_to_other_components_bind_it_to_the_jvm() {
    Seam seam =
        of(busy(file(MIXING)).sampled(1900, cpu(MIX)).sampled(100, cpu(Situation.IN_REST, MIX)));

    assertThat(seam.ease()).isEqualTo(Ease.BOUND);
    assertThat(seam.against())
        .containsExactly(
            "5.0 % of the CPU below Hot.mix(long, int) belongs to other components; each call back"
                + " into Java costs 90 ns.");
  }

  @Test
  void what_runs_in_its_own_thread_is_a_service_and_in_its_own_main_a_program() {
    SourceMethod run = method(0, "run", 20, 29, "void");
    Seam seam = of(busy(file(run)).sampled(2000, cpu(frame(HOT, "run", 22), POOL)));
    assertThat(seam.shape()).isEqualTo(EntryShape.SERVICE);
    assertThat(seam.against())
        .containsExactly("Hot.run() is the body of a thread or program, not a call to cut at.");

    SourceMethod main = function("main", 20, 29, "void", "java.lang.String[]");
    Situation program = busy(file(main)).sampled(2000, cpu(frame(HOT, "main", 22)));
    assertThat(of(program).shape()).isEqualTo(EntryShape.CLI);
    assertThat(of(program.imports("java.net.Socket")).shape()).isEqualTo(EntryShape.SERVICE);
  }

  @Test
  void lambdas_constructors_and_code_without_source_are_no_places_to_cut() {
    SourceMethod made = method(0, "<init>", 20, 29, "void");
    Seam seam =
        of(
            busy(file(MIXING, made))
                .sampled(1000, cpu(frame(HOT, "lambda$mix$0", 12)))
                .sampled(1000, cpu(frame(HOT, "<init>", 22))));
    assertThat(seam.entries()).isEmpty();
    assertThat(seam.text())
        .isEqualTo("No method that was sampled fits the source, so no boundary can be named.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int | PRIMITIVE | 15",
        "java.lang.Long | PRIMITIVE | 15",
        "com.acme.hot.Color | PRIMITIVE | 15",
        "byte[] | ARRAY | 75",
        "java.nio.ByteBuffer | BUFFER | 15",
        "java.lang.foreign.MemorySegment | BUFFER | 15",
        "java.lang.String | TEXT | 115",
        "com.acme.hot.Key | VALUE | 115",
        "java.util.Optional<com.acme.hot.Key> | VALUE | 115",
        "byte[][] | ARRAY |",
        "double[][][] | ARRAY |",
        "java.lang.String[][] | COLLECTION |",
        "java.util.Map<java.lang.Long,int[]> | COLLECTION |",
        "java.util.Optional<com.acme.hot.Node> | OBJECTS |",
        "com.acme.hot.Node | OBJECTS |",
        "com.acme.hot.Loop | OBJECTS |",
        "java.util.function.LongUnaryOperator | CALLBACK |",
        "java.util.stream.Stream<com.acme.hot.Key> | CALLBACK |",
        "java.io.InputStream | STREAM |",
        "java.sql.Connection | OPAQUE |",
        "io.netty.buffer.ByteBuf | OPAQUE |",
        "Nowhere | UNKNOWN |",
        "HashMap | COLLECTION |",
        "Key | VALUE | 115",
      })
  void parameters_cross_by_type(
      String type, io.github.rustfit.engine.seam.Kind kind, Double nanos) {
    SourceFile file =
        hot(
            List.of("java.util.*"),
            type(Kind.CLASS, HOT, List.of(), function("mix", 10, 19, "void", type)),
            type(Kind.ENUM, "com.acme.hot.Color", List.of()),
            type(Kind.RECORD, "com.acme.hot.Key", List.of("long", "java.lang.String")),
            type(Kind.RECORD, "com.acme.hot.Loop", List.of("com.acme.hot.Loop")),
            type(Kind.CLASS, "com.acme.hot.Node", List.of("int")));
    Crossing crossing = of(busy(file).sampled(2000, cpu(MIX))).entries().get(0).crossing();

    assertThat(crossing.parts().get(0).kind()).isEqualTo(kind);
    assertThat(crossing.nanos())
        .isEqualTo(nanos == null ? OptionalDouble.empty() : OptionalDouble.of(nanos));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLASS | int | STATE",
        "CLASS | java.io.DataInputStream | STREAM",
        "CLASS | java.util.function.Function<int[],int[]> | CALLBACK",
        "RECORD | int | VALUE",
        "RECORD | java.util.List<java.lang.Integer> | OBJECTS",
        "INTERFACE | int | OBJECTS",
      })
  void the_object_crosses_by_its_state(
      Kind kind, String state, io.github.rustfit.engine.seam.Kind expected) {
    SourceFile file =
        hot(List.of(), type(kind, HOT, List.of(state), method(0, "mix", 10, 19, "int")));
    Crossing crossing = of(busy(file).sampled(2000, cpu(MIX))).entries().get(0).crossing();
    assertThat(crossing.parts().get(0).role()).isEqualTo(Part.OBJECT);
    assertThat(crossing.parts().get(0).kind()).isEqualTo(expected);
  }

  /** As in a filter around a caller's stream: the field is the JDK's superclass's. */
  @Test
  void a_stream_that_is_inherited_crosses_too() {
    SourceType filter = type(Kind.CLASS, HOT, List.of(), method(0, "mix", 10, 19, "int"));
    for (String above : List.of("java.io.FilterOutputStream", "com.acme.hot.Base")) {
      SourceFile file =
          hot(
              List.of(),
              extending(filter, above),
              type(Kind.CLASS, "com.acme.hot.Base", List.of("java.io.OutputStream")));
      Crossing crossing = of(busy(file).sampled(2000, cpu(MIX))).entries().get(0).crossing();
      assertThat(crossing.parts().get(0).kind())
          .as(above)
          .isEqualTo(io.github.rustfit.engine.seam.Kind.STREAM);
    }
  }

  private static SourceType extending(SourceType type, String above) {
    TypeShape shape = type.shape().orElseThrow();
    return new SourceType(
        type.binaryName(),
        type.firstLine(),
        type.lastLine(),
        type.methods(),
        Optional.of(new TypeShape(shape.kind(), above, shape.interfaces(), shape.fields())));
  }

  @ParameterizedTest
  @CsvSource({
    "java.nio.channels.FileChannel, false",
    "java.net.URI, false",
    "java.net.UnknownHostException, false",
    "java.net.ServerSocket, true",
    "java.nio.channels.AsynchronousServerSocketChannel, true",
    "java.nio.channels.Selector, true",
    "java.net.http.HttpClient, true",
    "io.netty.channel.Channel, true"
  })
  void a_file_channel_is_no_network(String imported, boolean network) {
    assertThat(Isolation.network(new TreeSet<>(Set.of(imported)))).isEqualTo(network);
  }

  @Test
  void nested_types_keep_the_name_of_the_one_around_them() {
    assertThat(
            new Part(
                    Part.PARAMETER,
                    "java.util.List<kernels.invoice.core.Invoices.Line>",
                    io.github.rustfit.engine.seam.Kind.COLLECTION,
                    0,
                    0)
                .shortType())
        .isEqualTo("List<Invoices.Line>");
  }

  @Test
  void several_results_come_back_through_memory() {
    SourceFile file =
        hot(
            List.of(),
            type(Kind.CLASS, HOT, List.of(), function("mix", 10, 19, "com.acme.hot.Key", "long")),
            type(Kind.RECORD, "com.acme.hot.Key", List.of("long", "long")));
    Seam seam = of(busy(file).sampled(2000, cpu(MIX)));
    // a call of 15 ns and a block of 60 ns; 0.1 × 4/3 cores at 10 GB/s
    assertThat(seam.entries().get(0).crossing().nanos()).hasValue(75);
    assertThat(seam.budget().orElseThrow().bytesPerSecond().orElseThrow())
        .isCloseTo(4 / 30.0 * 10e9, within(1.0));
  }

  @Test
  void records_that_hold_records_by_the_thousand_are_looked_into_once() {
    List<String> fields = java.util.Collections.nCopies(200, "com.acme.hot.B");
    SourceFile file =
        hot(
            List.of(),
            type(Kind.CLASS, HOT, List.of(), function("mix", 10, 19, "void", "com.acme.hot.A")),
            type(Kind.RECORD, "com.acme.hot.A", fields),
            type(
                Kind.RECORD,
                "com.acme.hot.B",
                java.util.Collections.nCopies(200, "com.acme.hot.C")),
            type(
                Kind.RECORD,
                "com.acme.hot.C",
                java.util.Collections.nCopies(200, "com.acme.hot.D")),
            type(Kind.RECORD, "com.acme.hot.D", java.util.Collections.nCopies(200, "long")));
    Crossing crossing = of(busy(file).sampled(2000, cpu(MIX))).entries().get(0).crossing();
    assertThat(crossing.ease()).isEqualTo(Ease.FLAT);
  }

  static ServiceLevel rate(double requestsPerSecond) {
    return new ServiceLevel(
        99,
        25,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        1,
        OptionalDouble.of(requestsPerSecond));
  }
}
