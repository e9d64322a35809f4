package io.github.rustfit.readers.collapsed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.stacks.Converted;
import io.github.rustfit.readers.stacks.FileContent;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with the JFR reader, and with sums over the text that awk would make as well. */
class CollapsedCorpusTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  private static Reading read(Path file) throws IOException {
    return new CollapsedReader().read(new FileContent(file));
  }

  @ParameterizedTest
  @CsvSource({"sample1, 185, 143", "sample2, 188, 151"})
  void async_profilers_own_samples_sum_up_as_by_awk(String name, long samples, long reads)
      throws IOException {
    Path file = Converted.corpus().resolve("jfr").resolve(name + ".collapsed");
    Reading reading = read(file);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.profile().total(SampleKind.CPU)).isEqualTo(Weight.of(samples, 10_000_000));
    assertThat(byLeaf(reading)).containsEntry(".read", reads);
    assertThat(reading.profile().samples().keySet())
        .allMatch(
            key ->
                key.stack().get(key.stack().size() - 1).equals(new Frame("BusyClient", "run", 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "ap46-cpu, --cpu, CPU",
    "ap46-itimer, --dot, CPU",
    "ap46-ctimer, --norm, CPU",
    "ap46-ctimer, --threads, CPU",
    "ap46-wall, --wall, WALL",
    "ap46-alloc_128k, --alloc, ALLOCATION"
  })
  void a_converted_recording_reads_like_the_recording(String name, String option, SampleKind kind)
      throws IOException {
    Path recording = Converted.recording(name, folder);
    Path file = Converted.collapsed(recording, option);
    Reading reading = read(file);
    Reading jfr = Converted.jfr(recording);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(Converted.observed(reading)).containsExactly(kind);
    assertThat(Converted.count(reading, kind))
        .isEqualTo(textSum(file))
        .isEqualTo(Converted.count(jfr, kind));
    Map<String, Long> expected = new TreeMap<>(Converted.samples(jfr, false));
    expected.keySet().removeIf(key -> !key.startsWith(kind.name()));
    assertThat(Converted.samples(reading, false)).isEqualTo(expected);
  }

  @Test
  void of_a_recording_by_the_jdk_the_converter_takes_native_samples_along() throws IOException {
    Path recording = Converted.recording("jdk25-profile", folder);
    Path file = Converted.collapsed(recording);
    Reading jfr = Converted.jfr(recording);
    assertThat(read(file).profile().total(SampleKind.CPU).samples())
        .isEqualTo(textSum(file))
        .isEqualTo(
            jfr.profile().total(SampleKind.CPU).samples()
                + jfr.profile().total(SampleKind.NATIVE).samples());
  }

  @Test
  void the_top_methods_are_those_of_the_text() throws IOException {
    Path file = Converted.collapsed(Converted.recording("ap46-cpu", folder), "--cpu");
    Map<String, Long> text = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] frames = line.substring(0, line.lastIndexOf(' ')).split(";");
      String leaf = frames[frames.length - 1];
      if (leaf.startsWith("com/acme/") && !leaf.contains("$$Lambda")) {
        text.merge(leaf.replaceFirst("_\\[.]$", "").replace('/', '.'), count(line), Long::sum);
      }
    }
    Map<String, Long> read = new TreeMap<>(byLeaf(read(file)));
    read.keySet().removeIf(leaf -> !leaf.startsWith("com.acme.") || leaf.contains("$$Lambda"));
    assertThat(read).isEqualTo(text).containsEntry("com.acme.shop.pricing.Matrix.price", 25L);
  }

  @Test
  void totals_in_bytes_are_the_recordings_bytes_and_claim_no_more_samples() throws IOException {
    Path recording = Converted.recording("ap46-alloc_128k", folder);
    Path file = Converted.collapsed(recording, "--alloc", "--total");
    Weight total = read(file).profile().total(SampleKind.ALLOCATION);
    assertThat(total.amount())
        .isEqualTo(textSum(file))
        .isEqualTo(Converted.jfr(recording).profile().total(SampleKind.ALLOCATION).amount());
    assertThat(total.samples()).isEqualTo(Files.readAllLines(file).size());
  }

  @Test
  void a_lock_profile_is_not_taken_for_allocation() throws IOException {
    Path recording = Converted.recording("ap46-lock_1us", folder);
    Reading reading = read(Converted.collapsed(recording, "--lock"));
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.profile().observed()).isEmpty();
  }

  @Test
  void nothing_else_in_the_corpus_is_claimed() throws IOException {
    Converted.heads()
        .forEach(
            (path, head) ->
                assertThat(new CollapsedReader().claims(head))
                    .as("%s", path)
                    .isEqualTo(path.toString().endsWith(".collapsed")));
  }

  private static Map<String, Long> byLeaf(Reading reading) {
    Map<String, Long> leaves = new TreeMap<>();
    reading
        .profile()
        .samples()
        .forEach(
            (key, weight) -> {
              Frame leaf = key.stack().get(0);
              leaves.merge(leaf.className() + "." + leaf.method(), weight.samples(), Long::sum);
            });
    return leaves;
  }

  private static long textSum(Path file) throws IOException {
    return Files.readAllLines(file).stream().mapToLong(CollapsedCorpusTest::count).sum();
  }

  private static long count(String line) {
    return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
  }
}
