package io.github.rustfit.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folders
class OutputFolderTest {

  @TempDir Path folder = Path.of("");
  @TempDir private Path outside;

  private OutputFolder output() {
    return new OutputFolder(folder, "do something else");
  }

  private static OutputFolder.Writing text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void noSpace(OutputStream out) throws IOException {
    out.write(1);
    throw new IOException("No space left on device");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(one -> folder.relativize(one).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void a_full_disk_leaves_all_files_of_the_earlier_run_and_none_of_this_one() throws Exception {
    output().write("a.json", text("earlier"));
    output().write("pages/b.html", text("earlier"));

    assertThatThrownBy(
            () -> {
              try (OutputFolder.Batch batch = output().batch()) {
                batch.write("a.json", text("now"));
                batch.write("pages/b.html", text("now"));
                batch.write("c.json", OutputFolderTest::noSpace);
                batch.publish();
              }
            })
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("c.json")
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("do something else");

    assertThat(names()).containsExactly("a.json", "pages/b.html");
    assertThat(folder.resolve("a.json")).hasContent("earlier");
    assertThat(folder.resolve("pages/b.html")).hasContent("earlier");
  }

  @Test
  void links_that_lie_where_files_and_folders_go_lead_nowhere() throws Exception {
    Path victim = Files.writeString(outside.resolve("victim.txt"), "precious");
    Path page = Files.writeString(outside.resolve("b.html"), "precious");
    Files.createSymbolicLink(folder.resolve("evidence.json"), victim);
    Files.createSymbolicLink(folder.resolve("evidence.json.part"), victim);
    Files.createSymbolicLink(folder.resolve("pages"), outside);

    output().keepOnly("pages", "*.html", Set.of());
    output().write("evidence.json", text("ours"));
    output().write("pages/b.html", text("ours"));

    assertThat(victim).hasContent("precious");
    assertThat(page).hasContent("precious");
    assertThat(folder.resolve("evidence.json")).isRegularFile().hasContent("ours");
    assertThat(Files.isSymbolicLink(folder.resolve("evidence.json"))).isFalse();
    assertThat(folder.resolve("pages/b.html")).hasContent("ours");
  }

  @Test
  void builds_at_the_same_time_all_succeed_and_leave_whole_files_only() throws Exception {
    int builds = 4;
    CyclicBarrier allHaveBegun = new CyclicBarrier(builds);
    ExecutorService machine = Executors.newFixedThreadPool(builds);
    try {
      List<Callable<Path>> tasks = new ArrayList<>();
      for (int build = 0; build < builds; build++) {
        String content = String.valueOf(build).repeat(100_000);
        tasks.add(
            () ->
                output()
                    .write(
                        "index.html",
                        out -> {
                          try {
                            out.write(content.substring(1).getBytes(StandardCharsets.UTF_8));
                            allHaveBegun.await(); // each is half way when the others begin
                            out.write(content.charAt(0));
                          } catch (InterruptedException
                              | java.util.concurrent.BrokenBarrierException e) {
                            throw new IOException(e);
                          }
                        }));
      }
      for (Future<Path> one : machine.invokeAll(tasks)) {
        assertThat(one.get()).exists();
      }
    } finally {
      machine.shutdownNow();
    }
    assertThat(names()).containsExactly("index.html");
    String left = Files.readString(folder.resolve("index.html"));
    assertThat(left).hasSize(100_000).containsPattern("^(0+|1+|2+|3+)$");
  }
}
