package io.github.rustfit.engine.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on a page stands in the sample's file that the page links to before it. */
class HowToPagesTest {

  private static final Path FOLDER = Path.of("..", "docs", "how-to");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern LINK_OR_BLOCK =
      Pattern.compile(LINK.pattern() + "|(?m)^```[a-z]*\n((?s:.*?))^```$");

  /** A block of a page and the file that it is from. */
  record Shown(Path file, String code) {}

  private static List<Shown> shown(String page) throws IOException {
    List<Shown> shown = new ArrayList<>();
    Path file = Path.of("");
    Matcher matcher = LINK_OR_BLOCK.matcher(Files.readString(FOLDER.resolve(page), UTF_8));
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        Path linked = FOLDER.resolve(matcher.group(1));
        file = Files.isRegularFile(linked) && !linked.toString().endsWith(".md") ? linked : file;
      } else {
        shown.add(new Shown(file, matcher.group(2)));
      }
    }
    return shown;
  }

  static Stream<Shown> blocks() throws IOException {
    List<Shown> all = new ArrayList<>(shown("write-a-rule.md"));
    all.addAll(shown("read-another-format.md"));
    all.addAll(shown("many-repositories.md"));
    assertThat(all).hasSizeGreaterThan(15);
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void code_on_a_page_is_the_samples_code(Shown shown) throws IOException {
    assertThat(plain(Files.readString(shown.file(), UTF_8))).contains(plain(shown.code()));
  }

  /** Without indentation, which a page leaves out. */
  private static String plain(String code) {
    return code.replaceAll("(?m)^[ \t]+", "").strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write-a-rule.md",
        "read-another-format.md",
        "many-repositories.md",
        "record-cargo.md",
        "record-quarkus.md",
        "record-spring-boot.md",
        "record-without-forks.md"
      })
  void every_link_leads_to_a_file(String page) throws IOException {
    assertThat(LINK.matcher(Files.readString(FOLDER.resolve(page), UTF_8)).results())
        .extracting(link -> link.group(1))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(FOLDER.resolve(link)).exists());
  }
}
