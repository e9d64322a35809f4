package io.github.rustfit.readers.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  private CacheFolder cache(String folder) {
    return new CacheFolder(root, root.resolve(folder));
  }

  private List<String> files(String folder) throws IOException {
    try (var files = Files.list(root.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void what_is_written_is_read_and_replaced_and_leaves_nothing_beside_it() throws IOException {
    CacheFolder cache = cache("a/b");
    cache.write("x", out -> out.write("first".getBytes(UTF_8)));
    cache.write("x", out -> out.write("second".getBytes(UTF_8)));

    assertThat(cache("a/b").read("x", 6)).hasValue("second".getBytes(UTF_8));
    assertThat(cache.read("x", 5)).as("too large").isEmpty();
    assertThat(cache.read("y", 5)).as("not there").isEmpty();
    assertThat(files("a/b")).containsExactly("x");
    assertThat(cache.problem()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_written_is_one_problem_with_its_remedy() throws IOException {
    Files.writeString(root.resolve("file"), "in the way");
    CacheFolder cache = cache("file/cache");
    cache.write("x", out -> out.write(1));
    cache.write("y", out -> out.write(1));

    assertThat(cache.problem())
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.text())
                  .startsWith("file/cache: The cache cannot be written: ")
                  .contains("rustfit.cache")
                  .doesNotContain(root.toString());
            });
    assertThat(cache.read("x", 9)).isEmpty();
  }

  @Test
  void half_a_file_never_takes_the_place_of_a_whole_one() throws IOException {
    CacheFolder cache = cache("c");
    cache.write("x", out -> out.write("whole".getBytes(UTF_8)));
    cache.write(
        "x",
        out -> {
          out.write("ha".getBytes(UTF_8));
          throw new IOException("No space left on device");
        });

    assertThat(cache.read("x", 9)).hasValue("whole".getBytes(UTF_8));
    assertThat(files("c")).containsExactly("x");
    assertThat(cache.problem().orElseThrow().message()).contains("No space left on device");
  }

  @Test
  void old_entries_and_what_killed_builds_left_go() throws IOException {
    CacheFolder cache = cache("c");
    Instant now = Instant.now();
    for (int i = 0; i < 5; i++) {
      cache.write("h-" + i, out -> out.write(1));
      set("c/h-" + i, now.minus(Duration.ofMinutes(i)));
    }
    cache.write("other", out -> out.write(1));
    set("c/other", now.minus(Duration.ofDays(9)));
    Files.write(root.resolve("c/h-9.tmp"), new byte[1]);
    Files.write(root.resolve("c/h-8.tmp"), new byte[1]);
    set("c/h-8.tmp", now.minus(Duration.ofDays(2)));

    cache.keepYoungest("h-", 2);

    assertThat(files("c")).containsExactly("h-0", "h-1", "h-9.tmp", "other");
    cache("nowhere").keepYoungest("h-", 2);
  }

  private void set(String file, Instant time) throws IOException {
    Files.setLastModifiedTime(root.resolve(file), FileTime.from(time));
  }
}
