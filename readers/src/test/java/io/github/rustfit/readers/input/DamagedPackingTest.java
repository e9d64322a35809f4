package io.github.rustfit.readers.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Input.Status;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of packed content that is damaged, and what files are that are none of ours. */
class DamagedPackingTest {

  private static final String LINES = "LINES\none\ntwo\n";

  /** {@link #LINES}, from zstd(1). */
  private static final byte[] ZSTD =
      Base64.getDecoder().decode("KLUv/SQOcQAATElORVMKb25lCnR3bwrs/Rxk");

  /** RFC 8878, 3.1.2: magic number, four bytes of length, and so many bytes. */
  private static final byte[] SKIPPABLE = {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 'a', 'b', 'c'};

  private final Path root;

  DamagedPackingTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void a_wrong_checksum_of_gzip_keeps_the_data() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(LINES.getBytes(UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    bytes[bytes.length - 8] ^= 1;
    Input input = read("a.gz", bytes);
    assertThat(input.status()).isEqualTo(Status.PARTIAL);
    assertThat(input.problem()).contains("wrong checksum", LINES.length() + " uncompressed bytes");
  }

  @Test
  void frames_of_zstandard_that_may_be_skipped_are() throws IOException {
    assertThat(read("before.zst", joined(SKIPPABLE, ZSTD)).status()).isEqualTo(Status.READ);
    assertThat(read("behind.zst", joined(ZSTD, SKIPPABLE)).status()).isEqualTo(Status.READ);
    assertThat(read("both.zst", joined(SKIPPABLE, SKIPPABLE, ZSTD)).status())
        .isEqualTo(Status.READ);
  }

  @Test
  void all_frames_of_zstandard_are_read_and_what_is_none_is_said() throws IOException {
    assertThat(read("two.zst", joined(ZSTD, ZSTD)).sha256())
        .isEqualTo(read("plain", (LINES + LINES).getBytes(UTF_8)).sha256());
    for (byte[] rubbish : new byte[][] {{0}, "rubbish".getBytes(UTF_8), {0x5a, 0x2a, 0x4d}}) {
      Input input = read("trailing.zst", joined(ZSTD, rubbish));
      assertThat(input.status()).isEqualTo(Status.PARTIAL);
      assertThat(input.problem()).contains("Bytes follow", LINES.length() + " uncompressed bytes");
    }
  }

  @Test
  void files_that_people_take_for_inputs_are_named_with_what_to_do() throws IOException {
    assertProblem(
        "version https://git-lfs.github.com/spec/v1\noid sha256:1d03\nsize 159368393\n",
        "pointer of Git LFS",
        "git lfs pull");
    assertProblem(
        "<?xml version=\"1.0\"?>\n<verbosegc xmlns=\"http://www.ibm.com/j9/verbosegc\">\n",
        "OpenJ9",
        "-Xlog:gc*,safepoint");
    assertProblem(
        "<!DOCTYPE html>\n<html lang='en'><head><title>Flame Graph</title>",
        "flame graph",
        "app.jfr");
    assertProblem("<html><body>Sign in</body></html>", "HTML page", "download the file itself");
    assertProblem("<svg xmlns='http://www.w3.org/2000/svg'>", "picture", "collapsed");
    assertProblem("JAVA PROFILE 1.0.2\0", "heap dump", "StartFlightRecording");
  }

  @Test
  void what_lies_in_a_default_place_and_cannot_be_used_is_passed_over_with_a_note()
      throws IOException {
    Files.createDirectories(root.resolve("in"));
    Files.createFile(root.resolve("in/empty.jfr"));
    Files.writeString(root.resolve("in/lfs.log"), "version https://git-lfs.github.com/spec/v1\n");
    Files.writeString(root.resolve("in/app.log"), "INFO started\n");
    Files.writeString(root.resolve("in/notes.md"), "# Notes\n");
    Files.write(root.resolve("in/good.log"), LINES.getBytes(UTF_8));
    OpenedInputs opened =
        new Inputs(root, List.of(new LineReader())).readDefaults(List.of(root.resolve("in")));
    assertThat(opened.evidence().inputs()).extracting(Input::path).containsExactly("in/good.log");
    assertThat(opened.evidence().problems())
        .extracting(Problem::where)
        .containsExactly("in/app.log", "in/empty.jfr", "in/lfs.log");
    assertThat(opened.failedRequests()).isEmpty();
    OpenedInputs named = new Inputs(root, List.of(new LineReader())).read(List.of("in/empty.jfr"));
    assertThat(named.failedRequests()).containsExactly("in/empty.jfr");
  }

  private void assertProblem(String content, String what, String remedy) throws IOException {
    Input input = read("file", content.getBytes(UTF_8));
    assertThat(input.status()).isEqualTo(Status.FAILED);
    assertThat(input.problem()).contains(what, remedy);
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private Input read(String name, byte[] content) throws IOException {
    Files.write(root.resolve(name), content);
    return new Inputs(root, List.of(new LineReader()))
        .read(List.of(name))
        .evidence()
        .inputs()
        .first();
  }
}
