package io.github.rustfit.trial.starter;

import static io.github.rustfit.trial.starter.Methods.PRIVATE;
import static io.github.rustfit.trial.starter.Methods.STATIC;
import static io.github.rustfit.trial.starter.Methods.SYNCHRONIZED;
import static io.github.rustfit.trial.starter.Methods.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.seam.Crossing;
import io.github.rustfit.engine.seam.Entry;
import io.github.rustfit.engine.seam.Kind;
import io.github.rustfit.engine.seam.Part;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObstaclesTest {

  private static List<String> of(Member member, Part... parts) {
    return EntryMethod.of(new Entry(member, 1, 0, 0, false, new Crossing(List.of(parts))))
        .obstacles();
  }

  @ParameterizedTest
  @ValueSource(strings = {"boolean", "byte", "char", "short", "int", "long", "float", "double"})
  void primitives_and_their_arrays_cross(String type) {
    assertThat(Methods.method("a.B", "m", type, type, type + "[]").obstacles()).isEmpty();
    assertThat(Methods.method("a.B", "m", type + "[]", "java.lang.String").obstacles()).isEmpty();
    assertThat(EntryMethod.of(member(STATIC | PRIVATE, "B", "m", type)).obstacles()).isEmpty();
  }

  @Test
  void rows_cross_as_arguments_and_not_as_a_result() {
    assertThat(Methods.method("a.B", "m", "int", "long[][]").obstacles()).isEmpty();
    assertThat(Methods.method("a.B", "m", "long[][]", "int").obstacles())
        .singleElement()
        .satisfies(one -> assertThat(one).contains("the result is long[][]", "give one array"));
  }

  /** The types that hold the same values: JLS 25, 4.2, and The Rust Reference, Types. */
  @ParameterizedTest
  @CsvSource({
    "boolean, bool, u8",
    "byte, i8, i8",
    "char, u16, u16",
    "short, i16, i16",
    "int, i32, i32",
    "long, i64, i64",
    "float, f32, f32",
    "double, f64, f64"
  })
  void types_are_exact(String java, String rust, String abi) {
    Passed passed = Passed.of(java).orElseThrow();
    assertThat(passed.argument()).isEqualTo(rust);
    assertThat(passed.type().abi()).isEqualTo(abi);
    assertThat(Passed.of(java + "[]").orElseThrow().argument()).isEqualTo("&mut [" + rust + "]");
    assertThat(Passed.of(java + "[]").orElseThrow().result()).isEqualTo("Vec<" + rust + ">");
  }

  @Test
  void each_obstacle_is_named_with_what_to_do_first() {
    Member member =
        member(
            STATIC,
            "a.B",
            "m",
            "java.util.Map<java.lang.String,a.C>",
            "int[][][]",
            "java.lang.Integer",
            "a.Color",
            "a.Graph",
            "java.util.function.IntFunction<int[]>");
    assertThat(
            of(
                member,
                new Part(Part.PARAMETER, "a.Color", Kind.PRIMITIVE, 0, 0),
                new Part(Part.PARAMETER, "a.Graph", Kind.OBJECTS, 0, 0),
                new Part(
                    Part.PARAMETER, "java.util.function.IntFunction<int[]>", Kind.CALLBACK, 0, 0),
                new Part(
                    Part.RESULT, "java.util.Map<java.lang.String,a.C>", Kind.COLLECTION, 0, 0)))
        .satisfiesExactly(
            one -> assertThat(one).contains("parameter 1 is int[][][]", "one array", "length of a"),
            one -> assertThat(one).contains("parameter 2 is Integer", "null", "primitive"),
            one -> assertThat(one).contains("parameter 3 is Color", "ordinal()"),
            one -> assertThat(one).contains("parameter 4 is Graph", "object graph", "serialize"),
            one -> assertThat(one).contains("parameter 5 is IntFunction", "call back into Java"),
            one -> assertThat(one).contains("the result is Map<String,C>", "arrays of primitives"));
  }

  @Test
  void an_object_is_an_obstacle_unless_it_holds_nothing() {
    Member member = member(0, "a.B", "m", "int", "int");
    assertThat(of(member, new Part(Part.OBJECT, "a.B", Kind.STATE, 0, 0)))
        .singleElement()
        .satisfies(one -> assertThat(one).contains("object of a.B", "takes the fields it reads"));
    assertThat(of(member))
        .singleElement()
        .satisfies(one -> assertThat(one).contains("holds nothing: make it static"));
    assertThat(EntryMethod.of(member).refusal())
        .startsWith("src/a/B.java:3: a.B#m(int) does not cross as it is: it is called on");
  }

  @Test
  void what_no_static_method_of_java_does_is_refused() {
    assertThat(EntryMethod.of(member(STATIC | SYNCHRONIZED, "B", "m", "int")).obstacles())
        .singleElement()
        .satisfies(one -> assertThat(one).contains("lock"));
    assertThat(Methods.method("B", "m", "void", "int").obstacles())
        .singleElement()
        .satisfies(one -> assertThat(one).contains("gives nothing"));
    assertThat(Methods.method("B", "<init>", "void", "int[]").obstacles()).isNotEmpty();
    assertThat(Methods.method("B", "two words", "int", "int[]").obstacles()).isNotEmpty();
    assertThat(Methods.method("a.class.B", "m", "int", "int[]").obstacles()).isNotEmpty();
    assertThat(
            EntryMethod.of(new Member("B", "B.kt", new SourceMethod("m", 1, 2, Optional.empty())))
                .obstacles())
        .singleElement()
        .satisfies(one -> assertThat(one).contains("only shipped Java sources"));
  }
}
