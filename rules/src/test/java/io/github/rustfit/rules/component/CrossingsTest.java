package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.testing.Given.CPU_PERIOD;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stacks and shares counted by hand; the leaf comes first. */
class CrossingsTest {

  private static final SourceFile A =
      file(
          "app",
          "A.java",
          "com.acme.a",
          type("com.acme.a.A", 1, 40, method("run", 2, 20), method("deep", 22, 30)));
  private static final SourceFile B =
      file("app", "B.java", "com.acme.b", type("com.acme.b.B", 1, 20, method("call", 5, 10)));
  private static final List<SourceFile> SOURCES = List.of(A, B);
  private static final Components COMPONENTS = Components.of(SOURCES, List.of());
  private static final Component IN_A = COMPONENTS.ofFile(A).orElseThrow();
  private static final Component IN_B = COMPONENTS.ofFile(B).orElseThrow();

  private static final Frame RUN = frame("com.acme.a.A", "run", 7);
  private static final Frame DEEP = frame("com.acme.a.A", "deep", 25);
  private static final Frame CALL = frame("com.acme.b.B", "call", 6);
  private static final Frame MAP = frame("java.util.HashMap", "computeIfAbsent", 1220);
  private static final Frame THREAD = frame("java.lang.Thread", "run", 840);
  private static final Frame SERVER = frame("org.lib.http.Server", "dispatch", 12);
  private static final Frame NATIVE = frame("", "memcpy", 0);

  private static Attribution of(ProfileSummary profile) {
    return Attribution.of(profile, SOURCES, COMPONENTS);
  }

  private static List<String> entries(Frame... stack) {
    return of(profile(60, samples(10, cpu(stack)))).entryPoints(IN_A).stream()
        .map(CrossingsTest::text)
        .toList();
  }

  private static String text(EntryPoint entry) {
    return entry.caller() + " > " + entry.place().method() + ":" + entry.place().line();
  }

  private static String library(Frame... stack) {
    List<LibraryShare> libraries = of(profile(60, samples(10, cpu(stack)))).libraries(IN_A);
    assertThat(libraries).hasSize(1);
    assertThat(libraries.get(0).share()).isEqualTo(Share.wilson(10, 10));
    return libraries.get(0).name();
  }

  @Test
  void an_entry_point_is_where_another_component_a_library_or_the_jdk_calls_in() {
    assertThat(entries(DEEP, RUN, CALL, THREAD)).containsExactly("com.acme.b.B.call > run:7");
    assertThat(entries(DEEP, RUN, SERVER, CALL))
        .containsExactly("org.lib.http.Server.dispatch > run:7");
    assertThat(entries(MAP, RUN, THREAD)).containsExactly("java.lang.Thread.run > run:7");
    assertThat(entries(RUN, frame("", "start_thread", 0))).containsExactly("start_thread > run:7");
  }

  /** Of 10 samples of the one component 7 end in a's code and 3 in b's, which calls the JDK. */
  @Test
  void samples_are_told_apart_by_the_package_of_their_owner() {
    Components one =
        Components.of(
            SOURCES,
            List.of(new ComponentDefinition("all", "", List.of("com.acme.a", "com.acme.b"), "")));
    Attribution attribution =
        Attribution.of(
            profile(60, samples(7, cpu(RUN, CALL)), samples(3, cpu(MAP, CALL, RUN))), SOURCES, one);

    assertThat(attribution.packages(one.ofFile(A).orElseThrow()))
        .containsExactly(
            new PackageShare("com.acme.a", Share.wilson(7, 10)),
            new PackageShare("com.acme.b", Share.wilson(3, 10)));
  }

  @Test
  void the_root_of_a_stack_has_no_caller() {
    assertThat(entries(DEEP, RUN)).containsExactly(" > run:7");
  }

  @Test
  void callers_that_the_jdk_makes_and_numbers_are_one() {
    Frame one = frame("jdk.internal.reflect.GeneratedMethodAccessor16", "invoke", 0);
    Frame two = frame("jdk.internal.reflect.GeneratedMethodAccessor5", "invoke", 0);
    Attribution attribution = of(profile(60, samples(6, cpu(RUN, one)), samples(4, cpu(RUN, two))));

    assertThat(attribution.entryPoints(IN_A))
        .extracting(entry -> text(entry) + " " + entry.share().value())
        .containsExactly("jdk.internal.reflect.GeneratedMethodAccessor.invoke > run:7 1.0");
    assertThat(entries(RUN, frame("jdk.proxy2.$Proxy31", "run", 0)))
        .containsExactly("jdk.proxy2.$Proxy.run > run:7");
  }

  @Test
  void a_callback_through_the_jdk_or_a_library_does_not_leave_the_component() {
    assertThat(entries(DEEP, MAP, RUN, CALL)).containsExactly("com.acme.b.B.call > run:7");
    assertThat(entries(DEEP, SERVER, RUN, THREAD)).containsExactly("java.lang.Thread.run > run:7");
  }

  @Test
  void after_a_detour_through_another_component_the_innermost_entry_counts() {
    assertThat(entries(DEEP, CALL, RUN, THREAD)).containsExactly("com.acme.b.B.call > deep:25");
    assertThat(entries(CALL, RUN)).isEmpty();
  }

  @Test
  void a_lambda_is_entered_where_it_was_written() {
    Frame spun = frame("com.acme.a.A$$Lambda", "run", 0);
    Frame body = frame("com.acme.a.A", "lambda$run$0", 9);
    assertThat(entries(body, spun, THREAD)).containsExactly("java.lang.Thread.run > run:9");
  }

  /** 60 from B (line 7: 20, line 8: 40), 30 from the thread, 10 without a caller. */
  @Test
  void entry_points_partition_the_components_samples_largest_first() {
    Attribution attribution =
        of(
            profile(
                60,
                samples(20, cpu(RUN, CALL)),
                samples(40, cpu(MAP, frame("com.acme.a.A", "run", 8), CALL)),
                samples(30, cpu(DEEP, THREAD)),
                samples(10, cpu(DEEP)),
                samples(900, cpu(CALL, RUN))));

    assertThat(attribution.entryPoints(IN_A))
        .extracting(entry -> text(entry) + " " + entry.share().value())
        .containsExactly(
            "com.acme.b.B.call > run:8 0.6",
            "java.lang.Thread.run > deep:25 0.3",
            " > deep:25 0.1");
    assertThat(attribution.entryPoints(IN_A).get(0).share()).isEqualTo(Share.wilson(60, 100));
    assertThat(attribution.entryPoints(IN_B)).hasSize(1);
  }

  @Test
  void time_right_below_own_code_is_own_the_jdks_or_native() {
    assertThat(library(RUN)).isEqualTo("own code");
    assertThat(library(RUN, SERVER)).isEqualTo("own code");
    assertThat(library(MAP, RUN)).isEqualTo("JDK");
    assertThat(library(NATIVE, MAP, RUN)).isEqualTo("JDK");
    assertThat(library(NATIVE, NATIVE, RUN)).isEqualTo("native code");
  }

  @Test
  void a_library_owns_the_jdk_and_native_time_below_it_and_of_two_the_leaf_most_counts() {
    Frame other = frame("net.other.codec.Zip", "deflate", 3);
    assertThat(library(NATIVE, MAP, SERVER, MAP, RUN)).isEqualTo("org.lib");
    assertThat(library(MAP, other, SERVER, RUN)).isEqualTo("net.other");
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.regex.Pattern, JDK",
    "jdk.internal.misc.Unsafe, JDK",
    "jdk.proxy2.$Proxy7, JDK",
    "sun.nio.ch.Net, JDK",
    "com.sun.crypto.provider.AESCrypt, JDK",
    "com.sun.org.apache.xerces.internal.impl.XMLScanner, JDK",
    "javax.net.ssl.SSLEngine, JDK",
    "javax.xml.parsers.SAXParser, JDK",
    "javax.xml.bind.JAXB, javax.xml",
    "javax.servlet.http.HttpServlet, javax.servlet",
    "com.sun.jna.Native, com.sun.jna",
    "com.fasterxml.jackson.core.json.UTF8Parser, com.fasterxml.jackson",
    "org.apache.commons.lang3.StringUtils, org.apache.commons",
    "io.netty.buffer.PooledByteBuf, io.netty",
    "org.h2.Driver, org.h2",
    "kotlin.collections.ArrayDeque, kotlin.collections",
    "okio.Buffer, okio",
    "Unpackaged, Unpackaged",
    "javassist.Loader, javassist"
  })
  void a_library_is_named_by_the_root_of_its_packages(String className, String name) {
    assertThat(library(frame(className, "m", 1), RUN)).isEqualTo(name);
  }

  /** Of 100 samples: own 40, JDK 25, com.fasterxml.jackson 10 + 15, native 10. */
  @Test
  void libraries_the_jdk_and_own_code_partition_the_components_samples() {
    Frame core = frame("com.fasterxml.jackson.core.Parser", "next", 1);
    Frame databind = frame("com.fasterxml.jackson.databind.Mapper", "read", 1);
    Attribution attribution =
        of(
            profile(
                60,
                samples(40, cpu(RUN)),
                samples(25, cpu(MAP, RUN)),
                samples(10, cpu(core, databind, RUN)),
                samples(15, cpu(MAP, databind, RUN)),
                samples(10, cpu(NATIVE, RUN)),
                samples(500, cpu(SERVER, CALL))));

    assertThat(attribution.libraries(IN_A))
        .extracting(library -> library.name() + " " + library.share().value())
        .containsExactly(
            "own code 0.4", "JDK 0.25", "com.fasterxml.jackson 0.25", "native code 0.1");
    assertThat(attribution.libraries(IN_A).stream().mapToDouble(one -> one.share().value()).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(attribution.libraries(IN_B))
        .extracting(LibraryShare::name)
        .containsExactly("org.lib");
  }

  /** A waits 3 + 1 ms for sockets, B 4 ms; nobody looked at files. */
  @Test
  void waiting_belongs_to_the_component_that_called() {
    Frame read = frame("java.net.Socket$SocketInputStream", "read", 1099);
    SampleKey first = new SampleKey(SampleKind.SOCKET, List.of(read, RUN), "");
    SampleKey second = new SampleKey(SampleKind.SOCKET, List.of(read, CALL), "");
    Attribution attribution =
        of(
            profile(
                60,
                Map.of(first, Weight.of(3_000_000).merge(Weight.of(1_000_000))),
                Map.of(second, Weight.of(4_000_000)),
                samples(1, cpu(RUN))));

    assertThat(attribution.recorded(IN_A, SampleKind.SOCKET))
        .contains(new Recorded(SampleKind.SOCKET, 2, 4_000_000, 0.5));
    assertThat(attribution.recorded(IN_A, SampleKind.FILE)).isEmpty();
    assertThat(attribution.owned(IN_A, SampleKind.CPU).amount()).isEqualTo(CPU_PERIOD);
  }
}
