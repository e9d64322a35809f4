package io.github.rustfit.engine.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.ThreePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the assumed gains to the measured ones: benchmarks/calibration/results.csv, and the twelve
 * kernels of before in earlier.csv.
 */
class CalibrationTest {

  private static final Path FOLDER = Path.of("../benchmarks/calibration");

  /** Room on either side of what was measured, for the next kernel and another machine. */
  private static final double ROOM = 2;

  /** The same of all kernels together. */
  private static final double ROOM_OF_ALL = 1.5;

  /** Fewest kernels of a shape from which it has an interval of its own. */
  private static final int FEWEST = 5;

  /**
   * A kernel.
   *
   * @param shape what its samples said, or what it was written to be where they say nothing
   * @param read what its samples said
   */
  private record Kernel(String name, Shape shape, Shape read, double measured) {}

  private static final List<Kernel> KERNELS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    for (String file : List.of("results.csv", "earlier.csv")) {
      List<String> lines = Files.readAllLines(FOLDER.resolve(file));
      List<String> names = List.of(lines.get(0).split(","));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Shape read = shape(cells[names.indexOf("shape")]);
        int kind = names.indexOf("kind");
        KERNELS.add(
            new Kernel(
                cells[0],
                kind < 0 || read != Shape.UNSHAPED ? read : shape(cells[kind]),
                read,
                Double.parseDouble(cells[names.indexOf("measured")])));
      }
    }
  }

  private static Shape shape(String id) {
    return List.of(Shape.values()).stream().filter(one -> one.id().equals(id)).findFirst().get();
  }

  /** From the smallest to the largest of these, with room. */
  private static double[] interval(List<Kernel> of, double room) {
    DoubleStream low = of.stream().mapToDouble(Kernel::measured);
    DoubleStream high = of.stream().mapToDouble(Kernel::measured);
    return new double[] {low.min().orElseThrow() / room, high.max().orElseThrow() * room};
  }

  /**
   * Of a shape with enough kernels its own, no farther than all kernels go; of the others, that of
   * all. By hand without an instruction that Java has, a port may be as slow as it likes.
   */
  private static double[] interval(Shape shape, List<Kernel> known) {
    List<Kernel> same = known.stream().filter(one -> one.shape() == shape).toList();
    double[] all =
        interval(known.stream().filter(one -> !BY_HAND.contains(one.name())).toList(), ROOM_OF_ALL);
    if (shape.work().isEmpty() || same.size() < FEWEST) {
      return all;
    }
    double[] own = interval(same, ROOM);
    boolean byHand = same.stream().anyMatch(one -> BY_HAND.contains(one.name()));
    return new double[] {byHand ? own[0] : Math.max(own[0], all[0]), Math.min(own[1], all[1])};
  }

  /** What Java does by instructions that the port, without a crate, does not use. */
  private static final List<String> BY_HAND = List.of("crc");

  private static boolean holds(double[] interval, double measured) {
    return interval[0] <= measured && measured <= interval[1];
  }

  @Test
  void there_are_enough_kernels() {
    assertThat(KERNELS).hasSizeGreaterThanOrEqualTo(26);
  }

  /** Each kernel against what the others say of its shape. */
  @Test
  void left_out_one_by_one_at_least_nine_of_ten_lie_within_what_the_others_say() {
    List<String> outside = new ArrayList<>();
    for (Kernel kernel : KERNELS) {
      List<Kernel> others = KERNELS.stream().filter(one -> one != kernel).toList();
      if (!holds(interval(kernel.read(), others), kernel.measured())) {
        outside.add(kernel.name() + " " + kernel.measured());
      }
    }
    assertThat(outside.size()).as("outside: %s", outside).isLessThanOrEqualTo(KERNELS.size() / 10);
  }

  /** Fails when somebody narrows an interval. */
  @ParameterizedTest
  @EnumSource(Shape.class)
  void a_shape_assumes_no_less_than_what_was_measured_with_room(Shape shape) {
    double[] interval = interval(shape, KERNELS);
    ThreePoint gain = shape.gain();
    assertThat(gain.pessimistic()).isLessThanOrEqualTo(interval[0]);
    assertThat(gain.optimistic()).isGreaterThanOrEqualTo(interval[1]);
    assertThat(gain.pessimistic()).isLessThanOrEqualTo(gain.central());
    assertThat(gain.central()).isLessThanOrEqualTo(gain.optimistic());
  }

  /** The same number on either side of it, as far as a shape has kernels. */
  @ParameterizedTest
  @EnumSource(Shape.class)
  void the_central_gain_is_the_median(Shape shape) {
    List<Kernel> same = KERNELS.stream().filter(one -> one.shape() == shape).toList();
    boolean own = shape.work().isPresent() && same.size() >= FEWEST;
    double[] sorted =
        (own ? same : KERNELS).stream().mapToDouble(Kernel::measured).sorted().toArray();
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    assertThat(shape.gain().central()).isCloseTo(median, within(0.1 * median));
  }

  @Test
  void what_is_not_told_covers_every_other_kernel_and_is_the_policys_default() {
    assertThat(Shape.UNSHAPED.gain()).isEqualTo(Assumption.KERNEL_SPEED_UP.byDefault());
    assertThat(Shape.UNSHAPED.gain().pessimistic()).isLessThanOrEqualTo(0.45);
    assertThat(Shape.UNSHAPED.gain().optimistic()).isGreaterThanOrEqualTo(6.5);
  }
}
