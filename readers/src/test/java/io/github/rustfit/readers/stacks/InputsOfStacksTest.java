package io.github.rustfit.readers.stacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.input.OpenedInputs;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import one.proto.Proto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from files to evidence and back, with the readers that are found as services. */
class InputsOfStacksTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  private OpenedInputs read(String... paths) {
    InputReaders readers = InputReaders.load(getClass().getClassLoader());
    assertThat(readers.problems()).isEmpty();
    return new Inputs(root, readers.readers()).read(List.of(paths));
  }

  /** One sample of 20 ms in {@code a/B.c}, within a minute. */
  private static byte[] profile() {
    Proto proto =
        new Proto(100)
            .field(1, new Proto(9).field(1, 1).field(2, 2))
            .field(2, new Proto(9).field(1, 1).field(2, 20_000_000))
            .field(4, new Proto(9).field(1, 1).field(4, new Proto(9).field(1, 1)))
            .field(5, new Proto(9).field(1, 1).field(2, 3))
            .field(6, "")
            .field(6, "cpu")
            .field(6, "nanoseconds")
            .field(6, "a/B.c")
            .field(10, 60_000_000_000L);
    return Arrays.copyOf(proto.buffer(), proto.size());
  }

  @Test
  void both_are_told_by_content_and_may_be_packed() throws Exception {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve("one.txt")))) {
      out.write("a/B.c;d/E.f 3\n".getBytes(UTF_8));
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve("two.bin")))) {
      out.write(profile());
    }
    OpenedInputs opened = read("one.txt", "two.bin");
    assertThat(opened.failedRequests()).isEmpty();
    assertThat(opened.evidence().inputs())
        .extracting(Input::kind, Input::status)
        .containsExactly(tuple("collapsed", Input.Status.READ), tuple("pprof", Input.Status.READ));
  }

  @Test
  void together_they_add_up_in_nanoseconds_and_only_known_time_counts() throws Exception {
    Files.writeString(root.resolve("one"), "a/B.c;d/E.f 3\n");
    Files.write(root.resolve("two"), profile());
    Evidence evidence = read("one", "two").evidence();
    assertThat(evidence.profile().total(SampleKind.CPU))
        .isEqualTo(Weight.of(3, 10_000_000).merge(Weight.of(20_000_000)));
    assertThat(evidence.profile().recordedNanos()).isEqualTo(60_000_000_000L);
  }

  @Test
  void evidence_of_unknown_length_survives_its_json() throws Exception {
    Files.writeString(root.resolve("one"), "a/B.c;d/E.f 3\n");
    Evidence evidence = read("one").evidence();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(evidence, out);
    assertThat(EvidenceJson.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(evidence);
    assertThat(evidence.profile().observed()).containsEntry(SampleKind.CPU, 0L);
  }
}
