package io.github.rustfit.engine.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HotCodeTest {

  private static final SortedSet<String> BOTH = new TreeSet<>(Set.of("a.Hot", "a.Cold"));

  private static SourceFile importing(String path, String imported) {
    return new SourceFile(
        "app",
        path,
        "00",
        SourceFile.Role.MAIN,
        "com.acme.hot",
        40,
        new TreeSet<>(Set.of(imported)),
        List.of(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet());
  }

  /**
   * Hot.java, which is on the stacks, and as many others as are asked for, none of them sampled.
   */
  private static Situation files(int others, long samples) {
    List<SourceFile> files = new ArrayList<>(List.of(importing("Hot.java", "a.Hot")));
    files.add(importing("Cold.java", "a.Cold"));
    for (int i = 1; i < others; i++) {
      files.add(importing("Other" + i + ".java", "a.Other"));
    }
    return new Situation().cpuSamples(samples, samples).sources(files);
  }

  /** One of 21 files is 4.8 %, one of 20 is 5 %. */
  @Test
  void what_few_cold_files_import_does_not_weigh() {
    assertThat(HotCode.of(files(20, 1000).context()).of(BOTH)).containsExactly("a.Hot");
    assertThat(HotCode.of(files(19, 1000).context()).of(BOTH)).containsExactly("a.Cold", "a.Hot");
  }

  @Test
  void all_weighs_while_nothing_was_recorded() {
    assertThat(HotCode.of(files(20, 0).context()).of(BOTH)).isEqualTo(BOTH);
  }

  @Test
  void what_no_file_imports_weighs() {
    SortedSet<String> declared = new TreeSet<>(Set.of("planned.Library"));
    assertThat(HotCode.of(files(20, 1000).context()).of(declared)).isEqualTo(declared);
  }
}
