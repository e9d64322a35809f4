package io.github.rustfit.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Links that a hostile repository tracks, and files that are in the way. */
@DisabledOnOs(OS.WINDOWS)
class KeptFileTest {

  @TempDir Path folder = Path.of("");

  @Test
  void it_is_written_and_nothing_else_is_left() throws Exception {
    Path root = Files.createDirectories(folder.resolve("root"));
    Path file = root.resolve("rustfit/kept.json");

    KeptFile kept = KeptFile.of(root, file);
    assertThat(file).doesNotExist();
    kept.write("one");
    kept.write("two");

    assertThat(file).hasContent("two");
    assertThat(file.getParent()).isDirectoryContaining("glob:**/kept.json");
    try (var all = Files.list(file.getParent())) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void no_link_is_written_through() throws Exception {
    Path root = folder.resolve("root");
    Files.createDirectories(root.resolve("rustfit"));
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path precious = Files.writeString(outside.resolve("precious"), "precious");
    Path file = root.resolve("rustfit/kept.json");
    Files.createSymbolicLink(root.resolve("rustfit/.kept.json.part"), precious);

    KeptFile.of(root, file).write("kept");
    assertThat(file).hasContent("kept");

    Files.delete(file);
    Files.createSymbolicLink(file, precious);
    refused(root, file, "it is a link, or no plain file");
    Path linked = Files.createSymbolicLink(root.resolve("linked"), outside);
    refused(root, linked.resolve("kept.json"), "a link leads out of the project");
    assertThat(precious).hasContent("precious");
  }

  @Test
  void what_is_in_the_way_is_named() throws Exception {
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.writeString(root.resolve("rustfit"), "a file");

    refused(root, root.resolve("rustfit/kept.json"), "which cannot be written: ");
  }

  private static void refused(Path root, Path file, String why) {
    assertThatExceptionOfType(GoalException.class)
        .isThrownBy(() -> KeptFile.of(root, file))
        .withMessageContaining(why)
        .withMessageEndingWith("Move away what is there, or make the folder writable.");
  }
}
