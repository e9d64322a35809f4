package io.github.rustfit.trial.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The starter's own reader of captures, on a file that the agent wrote of its tests' program: what
 * was captured stands in that program. Whatever is done to the file, it reads or says where it is
 * wrong.
 */
class CapturedReaderTest {

  private static final Path WRITTEN =
      Path.of("..", "readers", "src", "test", "resources", "fuzz", "capture")
          .resolve("program.rustfit-capture");
  private static final String PROGRAM = "io.github.rustfit.capture.program.Program";
  private static final Class<?>[] ALL = {
    boolean.class,
    byte.class,
    char.class,
    short.class,
    int.class,
    long.class,
    float.class,
    double.class,
    String.class,
    boolean[].class,
    byte[].class,
    char[].class,
    short[].class,
    int[].class,
    float[].class,
    double[].class,
    int[][].class,
    int[].class,
    String.class
  };

  @TempDir Path folder = Path.of("");
  private Class<?> reader = Object.class;
  private Path file = Path.of("");

  @BeforeEach
  void compile() throws Exception {
    Path source = folder.resolve("rustfit/part/Captured.java");
    Files.createDirectories(Objects.requireNonNull(source.getParent()));
    Files.writeString(source, Template.named("Captured.java.txt").with("part", "part").filled());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-Xlint:all", "-Werror", source.toString());
    assertThat(status).isZero();
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    reader = loader.loadClass("rustfit.part.Captured");
    file = folder.resolve("a.rustfit-capture");
    Files.copy(WRITTEN, file);
  }

  private List<?> calls(String how, String method, Class<?>... types) throws Exception {
    try {
      return (List<?>)
          Objects.requireNonNull(
              reader
                  .getMethod(
                      how, Path.class, String.class, String.class, Class[].class, String[].class)
                  .invoke(null, folder, PROGRAM, method, types, new String[0]));
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  private static Object part(Object call, String name) throws Exception {
    Method accessor = call.getClass().getMethod(name);
    return Objects.requireNonNull(accessor.invoke(call), name);
  }

  @Test
  void every_kind_of_value_is_what_the_program_passed() throws Exception {
    Object call = calls("of", "all", ALL).get(0);
    Object[] arguments = (Object[]) part(call, "arguments");
    assertThat(Arrays.copyOf(arguments, 9))
        .containsExactly(
            true, (byte) -3, '€', (short) -4, 5, 6L << 40, -0.0f, Double.NaN, "a\ud800b");
    assertThat(Arrays.copyOfRange(arguments, 9, 17))
        .usingRecursiveComparison()
        .isEqualTo(
            new Object[] {
              new boolean[] {true, false},
              new byte[] {-1},
              new char[] {'x', '\uffff'},
              new short[] {-7},
              new int[] {1, 2},
              new float[] {1.5f},
              new double[] {-2.5},
              new int[][] {{1}, null, {2, 3}}
            });
    assertThat(arguments[17]).as("the same array").isSameAs(arguments[13]);
    assertThat(arguments[18]).isNull();
    assertThat(part(call, "result")).isEqualTo("a\ud800b€");
    assertThat(part(call, "weight")).isEqualTo(1.0);
  }

  @Test
  void a_call_stands_for_those_of_its_size_and_one_that_threw_says_so() throws Exception {
    // Two of 1000 calls were captured; both threw.
    assertThat(calls("of", "half", int.class)).isEmpty();
    List<?> thrown = calls("all", "half", int.class);
    assertThat(thrown).hasSize(2);
    assertThat(part(thrown.get(0), "weight")).isEqualTo(500.0);
    assertThat(part(thrown.get(0), "result")).isSameAs(reader.getField("THREW").get(null));
    assertThat(calls("all", "half", long.class)).isEmpty();
  }

  @Test
  void a_file_that_is_cut_anywhere_is_refused_with_its_name_and_the_place() throws Exception {
    byte[] whole = Files.readAllBytes(WRITTEN);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int cut = length;
      assertThatThrownBy(() -> calls("all", "all", ALL))
          .as("%s bytes", cut)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("at byte ");
    }
  }

  @Test
  void a_file_with_flipped_bytes_is_read_or_refused() throws Exception {
    byte[] whole = Files.readAllBytes(WRITTEN);
    Random random = new Random(7);
    int refused = 0;
    for (int round = 0; round < 600; round++) {
      byte[] bytes = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(file, bytes);
      try {
        calls("all", "all", ALL);
        calls("of", "half", int.class);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("a.rustfit-capture is no whole capture");
        refused++;
      } catch (IOException e) {
        throw new AssertionError("round " + round, e);
      }
    }
    assertThat(refused).isBetween(60, 590);
  }
}
