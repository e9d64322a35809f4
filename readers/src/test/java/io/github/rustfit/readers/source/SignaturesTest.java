package io.github.rustfit.readers.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import io.github.rustfit.rules.evidence.source.TypeShape.Field;
import io.github.rustfit.rules.evidence.source.TypeShape.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected access flags are those of JVMS 25, table 4.6-A; names were resolved by hand. */
class SignaturesTest {

  private static final int PUBLIC = 0x0001;
  private static final int PRIVATE = 0x0002;
  private static final int STATIC = 0x0008;
  private static final int FINAL = 0x0010;
  private static final int SYNCHRONIZED = 0x0020;
  private static final int NATIVE = 0x0100;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @Test
  void parameters_and_results_are_named_in_full() throws IOException {
    List<SourceType> types =
        read(
            """
            package a.b;
            import java.util.List;
            import java.util.Map;
            class Codec<T extends Comparable<T>> {
              public static int sum(byte[] data, int... more) { return 0; }
              private native long hash(final @Deprecated String text);
              synchronized <K, V extends List<K>> Map.Entry<K, ? extends V> pair(T one, V[] two) { return null; }
              Frame frame(Neighbour n, java.nio.ByteBuffer in, List<? super Frame> out)[] { return null; }
              class Frame {}
            }
            """);

    assertThat(signature(types, "sum"))
        .isEqualTo(new Signature(PUBLIC | STATIC, "int", List.of("byte[]", "int[]")));
    assertThat(signature(types, "hash"))
        .isEqualTo(new Signature(PRIVATE | NATIVE, "long", List.of("java.lang.String")));
    assertThat(signature(types, "hash").isNative()).isTrue();
    assertThat(signature(types, "pair"))
        .isEqualTo(
            new Signature(
                SYNCHRONIZED,
                "java.util.Map.Entry<java.lang.Object,java.util.List>",
                List.of("java.lang.Comparable", "java.util.List[]")));
    assertThat(signature(types, "frame"))
        .isEqualTo(
            new Signature(
                0,
                "a.b.Codec.Frame[]",
                List.of(
                    "a.b.Neighbour", "java.nio.ByteBuffer", "java.util.List<java.lang.Object>")));
  }

  @Test
  void a_name_that_may_come_from_two_packages_stays_as_written() throws IOException {
    List<SourceType> types =
        read("package a; import java.util.*; class X { List<String> f(X x) { return null; } }");
    assertThat(signature(types, "f"))
        .isEqualTo(new Signature(0, "List<java.lang.String>", List.of("a.X")));
  }

  @Test
  void types_say_what_they_consist_of() throws IOException {
    List<SourceType> types =
        read(
            """
            package a;
            record Key(long user, int... parts) implements Comparable<Key> {
              static final Key NONE = null;
              Key { }
              public int compareTo(Key other) { return 0; }
            }
            class Node extends Base<Node> { private Node left, right; static int made; }
            interface Codec extends AutoCloseable { int SIZE = 1; void put(int i); }
            enum Color { RED }
            @interface Mark {}
            """);

    assertThat(shape(types, "a.Key"))
        .isEqualTo(
            new TypeShape(
                Kind.RECORD,
                "",
                List.of("java.lang.Comparable<a.Key>"),
                List.of(
                    new Field(PRIVATE | FINAL, "long"),
                    new Field(PRIVATE | FINAL, "int[]"),
                    new Field(STATIC | FINAL, "a.Key"))));
    assertThat(shape(types, "a.Key").state()).containsExactly("long", "int[]");
    assertThat(signature(types, "<init>"))
        .isEqualTo(new Signature(0, "void", List.of("long", "int[]")));
    assertThat(shape(types, "a.Node"))
        .isEqualTo(
            new TypeShape(
                Kind.CLASS,
                "a.Base<a.Node>",
                List.of(),
                List.of(
                    new Field(PRIVATE, "a.Node"),
                    new Field(PRIVATE, "a.Node"),
                    new Field(STATIC, "int"))));
    assertThat(shape(types, "a.Codec"))
        .isEqualTo(
            new TypeShape(
                Kind.INTERFACE,
                "",
                List.of("java.lang.AutoCloseable"),
                List.of(new Field(PUBLIC | STATIC | FINAL, "int"))));
    assertThat(signature(types, "put").access()).isEqualTo(PUBLIC);
    assertThat(shape(types, "a.Color").kind()).isEqualTo(Kind.ENUM);
    assertThat(shape(types, "a.Mark").kind()).isEqualTo(Kind.ANNOTATION);
  }

  @Test
  void a_hostile_type_is_cut() throws IOException {
    String deep = "java.util.List<".repeat(300) + "Integer" + ">".repeat(300);
    List<SourceType> types =
        read("class X { " + deep + " f(" + "y".repeat(5000) + " z) { return null; } }");
    assertThat(signature(types, "f").returns()).isEqualTo("java.util.List");
    assertThat(signature(types, "f").parameters()).containsExactly("y".repeat(200));
  }

  @Test
  void tests_and_initializers_have_none() throws IOException {
    List<SourceType> types = read("class X { static int i = 1; static { } void f() {} }");
    assertThat(types.get(0).methods())
        .extracting(method -> method.signature().isPresent())
        .containsExactly(false, false, true);
    SourceRoot tests = new SourceRoot("app", Path.of("src"), SourceFile.Role.TEST);
    SourceType test = new JavaSources(root).read(List.of(tests)).sources().first().types().get(0);
    assertThat(test.shape()).isEmpty();
    assertThat(test.methods()).allMatch(method -> method.signature().isEmpty());
  }

  private List<SourceType> read(String text) throws IOException {
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("src/X.java"), text);
    SourceRoot sources = new SourceRoot("app", Path.of("src"), SourceFile.Role.MAIN);
    var read = new JavaSources(root).read(List.of(sources));
    assertThat(read.problems()).isEmpty();
    return read.sources().first().types();
  }

  private static Signature signature(List<SourceType> types, String method) {
    return types.stream()
        .flatMap(type -> type.methods().stream())
        .filter(one -> one.name().equals(method))
        .findFirst()
        .flatMap(one -> one.signature())
        .orElseThrow();
  }

  private static TypeShape shape(List<SourceType> types, String name) {
    return types.stream()
        .filter(type -> type.binaryName().equals(name))
        .findFirst()
        .flatMap(SourceType::shape)
        .orElseThrow();
  }
}
