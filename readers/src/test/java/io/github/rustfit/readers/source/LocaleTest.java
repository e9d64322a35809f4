package io.github.rustfit.readers.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own: what the parser makes of its names, it makes once. */
class LocaleTest {

  /** Writes the evidence of the sources in a folder. */
  static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      Evidence evidence =
          new JavaSources(folder).read(List.of(new SourceRoot("m", folder, SourceFile.Role.MAIN)));
      EvidenceJson.write(evidence, System.out);
    }
  }

  private static String read(Path sources, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Reading.class.getName(),
            sources.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    assertThat(process.waitFor()).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_turkish_machine_writes_the_same_bytes(@TempDir Path sources) throws Exception {
    Files.writeString(
        sources.resolve("I.java"),
        """
        package p;
        import java.util.List;
        public class I {
          private static final int INIT = 1;
          static List<int[]> ints;
          int narrow(long wide, String TITLE) {
            int sum = 0;
            Integer boxed = 0;
            for (int i = 0; i < wide; i++) { boxed += i; sum += (int) wide; }
            return sum + TITLE.toLowerCase().length();
          }
        }
        """);
    Files.writeString(sources.resolve("index.kt"), "package p\nfun init(i: Int) = i\n");

    String english = read(sources, "-Duser.language=en", "-Duser.country=US");
    String turkish =
        read(sources, "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Tokyo");

    assertThat(turkish).isEqualTo(english).contains("\"int\"", "p.IndexKt").doesNotContain("ı");
  }
}
