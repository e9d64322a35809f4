package io.github.rustfit.capture.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The JVM's own verifier judges what becomes of the classes of whole libraries. */
class InstrumenterTest {

  private static final List<String> LIBRARIES =
      List.of(
          "org.objectweb.asm.ClassReader",
          "com.tngtech.archunit.junit.ArchTest",
          "org.assertj.core.api.Assertions",
          "org.junit.jupiter.api.Test");

  /** Loads changed classes, and all others from its parent. */
  private static final class Changed extends ClassLoader {

    private final String name;
    private final byte[] bytes;

    Changed(ClassLoader parent, String name, byte[] bytes) {
      super(parent);
      this.name = name;
      this.bytes = bytes;
    }

    /** Verifies it (JVMS 5.4.1): whoever asks for methods has the class linked. */
    void link() {
      assertThat(defineClass(name, bytes, 0, bytes.length).getDeclaredMethods()).isNotNull();
    }
  }

  @Test
  void every_method_of_whole_libraries_is_still_valid() throws Exception {
    int classes = 0;
    int methods = 0;
    for (String one : LIBRARIES) {
      Path jar =
          Path.of(Class.forName(one).getProtectionDomain().getCodeSource().getLocation().toURI());
      try (JarFile file = new JarFile(jar.toFile())) {
        for (var entry : java.util.Collections.list(file.entries())) {
          String name = entry.getName();
          if (!name.endsWith(".class") || name.contains("-") || name.startsWith("META-INF")) {
            continue;
          }
          byte[] bytes;
          try (InputStream in = file.getInputStream(entry)) {
            bytes = in.readAllBytes();
          }
          String className = name.substring(0, name.length() - 6).replace('/', '.');
          if (!links(className, bytes)) {
            continue; // it needs a library that is not here
          }
          int before = used();
          byte @Nullable [] changed = changed(className, bytes);
          if (changed != null) {
            new Changed(getClass().getClassLoader(), className, changed).link();
            classes++;
            methods += used() - before;
          }
          Arrays.fill(Probe.LIMITS, null);
        }
      }
    }
    assertThat(classes).isGreaterThan(500);
    assertThat(methods).isGreaterThan(2500);
  }

  private boolean links(String name, byte[] bytes) {
    try {
      new Changed(getClass().getClassLoader(), name, bytes).link();
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }

  private static int used() {
    return (int) Arrays.stream(Probe.LIMITS).filter(limits -> limits != null).count();
  }

  private static byte @Nullable [] changed(String className, byte[] bytes) throws Exception {
    Notes notes = new Notes(new PrintStream(OutputStream.nullOutputStream()));
    List<Target> targets = new ArrayList<>();
    for (String method : names(bytes)) {
      targets.add(new Target(className, method, Optional.empty()));
    }
    if (targets.isEmpty()) {
      return null;
    }
    Store store = new Store(new Options(targets, Path.of("x"), 1, 1, 1, 1));
    Instrumenter instrumenter =
        new Instrumenter(targets, new Sites(Probe.class, store, notes), notes);
    byte @Nullable [] changed =
        instrumenter.transform(
            InstrumenterTest.class.getClassLoader(),
            className.replace('.', '/'),
            null,
            null,
            bytes);
    assertThat(notes.all()).noneMatch(note -> note.contains("class file"));
    return changed;
  }

  private static SortedSet<String> names(byte[] bytes) {
    SortedSet<String> names = new TreeSet<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0
                    && !name.startsWith("<")) {
                  names.add(name);
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return names;
  }

  @Test
  void a_method_that_would_be_too_long_to_be_compiled_is_left_alone_and_its_neighbour_is_not()
      throws IOException, ReflectiveOperationException {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "a/Long", null, "java/lang/Object", null);
    method(writer, "large", 7990);
    method(writer, "small", 10);
    Notes notes = new Notes(new PrintStream(OutputStream.nullOutputStream()));
    List<Target> targets = Target.all("a.Long#large,a.Long#small");
    Store store = new Store(new Options(targets, Path.of("x"), 1, 1, 1, 1));
    byte @Nullable [] changed =
        new Instrumenter(targets, new Sites(Probe.class, store, notes), notes)
            .transform(getClass().getClassLoader(), "a/Long", null, null, writer.toByteArray());
    assertThat(notes.all())
        .containsExactly(
            "a.Long#large() is not captured: with the probe it is longer than 8000 bytes, and the"
                + " JVM compiles no such method");
    assertThat(changed).isNotNull();
    assertThat(store.sites()).extracting(Site::method).containsExactly("small");
  }

  private static void method(ClassWriter writer, String name, int nops) {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, name, "()V", null, null);
    method.visitCode();
    for (int i = 0; i < nops; i++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  @Test
  void methods_are_named_with_types_or_without() {
    assertThat(Target.all(" a.B#c , a.B$C#d(int,long[]),E#f()").toString())
        .isEqualTo("[a.B#c, a.B$C#d(int,long[]), E#f()]");
    Target typed = Target.all("a.B#d(String,C,int...)").get(0);
    assertThat(typed.means("d", List.of("java.lang.String", "a.B$C", "int[]"))).isTrue();
    assertThat(typed.means("d", List.of("java.lang.String", "a.BC", "int[]"))).isFalse();
    assertThat(typed.means("d", List.of("java.lang.String", "a.B$C"))).isFalse();
    assertThat(typed.means("e", List.of("java.lang.String", "a.B$C", "int[]"))).isFalse();
    for (String wrong :
        List.of(
            "", " , ", "a.B", "#c", "a.B#", "a/B#c", "a.B#c(int", "a.B#c d", "a.B#c(int)(int)")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> Target.all(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
