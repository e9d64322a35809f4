package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Signed.function;
import static io.github.rustfit.rules.testing.Signed.hot;
import static io.github.rustfit.rules.testing.Signed.method;
import static io.github.rustfit.rules.testing.Signed.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader of the stack, and of the source below, would say that a sample does. */
class WorksTest {

  private static final SourceFile SOURCE =
      hot(
          List.of(),
          type(
              TypeShape.Kind.CLASS,
              "com.acme.hot.Blur",
              List.of("float[]"),
              method(0, "row", 2, 9, "void", "int"),
              function("line", 11, 19, "int", "byte[]", "int"),
              function("name", 21, 29, "int", "java.lang.String"),
              function("walk", 31, 39, "int", "com.acme.hot.Node"),
              function("merge", 41, 49, "int", "java.util.List<java.lang.Integer>")),
          type(
              TypeShape.Kind.CLASS,
              "com.acme.hot.Node",
              List.of("com.acme.hot.Node", "int"),
              method(0, "depth", 102, 109, "int"),
              method(0, "compareTo", 111, 119, "int", "com.acme.hot.Node")));

  private static Map<Work, Long> work(SampleKey allocated, Frame... stack) {
    List<SourceFile> sources = List.of(SOURCE);
    Components components = Components.of(sources, List.of());
    Attribution attribution =
        Attribution.of(
            profile(60, samples(10, cpu(stack)), samples(3, allocated)), sources, components);
    return attribution.work(components.all().iterator().next()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().samples()));
  }

  private static Work only(Frame... stack) {
    Map<Work, Long> work = work(allocation("byte[]", frame("com.acme.hot.Blur", "row", 3)), stack);
    assertThat(work.values()).containsExactly(10L);
    return work.keySet().iterator().next();
  }

  private static Frame in(String method, int line) {
    return frame("com.acme.hot." + (line > 100 ? "Node" : "Blur"), method, line);
  }

  @ParameterizedTest(name = "{0}:{1} {2}")
  @CsvSource({
    "row, 3, PRIMITIVES",
    "line, 12, PRIMITIVES",
    "name, 22, TEXT",
    "walk, 32, OBJECTS",
    "merge, 42, OBJECTS",
    "depth, 103, OBJECTS"
  })
  void own_code_is_told_by_what_its_method_works_on(String method, int line, Work expected) {
    assertThat(only(in(method, line))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}.{1} {2}")
  @CsvSource({
    "java.util.HashMap, getNode, COLLECTIONS",
    "java.util.ArrayList, add, COLLECTIONS",
    "java.util.stream.ReferencePipeline, forEach, COLLECTIONS",
    "java.lang.Integer, valueOf, COLLECTIONS",
    "java.lang.Integer$IntegerCache, <clinit>, COLLECTIONS",
    "java.lang.Integer, parseInt, TEXT",
    "java.lang.Double, toString, TEXT",
    "java.lang.StringBuilder, append, TEXT",
    "java.math.BigDecimal, add, TEXT",
    "java.util.regex.Matcher, find, TEXT",
    "java.util.zip.CRC32, update, INTRINSICS",
    "java.security.MessageDigest, update, INTRINSICS",
    "java.util.Arrays, mismatch, INTRINSICS",
    "java.util.Arrays, sort, COLLECTIONS",
    "java.lang.System, arraycopy, INTRINSICS",
    "java.nio.channels.FileChannel, read, OTHER",
    "org.lib.Codec, encode, OTHER"
  })
  void what_is_called_is_told_by_its_name(String className, String method, Work expected) {
    assertThat(only(frame(className, method, 1), in("row", 3))).isEqualTo(expected);
  }

  @Test
  void the_first_call_out_decides_and_not_what_it_calls() {
    Frame hash = frame("java.lang.String", "hashCode", 1);
    Frame get = frame("java.util.HashMap", "get", 1);
    assertThat(only(hash, get, in("row", 3))).isEqualTo(Work.COLLECTIONS);
    Frame copy = frame("java.util.Arrays", "copyOf", 1);
    assertThat(only(copy, frame("java.lang.String", "substring", 1), in("name", 22)))
        .isEqualTo(Work.TEXT);
  }

  @Test
  void what_a_collection_asks_of_its_elements_is_its_work() {
    Frame sort = frame("java.util.TimSort", "binarySort", 1);
    assertThat(only(in("compareTo", 112), sort, in("row", 3))).isEqualTo(Work.COLLECTIONS);
    assertThat(only(in("compareTo", 112), in("walk", 32))).isEqualTo(Work.OBJECTS);
  }

  /** The loop itself holds only numbers, but makes nodes. */
  @Test
  void a_method_that_makes_own_objects_works_on_them() {
    SampleKey node = allocation("com.acme.hot.Node", in("line", 13));
    assertThat(work(node, in("line", 12))).isEqualTo(Map.of(Work.OBJECTS, 10L));
  }

  @Test
  void nothing_is_told_of_a_method_whose_types_are_unknown() {
    assertThat(only(frame("com.acme.hot.Blur", "gone", 60))).isEqualTo(Work.OTHER);
  }
}
