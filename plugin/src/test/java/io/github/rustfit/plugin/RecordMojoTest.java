package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecordMojoTest {

  /** Maven 3.8.7 gave the first two where no POM was: {@code mvn …:record} in an empty folder. */
  @Test
  void without_a_pom_files_go_below_the_folder_that_maven_was_started_in() {
    Path here = Path.of("here").toAbsolutePath();
    String unresolved = "${project.basedir}" + File.separator + "target/rustfit";
    assertThat(RecordMojo.folder(new File(unresolved), here.toString()))
        .isEqualTo(here.resolve("target/rustfit"));
    assertThat(RecordMojo.folder(new File(here.toFile(), unresolved), here.toString()))
        .isEqualTo(here.resolve("target/rustfit"));
    assertThat(RecordMojo.folder(here.resolve("a/../b").toFile(), "elsewhere"))
        .isEqualTo(here.resolve("b"));
  }
}
