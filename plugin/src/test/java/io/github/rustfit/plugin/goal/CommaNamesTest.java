package io.github.rustfit.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommaNamesTest {

  private final Path root;

  CommaNamesTest(@TempDir Path root) throws IOException {
    this.root = root;
    for (String name : List.of("a,b.log", "c, d,e.log", "f.log", "f.log,g.log", "h")) {
      Files.createFile(root.resolve(name));
    }
  }

  @Test
  void a_file_whose_name_has_commas_is_one() {
    assertThat(whole("a", "b.log")).containsExactly("a,b.log");
    assertThat(whole("h", "a", "b.log", "x*.log")).containsExactly("h", "a,b.log", "x*.log");
  }

  @Test
  void files_that_are_there_by_themselves_stay_apart() {
    assertThat(whole("f.log", "g.log")).containsExactly("f.log", "g.log");
  }

  @Test
  void names_that_lead_nowhere_stay_as_they_are() {
    assertThat(whole("no", "file", "\0")).containsExactly("no", "file", "\0");
    assertThat(whole()).isEmpty();
  }

  private List<String> whole(String... requests) {
    return CommaNames.whole(root, List.of(requests));
  }
}
