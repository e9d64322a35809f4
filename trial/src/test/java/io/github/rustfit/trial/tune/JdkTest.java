package io.github.rustfit.trial.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

  @TempDir Path home = Path.of("");

  private void holds(String release) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("bin/java"), "");
    Files.writeString(home.resolve("bin/java.exe"), "");
    Files.writeString(home.resolve("release"), release);
  }

  /** The file of Temurin 21, in part. */
  @Test
  void a_version_is_read_from_the_file_that_every_jdk_has() throws IOException {
    holds("IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"21.0.9\"\nOS_ARCH=\"x86_64\"\n");
    Jdk jdk = Jdk.of(home).orElseThrow();
    assertThat(jdk.feature()).isEqualTo(21);
    assertThat(jdk.version()).isEqualTo("21.0.9");
  }

  @Test
  void a_folder_that_is_none_is_none() throws IOException {
    assertThat(Jdk.of(home)).isEmpty();
    for (String bad :
        new String[] {
          "", "JAVA_VERSION=\"\"", "JAVA_VERSION=\"$(rm)\"", "JAVA_VERSION=\"99999999999\"", "\\u00"
        }) {
      holds(bad);
      assertThat(Jdk.of(home)).as(bad).isEmpty();
    }
  }

  @Test
  void the_one_that_runs_this_test_is_one() {
    Jdk jdk = Jdk.of(Path.of(System.getProperty("java.home"))).orElseThrow();
    assertThat(jdk.feature()).isEqualTo(Runtime.version().feature());
  }
}
