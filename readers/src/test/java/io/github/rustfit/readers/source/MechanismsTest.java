package io.github.rustfit.readers.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** What is found was marked by hand: the number is the line in the text. */
class MechanismsTest {

  private static CompilationUnit parse(String text) {
    return new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25))
        .parse(text)
        .getResult()
        .orElseThrow();
  }

  private static SortedSet<String> names(CompilationUnit unit) {
    FullNames names = new FullNames();
    Trees.walk(unit, names::look);
    return names.found();
  }

  private static List<String> uses(String text) {
    CompilationUnit unit = parse(text);
    MechanismFinder finder = new MechanismFinder(unit);
    Trees.walk(unit, finder::look);
    return finder.found().stream().map(use -> use.line() + " " + use.mechanism()).toList();
  }

  @Test
  void serialization_with_a_wildcard_import_or_in_full_but_not_of_the_same_name() {
    assertThat(
            uses(
                """
                import java.io.*;
                class A {
                  Object in(InputStream s) { return new ObjectInputStream(s).readObject(); }
                }
                """))
        .containsExactly("3 SERIALIZATION");
    assertThat(uses("class A { Object o = new java.io.ObjectOutputStream(null); }"))
        .containsExactly("1 SERIALIZATION");
    assertThat(uses("class A extends java.io.ObjectInputStream {}"))
        .containsExactly("1 SERIALIZATION");
    assertThat(
            uses(
                "import com.acme.ObjectInputStream; class A { Object o = new ObjectInputStream();"
                    + " }"))
        .isEmpty();
  }

  @Test
  void a_round_trip_in_one_method_is_a_copy_and_bytes_that_leave_it_are_not() {
    assertThat(
            uses(
                """
                import java.io.*;
                class A {
                  Object copy(Object o) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    new ObjectOutputStream(bytes).writeObject(o);
                    return new ObjectInputStream(
                        new ByteArrayInputStream(bytes.toByteArray())).readObject();
                  }
                  byte[] write(Object o) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    new ObjectOutputStream(bytes).writeObject(o);
                    return bytes.toByteArray();
                  }
                }
                """))
        .containsExactly("5 SERIALIZED_COPY", "6 SERIALIZED_COPY", "11 SERIALIZATION");
  }

  @Test
  void reflection_proxies_class_loaders_and_generated_classes() {
    assertThat(
            uses(
                """
                import java.lang.invoke.*;
                import net.bytebuddy.ByteBuddy;
                class A extends ClassLoader {
                  void a() {
                    Class.forName("x");
                    java.lang.Class.forName("x");
                    getClass().getDeclaredFields();
                    java.lang.reflect.Proxy.newProxyInstance(null, null, null);
                    MethodHandles.lookup().findVarHandle(A.class, "x", int.class);
                    MethodHandles.lookup().findVirtual(A.class, "x", null);
                    new java.net.URLClassLoader(null);
                    MethodHandles.lookup().defineHiddenClass(null, true);
                    org.objectweb.asm.ClassWriter w = null;
                    Charset.forName("x");
                    registry.loadClass();
                  }
                }
                """))
        .containsExactly(
            "2 BYTECODE",
            "3 CLASS_LOADING",
            "5 REFLECTION",
            "6 REFLECTION",
            "7 REFLECTION",
            "8 DYNAMIC_PROXY",
            "10 REFLECTION",
            "11 CLASS_LOADING",
            "12 BYTECODE",
            "13 BYTECODE");
  }

  @Test
  void the_first_uses_of_a_file_are_kept() {
    String text = "class A { void a() {" + "\nClass.forName(\"x\");".repeat(200) + "\n}}";

    assertThat(uses(text)).hasSize(MechanismFinder.MOST).startsWith("2 REFLECTION");
  }

  @Test
  void names_in_full_count_and_fields_constants_and_nested_types_do_not() {
    assertThat(
            names(
                parse(
                    """
                    import java.util.Map;
                    @org.acme.Marked
                    class A {
                      com.vendor.sdk.Client client = new com.vendor.sdk.Client();
                      Map.Entry<String, lombok.Data> entry;
                      void a(Config config) {
                        io.netty.util.ReferenceCountUtil.release(this);
                        int x = config.limits.Most + this.a.B + config.limits.MAX;
                        java.util.Map.Entry.comparingByKey();
                      }
                    }
                    """)))
        .containsExactly(
            "com.vendor.sdk.Client",
            "io.netty.util.ReferenceCountUtil",
            "java.util.Map",
            "lombok.Data",
            "org.acme.Marked");
  }
}
