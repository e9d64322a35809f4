package io.github.rustfit.trial.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The arguments that a starter's differential test makes reach what faults hide behind: constants
 * of the code, parts of arrays, arrays that are nearly equal. How often is counted of 5,000 calls,
 * as many as a trial makes, from a fixed seed.
 */
class MadeInputsTest {

  private static final int CALLS = 5_000;

  @TempDir Path folder = Path.of("");
  private Class<?> constants = Object.class;
  private Class<?> inputs = Object.class;

  /** A class on the tests' own class path, whose constants are known. */
  static final class Sample {
    private Sample() {}

    static int weigh(int value, long large, double real, String text) {
      if (value == -77 || value == 12_345 || value == 1_234_567 || large == 1L << 40) {
        return 2;
      }
      if (real > 0.3125 || text.equals("needle")) {
        return 3;
      }
      int sum = 0;
      for (int i = 0; i < value; i += 6) {
        sum += i;
      }
      return switch (value) {
        case 900, 901, 902 -> 4;
        case -5_000 -> 5;
        case 70_000 -> 6;
        default -> sum;
      };
    }
  }

  @BeforeEach
  void compile() throws Exception {
    List<String> words = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
    Path sources = Files.createDirectories(folder.resolve("rustfit/part"));
    for (String name : List.of("Constants", "Inputs")) {
      Path source = sources.resolve(name + ".java");
      Files.writeString(source, Template.named(name + ".java.txt").with("part", "part").filled());
      words.add(source.toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, words.toArray(String[]::new)))
        .isZero();
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    constants = loader.loadClass("rustfit.part.Constants");
    inputs = loader.loadClass("rustfit.part.Inputs");
  }

  private static Object call(Object on, String name, Class<?>[] types, Object... arguments)
      throws Exception {
    Class<?> type = on instanceof Class<?> itself ? itself : on.getClass();
    Method method = type.getDeclaredMethod(name, types);
    method.setAccessible(true);
    return Objects.requireNonNull(method.invoke(on, arguments), name);
  }

  private Object known(String className) throws Exception {
    return call(constants, "of", new Class<?>[] {String.class}, className);
  }

  private Object maker(Object known) throws Exception {
    Constructor<?> made = inputs.getDeclaredConstructor(constants, Random.class);
    made.setAccessible(true);
    return made.newInstance(known, new Random(1));
  }

  private static Object[] made(Object maker, Class<?>... types) throws Exception {
    return (Object[])
        call(
            maker,
            "of",
            new Class<?>[] {Class[].class, boolean.class, boolean.class, int.class},
            types,
            false,
            false,
            0);
  }

  private static int count(Object maker, Predicate<Object[]> wanted, Class<?>... types)
      throws Exception {
    int count = 0;
    for (int i = 0; i < CALLS; i++) {
      count += wanted.test(made(maker, types)) ? 1 : 0;
    }
    return count;
  }

  @Test
  void constants_of_instructions_switches_and_the_pool_are_found() throws Exception {
    Object known = known(Sample.class.getName());
    Class<?>[] none = {};
    assertThat((long[]) call(known, "wholes", none))
        .contains(-77, 12_345, 1_234_567, 1L << 40, 6, 900, 902, -5_000, 70_000);
    assertThat((double[]) call(known, "reals", none)).contains(0.3125);
    assertThat((String[]) call(known, "texts", none)).contains("needle");
  }

  @Test
  void a_class_that_is_not_there_has_no_constants() throws Exception {
    Object known = known("no.such.Class");
    assertThat((long[]) call(known, "wholes", new Class<?>[0])).isEmpty();
    assertThat(made(maker(known), int.class, String.class, double[].class)).hasSize(3);
  }

  @Test
  void what_the_code_compares_with_is_passed() throws Exception {
    Object maker = maker(known(Sample.class.getName()));
    for (int constant : new int[] {-77, 12_345, 1_234_567, 900, -5_000, 70_000}) {
      for (int beside = -1; beside <= 1; beside++) {
        int wanted = constant + beside;
        assertThat(count(maker, made -> made[0].equals(wanted), int.class))
            .as("calls with %s", wanted)
            .isGreaterThan(5);
      }
    }
    assertThat(count(maker, made -> made[0].equals(0.3125), double.class)).isGreaterThan(50);
    assertThat(count(maker, made -> ((String) made[0]).contains("needle"), String.class))
        .isGreaterThan(50);
  }

  @Test
  void two_numbers_often_are_a_part_of_an_array() throws Exception {
    Object maker = maker(known("no.such.Class"));
    assertThat(
            count(
                maker,
                made -> {
                  int from = (Integer) made[1];
                  int to = (Integer) made[2];
                  return 0 <= from && from < to && to <= ((byte[]) made[0]).length;
                },
                byte[].class,
                int.class,
                int.class))
        .isGreaterThan(CALLS / 10);
  }

  @Test
  void an_array_often_is_another_one_or_its_part_with_few_changes() throws Exception {
    Object maker = maker(known("no.such.Class"));
    int[] differences = new int[4];
    for (int i = 0; i < CALLS; i++) {
      Object[] made = made(maker, int[].class, int[].class);
      int[] one = (int[]) made[0];
      int[] other = (int[]) made[1];
      if (one.length > 8 && one.length == other.length) {
        int differing = 0;
        for (int k = 0; k < one.length; k++) {
          differing += one[k] == other[k] ? 0 : 1;
        }
        if (differing < 4) {
          differences[differing]++;
        }
      }
    }
    assertThat(Arrays.stream(differences).min().orElse(0)).isGreaterThan(50);
    assertThat(
            count(
                maker,
                made -> {
                  byte[] all = (byte[]) made[0];
                  int from = (Integer) made[1];
                  int to = (Integer) made[2];
                  byte[] part = (byte[]) made[3];
                  return 0 <= from
                      && from < to
                      && to <= all.length
                      && to - from > 2
                      && Arrays.equals(all, from, to, part, 0, part.length);
                },
                byte[].class,
                int.class,
                int.class,
                byte[].class))
        .isGreaterThan(10);
  }

  @Test
  void a_side_of_a_square_grid_is_passed() throws Exception {
    Object maker = maker(known("no.such.Class"));
    assertThat(
            count(
                maker,
                made -> {
                  int side = (Integer) made[1];
                  return side > 2 && side < 1_000 && side * side == ((int[]) made[0]).length;
                },
                int[].class,
                int.class))
        .isGreaterThan(10);
  }

  @Test
  void near_ones_differ_in_little_and_leave_what_they_were_made_from() throws Exception {
    Object maker = maker(known("no.such.Class"));
    Object[] from = {new int[] {1, 2, 3, 4, 5}, 7L, "text", true, new boolean[0], 1.5};
    int longer = 0;
    int same = 0;
    for (int i = 0; i < CALLS; i++) {
      Object[] near =
          (Object[])
              call(maker, "near", new Class<?>[] {Object[].class, boolean.class}, from, false);
      assertThat(((int[]) near[0]).length).isBetween(1, 11);
      longer += ((int[]) near[0]).length > 5 ? 1 : 0;
      same += Arrays.equals((int[]) near[0], (int[]) from[0]) ? 1 : 0;
    }
    assertThat(longer).isGreaterThan(20);
    assertThat(same).isBetween(1_000, 4_900);
    assertThat((int[]) from[0]).containsExactly(1, 2, 3, 4, 5);
    assertThat(from[2]).isEqualTo("text");
  }
}
