package io.github.rustfit.rules.evidence.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.testing.Given;
import io.github.rustfit.rules.testing.Records;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFactsTest {

  private static final Optional<Signature> RETURNS_INT =
      Optional.of(new Signature(0, "int", List.of()));

  private static final Optional<TypeShape> RECORD =
      Optional.of(new TypeShape(TypeShape.Kind.RECORD, "", List.of(), List.of()));

  @ParameterizedTest
  @CsvSource({"4, false", "5, true", "7, true", "10, true", "11, false"})
  void the_first_and_the_last_line_lie_inside(int line, boolean inside) {
    assertThat(Given.method("run", 5, 10).contains(line)).isEqualTo(inside);
    assertThat(Given.type("a.A", 5, 10).contains(line)).isEqualTo(inside);
  }

  @Test
  void lines_begin_at_one_and_do_not_end_before_they_begin() {
    assertThat(Given.method("run", 1, 1).lastLine()).isEqualTo(1);
    assertThatThrownBy(() -> Given.method("run", 0, 5)).hasMessageContaining("run at lines 0-5");
    assertThatThrownBy(() -> Given.method("run", 6, 5)).hasMessageContaining("run at lines 6-5");
    assertThat(match("p", 1, 1, "").lastLine()).isEqualTo(1);
    assertThatThrownBy(() -> match("p", 0, 5, "")).hasMessageContaining("p at lines 0-5");
    assertThatThrownBy(() -> match("p", 6, 5, "")).hasMessageContaining("p at lines 6-5");
    assertThat(new MechanismUse(MechanismUse.Mechanism.BYTECODE, 1).line()).isEqualTo(1);
    assertThatThrownBy(() -> new MechanismUse(MechanismUse.Mechanism.BYTECODE, 0))
        .hasMessageContaining("BYTECODE at line 0");
  }

  private static PatternMatch match(String pattern, int first, int last, String subject) {
    return new PatternMatch(pattern, first, last, "a.A", "run", subject);
  }

  @Test
  void methods_stand_by_lines_then_by_name_and_signature() {
    Records.stand(
        List.of(
            new SourceMethod("b", 1, 9, RETURNS_INT),
            new SourceMethod("b", 2, 8, RETURNS_INT),
            new SourceMethod("a", 2, 9, RETURNS_INT),
            new SourceMethod("b", 2, 9, Optional.empty()),
            new SourceMethod("b", 2, 9, RETURNS_INT)));
  }

  @Test
  void types_stand_by_name_lines_methods_and_shape() {
    List<SourceMethod> run = List.of(Given.method("run", 1, 1));
    Records.stand(
        List.of(
            new SourceType("a.A", 2, 9, run, RECORD),
            new SourceType("a.B", 1, 9, run, RECORD),
            new SourceType("a.B", 2, 8, run, RECORD),
            new SourceType("a.B", 2, 9, List.of(Given.method("get", 1, 1)), RECORD),
            new SourceType("a.B", 2, 9, run, Optional.empty()),
            new SourceType("a.B", 2, 9, run, RECORD)));
  }

  @Test
  void patterns_stand_by_lines_then_by_what_they_are_and_where() {
    Records.stand(
        List.of(
            new PatternMatch("b", 1, 9, "b", "b", "b"),
            new PatternMatch("b", 2, 8, "b", "b", "b"),
            new PatternMatch("a", 2, 9, "b", "b", "b"),
            new PatternMatch("b", 2, 9, "a", "b", "b"),
            new PatternMatch("b", 2, 9, "b", "a", "b"),
            new PatternMatch("b", 2, 9, "b", "b", "a"),
            new PatternMatch("b", 2, 9, "b", "b", "b")));
    Records.stand(
        List.of(
            new MechanismUse(MechanismUse.Mechanism.SERIALIZATION, 1),
            new MechanismUse(MechanismUse.Mechanism.REFLECTION, 2),
            new MechanismUse(MechanismUse.Mechanism.SERIALIZATION, 2)));
  }

  private static SourceFile file(String module, String path, String digest, int lines) {
    return new SourceFile(
        module,
        path,
        digest,
        SourceFile.Role.MAIN,
        "a",
        lines,
        new TreeSet<>(),
        List.of(Given.type("a.B", 5, 9), Given.type("a.A", 1, 9)),
        new TreeSet<>(),
        new TreeSet<>());
  }

  @Test
  void files_stand_by_path_digest_module_and_role() {
    SourceFile shipped = file("b", "b", "bb", 7);
    SourceFile test =
        Given.file("b", "b", SourceFile.Role.TEST, "a", new TreeSet<>(), Given.type("a.A", 1, 9));
    Records.stand(
        List.of(
            file("b", "a", "bb", 7),
            test,
            file("b", "b", "aa", 7),
            file("a", "b", "bb", 7),
            shipped,
            file("b", "b", "bb", 8)));
    assertThat(new ArrayList<>(shipped.types()))
        .extracting(SourceType::binaryName)
        .containsExactly("a.A", "a.B");
  }

  @Test
  void a_file_has_no_negative_lines_and_may_have_none() {
    assertThat(file("a", "a", "aa", 0).linesOfCode()).isZero();
    assertThatThrownBy(() -> file("a", "a", "aa", -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void java_is_told_by_the_end_of_the_name() {
    assertThat(file("a", "src/A.java", "aa", 1).java()).isTrue();
    assertThat(file("a", "src/A.kt", "aa", 1).java()).isFalse();
    assertThat(file("a", "src/A.java.orig", "aa", 1).java()).isFalse();
  }

  @Test
  void flags_of_methods_and_fields_are_those_of_class_files() {
    Signature plain = new Signature(0, "void", List.of());
    Signature both = new Signature(Modifier.STATIC | Modifier.NATIVE, "void", List.of());

    assertThat(plain.isStatic()).isFalse();
    assertThat(plain.isNative()).isFalse();
    assertThat(both.isStatic()).isTrue();
    assertThat(both.isNative()).isTrue();
    assertThatThrownBy(() -> new Signature(-1, "void", List.of()))
        .hasMessageContaining("access -1");
    assertThatThrownBy(() -> new TypeShape.Field(-1, "int")).hasMessageContaining("access -1");
  }

  @Test
  void the_state_of_a_type_is_what_each_object_holds() {
    TypeShape.Field constant = new TypeShape.Field(Modifier.STATIC | Modifier.FINAL, "long");
    TypeShape.Field counter = new TypeShape.Field(0, "int");
    TypeShape.Field name = new TypeShape.Field(Modifier.FINAL, "String");

    assertThat(constant.isStatic()).isTrue();
    assertThat(constant.isFinal()).isTrue();
    assertThat(counter.isStatic()).isFalse();
    assertThat(counter.isFinal()).isFalse();
    assertThat(
            new TypeShape(TypeShape.Kind.CLASS, "", List.of(), List.of(constant, counter, name))
                .state())
        .containsExactly("int", "String");
  }
}
