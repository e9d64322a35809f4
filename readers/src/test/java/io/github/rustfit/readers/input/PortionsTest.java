package io.github.rustfit.readers.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read a few at a time, against the same files read at once. */
class PortionsTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @Test
  void in_portions_the_same_is_read_as_at_once() throws IOException {
    Path in = Files.createDirectory(root.resolve("in"));
    for (int i = 100; i < 170; i++) {
      Files.writeString(in.resolve(i + ".log"), "LINES\none\ntwo\n" + i);
    }
    Files.write(in.resolve("bad.gz"), new byte[] {31, -117, 8, 0});
    Inputs inputs = new Inputs(root, List.of(new LineReader()));
    Evidence whole = inputs.read(List.of("in", "in/1*.log")).evidence();
    List<Evidence> portions = new ArrayList<>();
    OpenedInputs rest =
        inputs.readEach(List.of("in", "in/1*.log", "nothing"), Set::of, portions::add);
    assertThat(portions).hasSize(3);
    Evidence all = portions.stream().reduce(Evidence.EMPTY, Evidence::merge);
    assertThat(all.inputs()).isEqualTo(whole.inputs());
    assertThat(all.gcLogs()).isEqualTo(whole.gcLogs()).hasSize(70);
    assertThat(rest.failedRequests()).containsExactly("nothing");
    assertThat(rest.evidence().problems()).hasSize(1);
  }

  /** Rotation's numbers come behind the name, so parts lie one behind the other. */
  @Test
  void parts_of_one_series_come_in_one_portion() {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      files.add(Path.of("a" + i + "x"));
    }
    for (int i = 0; i < 5; i++) {
      files.add(Path.of("gc.log." + i));
    }
    files.add(Path.of("z"));
    assertThat(Portions.of(files).stream().map(List::size)).containsExactly(36, 1);
  }
}
