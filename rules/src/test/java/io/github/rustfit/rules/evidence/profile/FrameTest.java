package io.github.rustfit.rules.evidence.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.testing.Records;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameTest {

  private static final Frame RUN = new Frame("b.B", "run", 7);

  @Test
  void frames_are_equal_in_class_method_and_line_or_not_at_all() {
    assertThat(RUN).isEqualTo(new Frame("b.B", "run", 7)).isEqualTo(RUN);
    assertThat(RUN).hasSameHashCodeAs(new Frame("b.B", "run", 7));
    assertThat(RUN).isNotEqualTo(new Frame("b.C", "run", 7));
    assertThat(RUN).isNotEqualTo(new Frame("b.B", "get", 7));
    assertThat(RUN).isNotEqualTo(new Frame("b.B", "run", 8));
    assertThat(RUN.equals((Object) "b.B.run:7")).isFalse();
  }

  @Test
  void keys_are_equal_in_kind_type_and_stack_or_not_at_all() {
    SampleKey key = new SampleKey(SampleKind.LOCK, List.of(RUN), "b.B");

    assertThat(key).isEqualTo(new SampleKey(SampleKind.LOCK, List.of(RUN), "b.B")).isEqualTo(key);
    assertThat(key).hasSameHashCodeAs(new SampleKey(SampleKind.LOCK, List.of(RUN), "b.B"));
    assertThat(key).isNotEqualTo(new SampleKey(SampleKind.PARK, List.of(RUN), "b.B"));
    assertThat(key).isNotEqualTo(new SampleKey(SampleKind.LOCK, List.of(RUN), "b.C"));
    assertThat(key).isNotEqualTo(new SampleKey(SampleKind.LOCK, List.of(), "b.B"));
    assertThat(key.equals((Object) RUN)).isFalse();
  }

  /** Of 6 x 6 x 20 that differ in one part at least, most have a hash code of their own. */
  @Test
  void hash_codes_tell_most_frames_and_keys_apart() {
    Set<Integer> frames = new HashSet<>();
    Set<Integer> keys = new HashSet<>();
    for (String className : List.of("a.A", "a.B", "b.A", "b.B", "c.C", "")) {
      for (String method : List.of("run", "get", "put", "add", "close", "run$1")) {
        for (int line = 1; line <= 20; line++) {
          Frame frame = new Frame(className, method, line * 40);
          frames.add(frame.hashCode());
          SampleKind kind = SampleKind.values()[line % 10];
          keys.add(new SampleKey(kind, List.of(frame), className).hashCode());
        }
      }
    }
    assertThat(frames).hasSizeGreaterThan(680);
    assertThat(keys).hasSizeGreaterThan(680);
  }

  @Test
  void code_with_a_class_is_java_and_other_code_is_native() {
    assertThat(RUN.java()).isTrue();
    assertThat(new Frame("", "memcpy", 0).java()).isFalse();
    assertThat(Frame.CUT.java()).isFalse();
    assertThatThrownBy(() -> new Frame("b.B", "run", -1)).hasMessageContaining("line -1");
  }

  @Test
  void frames_stand_by_class_method_and_line() {
    Records.stand(
        List.of(
            new Frame("a", "b", 2),
            new Frame("b", "a", 2),
            new Frame("b", "b", 1),
            new Frame("b", "b", 2)));
  }

  /** Stacks are compared from the leaf on, and one that ends earlier stands first. */
  @Test
  void keys_stand_by_kind_type_and_stack() {
    Frame get = new Frame("a.A", "get", 1);
    Records.stand(
        List.of(
            new SampleKey(SampleKind.CPU, List.of(RUN), "b"),
            new SampleKey(SampleKind.LOCK, List.of(RUN), "a"),
            new SampleKey(SampleKind.LOCK, List.of(), "b"),
            new SampleKey(SampleKind.LOCK, List.of(get, RUN), "b"),
            new SampleKey(SampleKind.LOCK, List.of(RUN), "b"),
            new SampleKey(SampleKind.LOCK, List.of(RUN, get), "b"),
            new SampleKey(SampleKind.LOCK, List.of(RUN, RUN), "b")));
  }

  @Test
  void each_kind_has_a_unit() {
    assertThat(SampleKind.CPU.unit()).isEqualTo("ns");
    assertThat(SampleKind.ALLOCATION.unit()).isEqualTo("bytes");
    assertThat(SampleKind.EXCEPTION.unit()).isEqualTo("count");
  }
}
