package io.github.rustfit.readers.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  @TempDir Path folder = Path.of("");

  private Manifest.Reading read(String text) throws IOException {
    return Manifest.read(folder, Files.writeString(folder.resolve("labels.csv"), text));
  }

  @Test
  void the_longest_path_counts() throws IOException {
    Manifest.Reading reading =
        read(
            """
            path,service,team
            orders/,orders,payments
            orders/a.jfr,orders-a,
            "with, comma.zip","say ""hello"" ",x
            """);

    assertThat(reading.problems()).isEmpty();
    Manifest manifest = reading.manifest();
    assertThat(manifest.labels("orders/2026/b.jfr"))
        .isEqualTo(Labels.NONE.with("service", "orders").with("team", "payments"));
    assertThat(manifest.labels("orders/a.jfr")).isEqualTo(Labels.NONE.with("service", "orders-a"));
    assertThat(manifest.labels("with, comma.zip!/in/x.jfr").service()).isEqualTo("say \"hello\"");
    assertThat(manifest.labels("orders-b/a.jfr")).isEqualTo(Labels.NONE);
  }

  @Test
  void what_is_wrong_is_said_by_line_and_the_rest_counts() throws IOException {
    Manifest.Reading reading =
        read(
            """
            path,service,colour
            a.jfr,one,red
            ,two,
            a.jfr,three,
            b.jfr,"four
            lines",
            c.jfr,five,
            """);

    assertThat(reading.problems())
        .extracting(Problem::line, Problem::message)
        .containsExactly(
            tuple(2, "A column is named 'colour', which is no label."),
            tuple(3, "A line without a path."),
            tuple(4, "The path is there before with other labels, and those count."),
            tuple(5, "Its service is no text of one line and up to 200 characters."));
    assertThat(reading.manifest().labels("a.jfr").service()).isEqualTo("one");
    assertThat(reading.manifest().labels("c.jfr").service()).isEqualTo("five");
  }

  @Test
  void what_is_no_list_is_said() throws IOException {
    assertThat(Manifest.read(folder, folder.resolve("none.csv")).problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .startsWith("none.csv: It is no file. Correct the list: a line of names, path and any of");
    assertThat(read("path,service\na.jfr,\"never closed\n").problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("It is no CSV from here on: ");
    assertThat(read("path,service\na,b,c,d\n").problems()).isNotEmpty();
    assertThat(read("").problems()).isNotEmpty();
  }
}
