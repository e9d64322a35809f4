package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Frames of one file, laid out by hand:
 *
 * <pre>
 *  1 class Cache {
 *  2   private final Map map = new HashMap();   // in every constructor
 *  4   Cache() {                                // to line 6
 *  8   Object get(Object key) {                 // to line 14, with a lambda and an anonymous class
 * 16   void put() {}                            // to line 18
 * 20   class Entry {                            // to line 30
 * 22     int size() {                           // to line 24
 * 32   record Key(int id) {                     // to line 34
 * 36   enum Mode { A, B }                       // to line 38
 * 40 }
 * </pre>
 */
class SourceMappingTest {

  private static final String CACHE = "com.acme.Cache";

  private static final SourceFile SOURCE =
      file(
          "app",
          "src/main/java/com/acme/Cache.java",
          "com.acme",
          type(
              CACHE,
              1,
              40,
              method("<init>", 2, 2),
              method("<init>", 4, 6),
              method("get", 8, 14),
              method("put", 16, 18)),
          type(CACHE + "$Entry", 20, 30, method("size", 22, 24)),
          type(CACHE + "$Key", 32, 34),
          type(CACHE + "$Mode", 36, 38));

  private static Place place(String className, String method, int line) {
    return place(frame(className, method, line));
  }

  private static Place place(Frame... stack) {
    List<SourceFile> sources = List.of(SOURCE);
    Components components = Components.of(sources, List.of());
    Component only = components.all().iterator().next();
    Attribution attribution =
        Attribution.of(profile(60, samples(10, cpu(stack))), sources, components);
    assertThat(attribution.hotMethods(only)).as("who owns %s", List.of(stack)).hasSize(1);
    return attribution.hotMethods(only).get(0).place();
  }

  @ParameterizedTest(name = "{0}.{1}:{2} is {3}.{4}")
  @CsvSource({
    "com.acme.Cache, get, 9, Cache, get",
    "com.acme.Cache, lambda$get$0, 10, Cache, get",
    "com.acme.Cache$1, run, 12, Cache, get",
    "com.acme.Cache$1Local, run, 12, Cache, get",
    "com.acme.Cache$$Lambda$14/0x0000000800c03000, apply, 10, Cache, get",
    "com.acme.Cache$$Lambda/0x00007f1c.1234, apply, 10, Cache, get",
    "com.acme.Cache$Entry, size, 23, Cache$Entry, size",
    "com.acme.Cache$Entry$1, run, 23, Cache$Entry, size",
    "com.acme.Cache, access$100, 17, Cache, put",
    "com.acme.Cache, access$000, 1, Cache, access$000",
    "com.acme.Cache, <init>, 2, Cache, <init>",
    "com.acme.Cache, <init>, 5, Cache, <init>",
    "com.acme.Cache, <init>, 1, Cache, <init>",
    "com.acme.Cache$Key, id, 32, Cache$Key, id",
    "com.acme.Cache$Key, hashCode, 32, Cache$Key, hashCode",
    "com.acme.Cache$Mode, values, 36, Cache$Mode, values",
    "com.acme.Cache$Mode, <clinit>, 37, Cache$Mode, <clinit>"
  })
  void a_frame_leads_to_the_written_method_and_its_line(
      String className, String method, int line, String type, String written) {
    Place place = place(className, method, line);

    assertThat(place).isEqualTo(new Place("com.acme." + type, written, SOURCE.path(), line, true));
  }

  @ParameterizedTest(name = "{0}.{1} without a line is {2}.{3}:{4}")
  @CsvSource({
    "com.acme.Cache, put, Cache, put, 16",
    "com.acme.Cache, <init>, Cache, <init>, 2",
    "com.acme.Cache, lambda$get$0, Cache, get, 8",
    "com.acme.Cache, lambda$new$1, Cache, <init>, 2",
    "com.acme.Cache$$SpringCGLIB$$0, get, Cache, get, 8",
    "com.acme.Cache$Entry, size, Cache$Entry, size, 22"
  })
  void without_a_line_the_methods_first_line_stands(
      String className, String method, String type, String written, int line) {
    assertThat(place(className, method, 0))
        .isEqualTo(new Place("com.acme." + type, written, SOURCE.path(), line, true));
  }

  @ParameterizedTest(name = "{0}.{1}:{2} is code of another version")
  @CsvSource({
    "com.acme.Cache, get, 17",
    "com.acme.Cache, get, 99",
    "com.acme.Cache, get, 23",
    "com.acme.Cache, gone, 9",
    "com.acme.Cache, gone, 0",
    "com.acme.Cache$1, get, 0",
    "com.acme.Cache$$Lambda$14/0x0000000800c03000, get, 0"
  })
  void a_frame_that_does_not_fit_keeps_its_name_and_loses_its_line(
      String className, String method, int line) {
    assertThat(place(className, method, line))
        .isEqualTo(new Place(CACHE, method, SOURCE.path(), 0, false));
  }

  @Test
  void code_spun_for_a_method_reference_belongs_to_the_line_that_wrote_it() {
    // HotSpot gives the class it spins for this::put a hidden frame without a line
    Place place =
        place(
            frame(CACHE + "$$Lambda", "accept", 0),
            frame("java.util.ArrayList", "forEach", 1511),
            frame(CACHE, "get", 9));
    assertThat(place.method()).isEqualTo("get");
    assertThat(place.line()).isEqualTo(9);
    assertThat(place.resolved()).isTrue();
  }

  @Test
  void code_spun_for_a_lambda_that_ran_elsewhere_stays_with_its_class_and_without_a_line() {
    Place place =
        place(
            frame(CACHE + "$$Lambda", "run", 0),
            frame("java.util.concurrent.ThreadPoolExecutor", "runWorker", 1136));
    assertThat(place.className()).isEqualTo(CACHE);
    assertThat(place.line()).isZero();
    assertThat(place.resolved()).isFalse();
  }

  /** Owned by the component, under its own names, with no place in a Java file. */
  @ParameterizedTest(name = "{0}.{1}:{2} has no Java source")
  @CsvSource({
    "com.acme.CacheKt, get, 9",
    "com.acme.CacheKt$load$1, invokeSuspend, 9",
    "com.acme.Store$Companion, of, 9",
    "com.acme.Store, get-abc123, 0",
    "com.acme.Store$$anonfun$1, apply, 9",
    "com.acme.Store$$anonfun$$lessinit$greater$1, apply$mcV$sp, 9",
    "com.acme.Store$, MODULE$, 9",
    "com.acme.Store$, $anonfun$get$1, 0",
    "com.acme.Store$delayedInit$body, apply, 9",
    "com.acme.package$, get, 9"
  })
  void kotlin_and_scala_frames_stay_in_the_component_by_their_package(
      String className, String method, int line) {
    assertThat(place(className, method, line))
        .isEqualTo(new Place(className, method, "", 0, false));
  }

  /**
   * As after a class was ported: the recording knows the Kotlin or Scala one, the source Java's.
   */
  @ParameterizedTest(name = "{0}.{1}:{2} is not the Java code at that line")
  @CsvSource({
    "com.acme.Cache$, get, 9",
    "com.acme.Cache$, put, 0",
    "com.acme.Cache$Companion, get, 9",
    "com.acme.Cache$Companion, get, 0",
    "com.acme.Cache$$anonfun$1, apply, 9",
    "com.acme.Cache$$anonfun$get$1, apply, 9",
    "com.acme.Cache$DefaultImpls, get, 0",
    "com.acme.Cache$WhenMappings, <clinit>, 9"
  })
  void companions_of_a_java_class_have_no_line_in_it(String className, String method, int line) {
    Place place = place(className, method, line);
    assertThat(place.resolved()).isFalse();
    assertThat(place.line()).isZero();
  }
}
