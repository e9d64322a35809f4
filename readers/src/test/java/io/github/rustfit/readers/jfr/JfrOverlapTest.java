package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.jfr.format.ChunkHeader;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dumps of one recording while it goes on: each begins with the chunks of the one before. How many
 * exceptions and which chunks there are is known from how they were made.
 */
class JfrOverlapTest {

  private static final int FIRST = 11;
  private static final int SECOND = 13;
  private static final int THIRD = 17;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @BeforeAll
  static void dumps() throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JavaExceptionThrow").with("throttle", "off").withStackTrace();
      recording.enable("jdk.ActiveSetting");
      recording.start();
      throwAndCatch(FIRST);
      recording.dump(folder.resolve("one.jfr"));
      throwAndCatch(SECOND);
      recording.dump(folder.resolve("two.jfr"));
      throwAndCatch(THIRD);
      recording.dump(folder.resolve("three.jfr"));
    }
    // What a recording with a limit of its size keeps: all but the oldest chunk.
    byte[] all = Files.readAllBytes(folder.resolve("three.jfr"));
    int first = (int) ChunkHeader.parse(ByteBuffer.wrap(all)).size();
    Files.write(folder.resolve("rest.jfr"), Arrays.copyOfRange(all, first, all.length));
    Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(all, first / 2));
  }

  private static final class Oops extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void throwAndCatch(int times) {
    for (int i = 0; i < times; i++) {
      try {
        throw new Oops();
      } catch (Oops e) {
        assertThat(e).hasNoCause();
      }
    }
  }

  private static Evidence read(String... files) {
    return new Inputs(folder, List.of(new JfrInputReader())).read(List.of(files)).evidence();
  }

  private static long thrown(Evidence evidence) {
    return evidence.profile().samples().entrySet().stream()
        .filter(sample -> sample.getKey().kind() == SampleKind.EXCEPTION)
        .filter(sample -> sample.getKey().type().equals(Oops.class.getName()))
        .mapToLong(sample -> sample.getValue().samples())
        .sum();
  }

  @Test
  void chunks_that_several_dumps_have_count_once() {
    Evidence last = read("three.jfr");
    assertThat(thrown(last)).isEqualTo(FIRST + SECOND + THIRD);
    Evidence all = read("one.jfr", "two.jfr", "three.jfr");
    assertThat(thrown(all)).isEqualTo(FIRST + SECOND + THIRD);
    assertThat(all.profile().recordedNanos()).isEqualTo(last.profile().recordedNanos());
    assertThat(all.inputs()).hasSize(3);
    assertThat(all.overlap().torn()).isEmpty();
  }

  @Test
  void of_a_dump_that_begins_later_only_what_is_new_counts() {
    Evidence both = read("two.jfr", "rest.jfr");
    assertThat(thrown(both)).isEqualTo(FIRST + SECOND + THIRD);
    assertThat(both.profile().recordedNanos())
        .isEqualTo(read("three.jfr").profile().recordedNanos());
    assertThat(both.overlap().torn()).isEmpty();
  }

  @Test
  void evidence_of_both_counts_once_and_never_twice() {
    assertThat(thrown(read("one.jfr").merge(read("three.jfr")))).isEqualTo(FIRST + SECOND + THIRD);
    Evidence torn = read("two.jfr").merge(read("rest.jfr"));
    assertThat(thrown(torn)).isIn((long) FIRST + SECOND, (long) SECOND + THIRD);
    assertThat(torn.overlap().torn()).hasSize(1);
    assertThat(torn).isEqualTo(read("rest.jfr").merge(read("two.jfr")));
  }

  @Test
  void a_copy_that_was_cut_adds_nothing() {
    assertThat(thrown(read("three.jfr", "cut.jfr"))).isEqualTo(FIRST + SECOND + THIRD);
  }

  @Test
  void recordings_that_were_put_together_count_each_chunk_once() throws Exception {
    byte[] one = Files.readAllBytes(folder.resolve("one.jfr"));
    byte[] two = Files.readAllBytes(folder.resolve("two.jfr"));
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    Files.write(folder.resolve("both.jfr"), both);
    assertThat(thrown(read("both.jfr"))).isEqualTo(FIRST + SECOND);
  }
}
