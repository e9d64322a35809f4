package io.github.rustfit.readers.jfr.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustfit.readers.jfr.format.DamagedException;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownTest {

  private final Known known = new Known();
  private final Frame leaf = new Frame("a.Leaf", "run", 7);
  private final Frame root = new Frame("a.Root", "main", 3);

  @ParameterizedTest
  @EnumSource(SampleKind.class)
  void a_number_stands_for_what_it_was_made_of(SampleKind kind) {
    int[] frames = {known.frame(leaf), known.frame(root)};
    int type = known.type("a.Type");
    long key = Known.key(kind, known.stack(frames, 2, 2), type);
    assertThat(known.key(key)).isEqualTo(new SampleKey(kind, List.of(leaf, root), "a.Type"));
    long bare = Known.key(kind, known.stack(frames, 0, 0), Known.NO_TYPE);
    assertThat(known.key(bare)).isEqualTo(new SampleKey(kind, List.of(), ""));
  }

  @Test
  void equal_stacks_and_types_have_one_number() {
    int[] frames = {known.frame(leaf), known.frame(new Frame("a.Leaf", "run", 7)), 99};
    assertThat(frames[0]).isEqualTo(frames[1]);
    assertThat(known.stack(frames, 1, 1)).isEqualTo(known.stack(frames.clone(), 1, 1));
    assertThat(known.stack(frames, 1, 1)).isNotEqualTo(known.stack(frames, 2, 2));
    assertThat(known.type("a.Type")).isEqualTo(known.type("a.Type")).isNotEqualTo(Known.NO_TYPE);
  }

  @Test
  void a_number_too_large_for_its_place_is_refused() {
    int over = 1 << 30;
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> Known.key(SampleKind.CPU, over, 0));
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> Known.key(SampleKind.CPU, 0, over));
  }
}
