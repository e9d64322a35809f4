package io.github.rustfit.readers.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.stacks.JvmThreads;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A small recording of each kind, against what the JDK's {@code jfr} tool and async-profiler's
 * converter print of it ({@code src/test/resources/recordings/README.md}).
 */
class SameAsOtherToolsTest {

  private static final String ALLOCATION = "jdk.ObjectAllocationSample";

  /** Events by what they are samples of. */
  private static final Map<SampleKind, List<String>> EVENTS =
      Map.ofEntries(
          Map.entry(SampleKind.CPU, List.of("jdk.ExecutionSample", "jdk.CPUTimeSample")),
          Map.entry(SampleKind.NATIVE, List.of("jdk.NativeMethodSample")),
          Map.entry(SampleKind.WALL, List.of("profiler.WallClockSample")),
          Map.entry(
              SampleKind.ALLOCATION,
              List.of(
                  ALLOCATION, "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB")),
          Map.entry(SampleKind.LIVE, List.of("jdk.OldObjectSample", "profiler.LiveObject")),
          Map.entry(SampleKind.LOCK, List.of("jdk.JavaMonitorEnter")),
          Map.entry(SampleKind.PARK, List.of("jdk.ThreadPark")),
          Map.entry(SampleKind.SOCKET, List.of("jdk.SocketRead", "jdk.SocketWrite")),
          Map.entry(SampleKind.FILE, List.of("jdk.FileRead", "jdk.FileWrite")),
          Map.entry(SampleKind.EXCEPTION, List.of("jdk.JavaExceptionThrow")),
          Map.entry(SampleKind.NATIVE_MEMORY, List.of("profiler.Malloc")));

  /** Events that see the same thing: where there is the first, the second adds nothing. */
  private static final Map<String, String> INSTEAD_OF =
      Map.of(
          "jdk.CPUTimeSample", "jdk.ExecutionSample",
          "jdk.ObjectAllocationInNewTLAB", ALLOCATION,
          "profiler.LiveObject", "jdk.OldObjectSample");

  static Stream<String> recordings() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(Expected.folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jfr.gz"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static ProfileSummary read(String file) {
    InputReaders readers = InputReaders.load(SameAsOtherToolsTest.class.getClassLoader());
    Evidence evidence =
        new Inputs(Expected.folder(), readers.readers()).read(List.of(file)).evidence();
    assertThat(evidence.inputs()).extracting(Input::status).containsExactly(Input.Status.READ);
    return evidence.profile();
  }

  private static Expected expected(String file) {
    return Expected.of(file.replaceFirst("\\.gz$", ""));
  }

  /** Those of the recording's events of a kind that are not stood in for. */
  private static List<String> believed(Expected expected, SampleKind kind) {
    return EVENTS.get(kind).stream()
        .filter(expected.events()::contains)
        .filter(
            event ->
                INSTEAD_OF.entrySet().stream()
                    .noneMatch(
                        pair ->
                            pair.getValue().equals(event)
                                && expected.events().contains(pair.getKey())))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void counts_and_weights_of_each_kind(String file) {
    Expected expected = expected(file);
    ProfileSummary profile = read(file);
    assertThat(expected.rows()).isNotEmpty();
    EVENTS
        .keySet()
        .forEach(
            kind -> {
              long samples = 0;
              long amount = 0;
              for (String event : believed(expected, kind)) {
                samples += samples(expected, event);
                amount += amount(expected, event);
              }
              Weight total = total(profile, kind);
              assertThat(total.samples()).as("samples of %s", kind).isEqualTo(samples);
              assertThat(total.amount()).as("amount of %s", kind).isEqualTo(amount);
            });
  }

  /** Other tools do not tell the JVM's own threads from those of the application. */
  private static Weight total(ProfileSummary profile, SampleKind kind) {
    Weight total = profile.total(kind);
    return kind == SampleKind.CPU
        ? JvmThreads.KINDS.stream().map(profile::total).reduce(total, Weight::merge)
        : total;
  }

  private static long samples(Expected expected, String event) {
    return switch (event) {
      case ALLOCATION -> expected.value("keptcount", event);
      // An event stands for as many samples as it says.
      case "profiler.WallClockSample" -> expected.value("sum", event);
      default -> expected.value("count", event);
    };
  }

  private static long amount(Expected expected, String event) {
    return switch (event) {
      case ALLOCATION -> expected.value("keptsum", event);
      case "jdk.ExecutionSample", "jdk.NativeMethodSample", "profiler.WallClockSample" ->
          samples(expected, event) * expected.value("period", event);
      default -> expected.value("sum", event);
    };
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void top_methods_of_each_kind(String file) {
    Expected expected = expected(file);
    ProfileSummary profile = read(file);
    EVENTS
        .keySet()
        .forEach(
            kind -> {
              Map<String, Long> methods = new TreeMap<>();
              for (String event : believed(expected, kind)) {
                expected
                    .values("method", event)
                    .forEach((name, n) -> methods.merge(name, n, Long::sum));
              }
              assertThat(ownMethods(profile, kind)).as("methods of %s", kind).isEqualTo(methods);
            });
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void bytes_and_waits_by_class(String file) {
    Expected expected = expected(file);
    ProfileSummary profile = read(file);
    for (SampleKind kind :
        List.of(
            SampleKind.ALLOCATION,
            SampleKind.LIVE,
            SampleKind.LOCK,
            SampleKind.PARK,
            SampleKind.EXCEPTION)) {
      Map<String, Long> classes = new TreeMap<>();
      for (String event : believed(expected, kind)) {
        expected
            .values(event.equals(ALLOCATION) ? "keptclass" : "class", event)
            .forEach((name, n) -> classes.merge(name, n, Long::sum));
      }
      assertThat(byType(profile, kind, Weight::amount))
          .as("classes of %s", kind)
          .isEqualTo(withoutHidden(classes));
    }
  }

  /** Only these count the whole life of their JVM, as {@code jfr view} does; see decision 6. */
  @ParameterizedTest
  @CsvSource({"jdk17-profile.jfr.gz", "jdk25-default.jfr.gz"})
  void shares_of_allocation_are_those_of_jfr_view(String file) {
    ProfileSummary profile = read(file);
    Map<String, Long> bytes = byType(profile, SampleKind.ALLOCATION, Weight::amount);
    Map<String, Double> percentages = expected(file).percentages();
    assertThat(percentages).containsKeys("byte[]", "demo.Demo$Garbage$Point");
    withoutHidden(percentages)
        .forEach(
            (type, percent) ->
                assertThat(100.0 * bytes.get(type) / profile.total(SampleKind.ALLOCATION).amount())
                    .as(type)
                    .isCloseTo(percent, within(0.00501)));
  }

  @ParameterizedTest
  @CsvSource({
    "async-cpu.jfr, CPU, jdk.ExecutionSample",
    "async-jfrsync.jfr, CPU, jdk.ExecutionSample",
    "async-multi.jfr, CPU, jdk.ExecutionSample",
    "async-wall.jfr, WALL, profiler.WallClockSample",
    "async-multi.jfr, WALL, profiler.WallClockSample",
    "async-alloc.jfr, ALLOCATION, jdk.ObjectAllocationInNewTLAB",
    "async-jfrsync.jfr, ALLOCATION, jdk.ObjectAllocationInNewTLAB",
    "async-multi.jfr, ALLOCATION, jdk.ObjectAllocationInNewTLAB",
    "async-live.jfr, LIVE, profiler.LiveObject",
    "async-multi.jfr, LIVE, profiler.LiveObject",
    "async-lock.jfr, LOCK, jdk.JavaMonitorEnter",
    "async-nativemem.jfr, NATIVE_MEMORY, profiler.Malloc",
    "async-multi.jfr, NATIVE_MEMORY, profiler.Malloc",
    "async-cpu-annotated.collapsed, CPU, jdk.ExecutionSample",
    "async-cpu-lines.collapsed, CPU, jdk.ExecutionSample",
    "async-alloc.collapsed, ALLOCATION, jdk.ObjectAllocationInNewTLAB"
  })
  void stacks_are_those_of_the_converter(String recording, SampleKind kind, String event) {
    Expected expected = Expected.of(recording);
    ProfileSummary profile = read(recording + ".gz");
    assertThat(total(profile, kind).samples()).isEqualTo(expected.value("stacks", event));
    Map<String, Long> classes = expected.values("leafclass", event);
    if (classes.isEmpty()) {
      assertThat(ownMethods(profile, kind)).isEqualTo(expected.values("leafmethod", event));
    } else {
      assertThat(byType(profile, kind, Weight::samples)).isEqualTo(withoutHidden(classes));
    }
    if (List.of(SampleKind.ALLOCATION, SampleKind.LIVE, SampleKind.LOCK, SampleKind.NATIVE_MEMORY)
            .contains(kind)
        && recording.endsWith(".jfr")) {
      assertThat(profile.total(kind).amount()).isEqualTo(expected.value("total", event));
    }
  }

  @Test
  void profiles_of_pprof_are_those_of_the_recording_they_were_made_of() {
    Expected cpu = Expected.of("async-cpu.jfr");
    ProfileSummary cpuProfile = read("async-cpu.pprof.gz");
    assertThat(total(cpuProfile, SampleKind.CPU).samples())
        .isEqualTo(cpu.value("stacks", "jdk.ExecutionSample"));
    assertThat(ownMethods(cpuProfile, SampleKind.CPU))
        .isEqualTo(cpu.values("leafmethod", "jdk.ExecutionSample"));
    Expected allocation = Expected.of("async-alloc.jfr");
    ProfileSummary allocationProfile = read("async-alloc.pprof.gz");
    assertThat(allocationProfile.total(SampleKind.ALLOCATION).amount())
        .isEqualTo(allocation.value("total", "jdk.ObjectAllocationInNewTLAB"));
    assertThat(byType(allocationProfile, SampleKind.ALLOCATION, Weight::amount))
        .isEqualTo(withoutHidden(allocation.values("class", "jdk.ObjectAllocationInNewTLAB")));
  }

  @Test
  void the_lines_of_collapsed_stacks_are_those_of_the_recording() {
    assertThat(lines(read("async-cpu-lines.collapsed.gz")))
        .isNotEmpty()
        .isEqualTo(lines(read("async-cpu.jfr.gz")));
  }

  private static Map<String, Long> lines(ProfileSummary profile) {
    Map<String, Long> lines = new TreeMap<>();
    profile
        .samples()
        .forEach(
            (key, weight) -> {
              for (Frame frame : key.stack()) {
                if (key.kind() == SampleKind.CPU && frame.className().startsWith("demo.")) {
                  lines.merge(
                      frame.className() + "." + frame.method() + ":" + frame.line(),
                      weight.samples(),
                      Long::sum);
                }
              }
            });
    return lines;
  }

  /** Samples by leaf, where that is the demo's own code and has a name of its own. */
  private static Map<String, Long> ownMethods(ProfileSummary profile, SampleKind kind) {
    Map<String, Long> methods = new TreeMap<>();
    profile
        .samples()
        .forEach(
            (key, weight) -> {
              if (key.kind() == kind && !key.stack().isEmpty()) {
                Frame leaf = key.stack().get(0);
                if (leaf.className().startsWith("demo.") && !hidden(leaf.className())) {
                  methods.merge(
                      leaf.className() + "." + leaf.method(), weight.samples(), Long::sum);
                }
              }
            });
    return methods;
  }

  private static Map<String, Long> byType(
      ProfileSummary profile, SampleKind kind, ToLongFunction<Weight> of) {
    Map<String, Long> types = new TreeMap<>();
    for (Map.Entry<SampleKey, Weight> sample : profile.samples().entrySet()) {
      String type = sample.getKey().type();
      if (sample.getKey().kind() == kind && !type.isEmpty()) {
        types.merge(type, of.applyAsLong(sample.getValue()), Long::sum);
      }
    }
    return withoutHidden(types);
  }

  /** Without classes whose names differ from run to run. */
  private static <T> Map<String, T> withoutHidden(Map<String, T> classes) {
    Map<String, T> named = new TreeMap<>(classes);
    named.keySet().removeIf(SameAsOtherToolsTest::hidden);
    return named;
  }

  private static boolean hidden(String type) {
    return type.contains("Lambda");
  }
}
