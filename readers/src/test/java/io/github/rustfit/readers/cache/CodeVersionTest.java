package io.github.rustfit.readers.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeVersionTest {

  /** Whose class file stands for code of some version. */
  static final class Sample {}

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  private static Optional<String> version(Path place) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
      return CodeVersion.of(List.of(loader.loadClass(Sample.class.getName())));
    }
  }

  private static byte[] sample() throws IOException {
    try (var in = CodeVersionTest.class.getResourceAsStream("CodeVersionTest$Sample.class")) {
      return in.readAllBytes();
    }
  }

  private static String name() {
    return Sample.class.getName().replace('.', '/') + ".class";
  }

  private Path folder(String name, String resource) throws IOException {
    Path folder = root.resolve(name);
    Files.createDirectories(folder.resolve(name()).getParent());
    Files.write(folder.resolve(name()), sample());
    Files.writeString(folder.resolve("resource"), resource);
    return folder;
  }

  private Path jar(String name, String resource) throws IOException {
    Path jar = root.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name()));
      zip.write(sample());
      zip.putNextEntry(new ZipEntry("resource"));
      zip.write(resource.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void any_change_beside_the_class_is_another_version_wherever_it_lies() throws Exception {
    assertThat(version(folder("a", "1"))).isPresent().isEqualTo(version(folder("b", "1")));
    assertThat(version(folder("c", "2"))).isPresent().isNotEqualTo(version(folder("a", "1")));
    assertThat(version(jar("a.jar", "1"))).isPresent().isEqualTo(version(jar("b.jar", "1")));
    assertThat(version(jar("c.jar", "2"))).isPresent().isNotEqualTo(version(jar("a.jar", "1")));
  }

  @Test
  void all_of_the_classes_count_and_one_of_unknown_origin_has_no_version() {
    Optional<String> one = CodeVersion.of(List.of(Sample.class));
    assertThat(CodeVersion.of(List.of(Sample.class, JavaParser.class)))
        .isPresent()
        .isNotEqualTo(one);
    assertThat(CodeVersion.of(List.of(Sample.class, String.class))).isEmpty();
  }
}
