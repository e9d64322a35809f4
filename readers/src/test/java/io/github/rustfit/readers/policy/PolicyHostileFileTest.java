package io.github.rustfit.readers.policy;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no policy, or want to do harm. */
class PolicyHostileFileTest {

  private static Problem only(byte[] bytes) {
    PolicyReading reading =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> PolicyReader.read("rustfit.yaml", bytes));
    assertThat(reading.problems()).hasSize(1);
    return reading.problems().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          limits:\\n\\tcpuShare: 1         | A tab cannot indent or separate here (line 2, column 1).
          version: 1\\ncomponents: "abc    | The quote that opens here is never closed (line 2, column 13).
          limits: cpuShare: 1              | A ':' is not allowed here (line 1, column 17).
          limits: {cpuShare: 1             | This is not valid YAML: expected ',' or '}', but got <stream end> (line 1, column 21).
          limits:\\n  cpuShare: 1\\n gcPauseP99: 5 | This does not fit what stands above it (line 3, column 2).
          limits: *nowhere                 | This alias (*name) refers to no anchor (&name) (line 1, column 9).
          version: 1\\n---\\nversion: 1     | A second document starts here (line 3, column 1).
          limits: !!javax.script.ScriptEngineManager {} | A tag (!…) is not supported (line 1, column 9).
          limits: !mine {}                 | A tag (!…) is not supported (line 1, column 9).
          ? [a, b]\\n: 1                    | A key must be plain text (line 1, column 3).
          """)
  void broken_yaml_is_said_in_plain_words(String yaml, String message) {
    String text = yaml.replace("\\n", "\n").replace("\\t", "\t");

    assertThat(only(text.getBytes(UTF_8)).message()).isEqualTo(message);
  }

  @Test
  void a_file_that_is_no_utf8_text_is_refused() {
    assertThat(only("version: 1".getBytes(UTF_16)).message()).isEqualTo("The file is UTF-16 text.");
    assertThat(only("version: 1\nx: \u00e4".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
        .extracting(Problem::message)
        .isEqualTo("The file is not UTF-8 text (line 2, column 4).");
    assertThat(only(new byte[] {'a', 0, 'b'}).message())
        .isEqualTo("The file is binary, not text (line 1, column 2).");
    assertThat(only("a\nb\u0007".getBytes(UTF_8)).message())
        .isEqualTo("The control character U+0007 is not allowed (line 2, column 2).");
  }

  @Test
  void a_billion_laughs_end_early() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(only(yaml.toString().getBytes(UTF_8)).message())
        .isEqualTo("The file uses too many aliases (*name).");
  }

  @Test
  void aliases_within_the_limit_still_cannot_explode() {
    StringBuilder yaml = new StringBuilder("components:\n- &a0 [1, 2]\n");
    for (int i = 1; i < 25; i++) {
      yaml.append("- &a%d [*a%d, *a%d]\n".formatted(i, i - 1, i - 1));
    }
    PolicyReading reading =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> PolicyReader.read("p", yaml.toString().getBytes(UTF_8)));

    assertThat(reading.problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.startsWith("The aliases (*name) expand to too much"));
  }

  @Test
  void an_alias_to_itself_ends() {
    PolicyReading reading = PolicyReader.read("p", "components: &a [*a]".getBytes(UTF_8));

    assertThat(reading.problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.startsWith("The aliases (*name) expand to too much"));
  }

  @Test
  void a_tower_of_brackets_ends_early() {
    assertThat(only("[".repeat(1 << 20).getBytes(UTF_8)).message())
        .isEqualTo("The content is nested deeper than 50 levels.");
  }

  @Test
  void ten_megabytes_are_not_read() throws IOException {
    byte[] large = "# padding\n".repeat(1 << 20).getBytes(UTF_8);
    ByteArrayInputStream in = new ByteArrayInputStream(large);

    assertThat(PolicyReader.read("p", in).problems())
        .extracting(Problem::message)
        .containsExactly("The file is larger than 1 MiB, the most that is read.");
    assertThat(in.available()).isEqualTo(large.length - (1 << 20) - 1);
  }

  @Test
  void random_bytes_and_damaged_policies_never_throw() {
    Random random = new Random(7);
    byte[] good =
        "serviceLevel: {targetMs: 20, percentile: 99}\nlimits:\n  cpuShare: 0.5\ncomponents: [{name: \"a\"}]\n"
            .getBytes(UTF_8);
    String signs = "{}[]:,&*!|>'\"%@`#-? \t\n0e~<=";
    for (int i = 0; i < 400; i++) {
      byte[] bytes = good.clone();
      if (i % 4 == 0) {
        random.nextBytes(bytes);
      } else {
        for (int j = 0; j < 1 + i % 5; j++) {
          bytes[random.nextInt(bytes.length)] = (byte) signs.charAt(random.nextInt(signs.length()));
        }
      }
      PolicyReading reading = PolicyReader.read("p", bytes);
      reading.problems().forEach(problem -> assertThat(problem.message()).doesNotContain("\n"));
    }
  }
}
