package io.github.rustfit.readers.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.labels.Hosts;
import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.readers.labels.Manifest;
import io.github.rustfit.readers.labels.PathLabels;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Input.Status;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  private static final String LINES = "LINES\none\ntwo\n";

  /** From sha256sum(1). */
  private static final String DIGEST =
      "39cb1df366c59fd07df22af36cf67eb10a3f185b7544b55a6cd9e6065be98ecc";

  /** From zstd(1). */
  private static final byte[] ZSTD =
      Base64.getDecoder().decode("KLUv/SQOcQAATElORVMKb25lCnR3bwrs/Rxk");

  private static final List<InputReader> READERS =
      List.of(
          new LineReader.Broken(),
          new LineReader.ByFile(),
          new LineReader(),
          new LineReader.Lazy());

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @Test
  void the_same_log_plain_gzipped_zstandard_and_zipped_is_listed_each_time_and_counts_once()
      throws IOException {
    write("a.log", LINES.getBytes(UTF_8));
    write("b.log.gz", gzip(LINES));
    write("c", ZSTD);
    write("d.zip", zip(Map.of("x/y.txt", LINES.getBytes(UTF_8), "z.gz", gzip(LINES))));
    OpenedInputs opened = read("a.log", "b.log.gz", "c", "d.zip");
    assertThat(opened.evidence().inputs())
        .containsExactly(
            ok("a.log"), ok("b.log.gz"), ok("c"), ok("d.zip!/x/y.txt"), ok("d.zip!/z.gz"));
    assertThat(opened.evidence().gcLogs()).isEqualTo(Map.of(DIGEST, LineReader.bytes(14)));
    assertThat(opened.failedRequests()).isEmpty();
  }

  @Test
  void labels_come_by_the_path_and_hosts_that_are_not_kept_leave_it() throws IOException {
    write("orders/1.4/node-7.log", LINES.getBytes(UTF_8));
    write("none.log", LINES.getBytes(UTF_8));
    Labelling labelling =
        new Labelling(
            Labels.NONE.with("team", "pay").with("version", "2"),
            Optional.of(PathLabels.of("{service}/{version}/{host}.log")),
            Manifest.NONE,
            Hosts.DROP);
    Evidence evidence = new Inputs(root, READERS).labelled(labelling).read(List.of(".")).evidence();

    assertThat(evidence.inputs())
        .containsExactly(
            ok("none.log")
                .labelled("none.log", Labels.NONE.with("team", "pay").with("version", "2")),
            ok("orders/1.4/-.log")
                .labelled("orders/1.4/-.log", new Labels("orders", "1.4", "", "pay", "", "", "")));
    assertThat(evidence.problems())
        .extracting(Problem::text)
        .containsExactly(
            "orders/1.4/-.log: Labels contradict each other: version is '1.4', and '2' by what is"
                + " said of all. The first of each counts. Correct the path, the list or what is"
                + " said of all.");
  }

  @Test
  void a_second_gzip_member_belongs_to_the_content_and_zero_padding_does_not() throws IOException {
    write("two.gz", concat(gzip("LINES\n"), gzip("one\ntwo\n"), new byte[512]));
    write("two.zst", concat(ZSTD, ZSTD));
    assertThat(read("two.gz").evidence().inputs()).containsExactly(ok("two.gz"));
    assertThat(read("two.zst").evidence().gcLogs().values()).containsExactly(LineReader.bytes(28));
  }

  @Test
  void a_truncated_gzip_is_read_up_to_the_end_and_says_where_that_is() throws IOException {
    byte[] whole = gzip("LINES\n" + random(100_000));
    write("cut.gz", Arrays.copyOf(whole, 20_000));
    Input input = only(read("cut.gz"));
    assertThat(input.status()).isEqualTo(Status.PARTIAL);
    assertThat(input.problem()).contains("ends early at compressed byte 20000;", "Copy or record");
  }

  @Test
  void a_truncated_second_member_is_noticed() throws IOException {
    byte[] second = gzip("one\ntwo\n");
    byte[] first = gzip(LINES);
    write("cut.gz", concat(first, Arrays.copyOf(second, 10)));
    Input input = only(read("cut.gz"));
    assertThat(input.status()).isEqualTo(Status.PARTIAL);
    assertThat(input.problem()).contains("compressed byte " + (first.length + 10) + "; 14 unc");
  }

  @Test
  void flipped_bits_in_a_gzip_are_damage_and_trailing_garbage_too() throws IOException {
    byte[] bytes = gzip(LINES);
    byte[] wrong = bytes.clone();
    wrong[bytes.length - 6] ^= 1;
    write("checksum.gz", wrong);
    write("garbage.gz", concat(bytes, "hello".getBytes(UTF_8)));
    assertThat(only(read("checksum.gz")).problem()).contains("wrong checksum");
    assertThat(only(read("garbage.gz")).problem())
        .contains("damaged at compressed byte " + (bytes.length + 1));
  }

  @Test
  void no_damage_of_a_packed_file_is_ever_thrown() throws IOException {
    byte[] zip = zip(Map.of("a", LINES.getBytes(UTF_8), "b", gzip("LINES\n" + random(500))));
    List<byte[]> originals = List.of(gzip("LINES\n" + random(500)), ZSTD, zip);
    for (byte[] original : originals) {
      for (int i = 0; i < original.length; i++) {
        byte[] flipped = original.clone();
        flipped[i] ^= (byte) 0x55;
        write("flipped", flipped);
        write("cut", Arrays.copyOf(original, i));
        for (Input input : read("flipped", "cut").evidence().inputs()) {
          assertThat(input.problem()).doesNotContain(root.toString());
        }
      }
    }
  }

  @Test
  void a_cut_archive_keeps_the_entries_before_the_cut() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("a", LINES.getBytes(UTF_8));
    entries.put("b", ("LINES\n" + random(50_000)).getBytes(UTF_8));
    byte[] zip = zip(entries);
    write("cut.zip", Arrays.copyOf(zip, zip.length / 2));
    OpenedInputs opened = read("cut.zip");
    assertThat(opened.evidence().inputs())
        .extracting(input -> input.path() + " " + input.status())
        .containsExactly("cut.zip PARTIAL", "cut.zip!/a READ", "cut.zip!/b PARTIAL");
    assertThat(opened.evidence().gcLogs()).containsEntry(DIGEST, LineReader.bytes(14)).hasSize(2);
    assertThat(opened.failedRequests()).isEmpty();
  }

  @Test
  void archives_in_archives_and_double_packing_are_refused() throws IOException {
    byte[] inner = zip(Map.of("a", LINES.getBytes(UTF_8)));
    write("outer.zip", zip(Map.of("inner.zip", inner)));
    write("twice.gz", gzip(gzip(LINES)));
    OpenedInputs opened = read("outer.zip", "twice.gz");
    assertThat(opened.evidence().inputs())
        .extracting(Input::problem)
        .containsExactly(
            "It is an archive inside an archive. Unpack it first.",
            "It is packed more than once. Unpack it first.");
    assertThat(opened.failedRequests()).containsExactly("outer.zip", "twice.gz");
  }

  @Test
  void an_entry_named_like_a_path_outside_is_a_label_only() throws IOException {
    write("slip.zip", zip(Map.of("../../evil\n.txt", LINES.getBytes(UTF_8))));
    assertThat(only(read("slip.zip")).path()).isEqualTo("slip.zip!/../../evil?.txt");
    try (var files = Files.list(root)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_bomb_is_stopped_early() throws IOException {
    byte[] zeros = new byte[64 << 20];
    System.arraycopy("LINES".getBytes(UTF_8), 0, zeros, 0, 5);
    write("bomb.gz", gzip(zeros));
    Input input = only(read("bomb.gz"));
    assertThat(input.status()).isEqualTo(Status.PARTIAL);
    assertThat(input.problem()).contains("decompression bomb");
    Limits small = new Limits(10, 1000, 1 << 20, 10, 10, 100);
    write("big.gz", gzip(LINES));
    write("big.zip", zip(Map.of("a", LINES.getBytes(UTF_8), "b", LINES.getBytes(UTF_8))));
    OpenedInputs opened = new Inputs(root, READERS, small).read(List.of("big.gz", "big.zip"));
    assertThat(opened.evidence().inputs())
        .allSatisfy(one -> assertThat(one.problem()).contains("more than"))
        .hasSize(3);
  }

  @Test
  void an_archive_with_too_many_entries_is_refused() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    for (int i = 0; i < 11; i++) {
      entries.put("e" + i, LINES.getBytes(UTF_8));
    }
    write("many.zip", zip(entries));
    Limits small = new Limits(1000, 1000, 1000, 10, 10, 100);
    OpenedInputs opened = new Inputs(root, READERS, small).read(List.of("many.zip"));
    assertThat(only(opened).problem()).contains("more than 10 entries");
  }

  @Test
  void named_files_that_cannot_be_used_say_why() throws IOException {
    write("empty.jfr", new byte[0]);
    write("notes.txt", "hello".getBytes(UTF_8));
    write("empty.zip", zip(Map.of()));
    OpenedInputs opened = read("empty.jfr", "notes.txt", "empty.zip", "gone.jfr");
    assertThat(opened.evidence().inputs())
        .extracting(input -> input.path() + ": " + input.kind() + ": " + input.problem())
        .containsExactly(
            "empty.jfr: unknown: The file is empty. Record it again; a JVM that is killed may"
                + " leave an empty file.",
            "empty.zip: unknown: None of the archive's 0 entries is of a kind that is understood."
                + " Name recordings and GC logs only.",
            "notes.txt: unknown: Its content is of no kind that is understood (broken, by-file,"
                + " gc-log, lazy). Name recordings and GC logs only, or add a reader for it.");
    assertThat(opened.evidence().problems()).extracting(Problem::where).containsExactly("gone.jfr");
    assertThat(opened.failedRequests())
        .containsExactly("empty.jfr", "notes.txt", "empty.zip", "gone.jfr");
  }

  @Test
  void a_directory_gives_what_is_claimed_and_passes_over_the_rest() throws IOException {
    write("in/deep/a.log", LINES.getBytes(UTF_8));
    write("in/notes.txt", "hello".getBytes(UTF_8));
    write("in/.gitkeep", new byte[0]);
    write("in/some.zip", zip(Map.of("readme", "hello".getBytes(UTF_8))));
    Files.createSymbolicLink(root.resolve("in/deep/loop"), root.resolve("in"));
    OpenedInputs opened = read("in");
    assertThat(opened.evidence().inputs()).containsExactly(ok("in/deep/a.log"));
    assertThat(opened.evidence().problems()).isEmpty();
    assertThat(opened.failedRequests()).isEmpty();
  }

  @Test
  void an_empty_file_in_a_directory_may_be_a_lost_recording() throws IOException {
    write("in/killed.jfr", new byte[0]);
    OpenedInputs opened = read("in");
    assertThat(opened.evidence().inputs())
        .extracting(input -> input.path() + ": " + input.status())
        .containsExactly("in/killed.jfr: FAILED");
  }

  @Test
  void a_directory_or_glob_without_inputs_is_a_problem_when_asked_for_and_not_by_default()
      throws IOException {
    write("in/notes.txt", "hello".getBytes(UTF_8));
    OpenedInputs opened = read("in", "in/**/*.jfr", "[");
    assertThat(opened.evidence().problems())
        .extracting(Problem::text)
        .containsExactly(
            "[: '[' is neither a path nor a valid glob. Correct the pattern.",
            "in: The directory holds no recording and no log: none of its 1 files is of a kind"
                + " that is understood (broken, by-file, gc-log, lazy). Put recordings or GC logs"
                + " there, or correct the path.",
            "in/**/*.jfr: The pattern matches no file: looked for '**/*.jfr' below 'in'. Correct"
                + " the pattern; it is taken relative to the project's root folder.");
    assertThat(opened.failedRequests()).containsExactly("in", "in/**/*.jfr", "[");
    OpenedInputs defaults =
        new Inputs(root, READERS)
            .readDefaults(List.of(root.resolve("in"), root.resolve("not-there")));
    assertThat(defaults.evidence()).isEqualTo(Evidence.EMPTY);
    assertThat(defaults.failedRequests()).isEmpty();
  }

  /** Recordings are named, so in the default places only logs are looked for. */
  @Test
  void of_what_would_be_read_if_it_were_wanted_nobody_says_that_it_cannot_be() throws IOException {
    write("in/x.jfr", LINES.getBytes(UTF_8));
    Inputs none = new Inputs(root, List.of());
    List<Path> in = List.of(root.resolve("in"));
    assertThat(none.readDefaults(in).evidence().problems()).hasSize(1);
    assertThat(none.readDefaults(in, List.of(new LineReader())).evidence())
        .isEqualTo(Evidence.EMPTY);
  }

  @Test
  void in_a_folder_that_was_named_it_is_said_of_what_seems_to_be_meant() throws IOException {
    write("in/x.log", LINES.getBytes(UTF_8));
    write("in/notes.txt", "hello".getBytes(UTF_8));
    write("in/x.jfr", "no recording".getBytes(UTF_8));
    OpenedInputs opened = read("in");
    assertThat(opened.evidence().inputs()).containsExactly(ok("in/x.log"));
    assertThat(opened.evidence().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("in/x.jfr");
              assertThat(problem.message()).contains("is passed over: ");
            });
    assertThat(opened.failedRequests()).isEmpty();
  }

  @Test
  void what_was_made_of_recordings_is_not_read_in_default_places() throws IOException {
    write("in/x.log", LINES.getBytes(UTF_8));
    write("in/exports/y.log", LINES.getBytes(UTF_8));
    write("in/deeper/exports/z.log", LINES.getBytes(UTF_8));
    OpenedInputs defaults = new Inputs(root, READERS).readDefaults(List.of(root.resolve("in")));
    assertThat(defaults.evidence().inputs())
        .containsExactly(ok("in/deeper/exports/z.log"), ok("in/x.log"));
    assertThat(read("in/exports").evidence().inputs()).containsExactly(ok("in/exports/y.log"));
  }

  @Test
  void a_glob_finds_files_at_every_depth_and_treats_them_as_named() throws IOException {
    write("x1.log", LINES.getBytes(UTF_8));
    write("m/target/x2.log", LINES.getBytes(UTF_8));
    write("m/target/y.log", LINES.getBytes(UTF_8));
    write("x3.log", "hello".getBytes(UTF_8));
    OpenedInputs opened = read("**/x*.log");
    assertThat(opened.evidence().inputs())
        .extracting(input -> input.path() + " " + input.status())
        .containsExactly("m/target/x2.log READ", "x1.log READ", "x3.log FAILED");
    assertThat(opened.failedRequests()).containsExactly("**/x*.log");
    assertThat(read("m/*/y.log").evidence().inputs()).containsExactly(ok("m/target/y.log"));
    assertThat(read(root + "/x1*").evidence().inputs()).containsExactly(ok("x1.log"));
  }

  @Test
  void a_file_outside_the_root_has_no_absolute_path() throws IOException {
    write("outside.log", LINES.getBytes(UTF_8));
    Files.createDirectories(root.resolve("project"));
    OpenedInputs opened =
        new Inputs(root.resolve("project"), READERS)
            .read(List.of(root.resolve("outside.log").toString()));
    assertThat(opened.evidence().inputs()).containsExactly(ok("../outside.log"));
  }

  @Test
  void readers_may_go_to_the_file_or_stop_early_and_the_digest_is_of_all() throws IOException {
    write("plain", "FILES and more".getBytes(UTF_8));
    write("packed.gz", gzip("FILES and more"));
    write("cut.gz", Arrays.copyOf(gzip("FILES and more"), 24));
    write("lazy", ("SHORT" + random(200_000)).getBytes(UTF_8));
    write("lazy.gz", gzip("SHORT" + random(200_000)));
    List<Input> inputs = new ArrayList<>(read("*").evidence().inputs());
    assertThat(inputs)
        .extracting(input -> input.path() + " " + input.status())
        .containsExactly(
            "cut.gz PARTIAL", "lazy PARTIAL", "lazy.gz PARTIAL", "packed.gz READ", "plain READ");
    assertThat(inputs.get(1).sha256()).isEqualTo(inputs.get(2).sha256()).hasSize(64);
    assertThat(inputs.get(3).sha256()).isEqualTo(inputs.get(4).sha256()).hasSize(64);
  }

  @Test
  void a_reader_that_breaks_fails_its_input_and_nothing_else() throws IOException {
    write("a", "BREAK".getBytes(UTF_8));
    write("b", "BREAK DEEP".getBytes(UTF_8));
    write("c", LINES.getBytes(UTF_8));
    OpenedInputs opened = read("a", "b", "c");
    List<Input> inputs = new ArrayList<>(opened.evidence().inputs());
    assertThat(inputs.get(0).problem())
        .startsWith("The broken reader failed on it with java.lang.IllegalStateException at ")
        .endsWith("; please report it.")
        .doesNotContain("secret");
    assertThat(inputs.get(1).problem()).contains("StackOverflowError");
    assertThat(inputs.get(2)).isEqualTo(ok("c"));
    assertThat(opened.failedRequests()).containsExactly("a", "b");
  }

  @Test
  void temporary_files_are_gone_afterwards() throws IOException {
    write("packed.gz", gzip(LINES));
    List<Path> seen = new ArrayList<>();
    InputReader spy =
        new LineReader() {
          @Override
          public Reading read(Content content) throws IOException {
            seen.add(content.file());
            assertThat(content.file()).hasContent(LINES);
            return super.read(content);
          }
        };
    Input input = only(new Inputs(root, List.of(spy)).read(List.of("packed.gz")));
    assertThat(input).isEqualTo(ok("packed.gz"));
    assertThat(seen).hasSize(1).allSatisfy(file -> assertThat(file.getParent()).doesNotExist());
  }

  private OpenedInputs read(String... requests) {
    return new Inputs(root, READERS).read(List.of(requests));
  }

  private static Input only(OpenedInputs opened) {
    assertThat(opened.evidence().inputs()).hasSize(1);
    return opened.evidence().inputs().first();
  }

  private static Input ok(String path) {
    return new Input(path, "gc-log", DIGEST, Status.READ, "", LineCounts.NONE, Labels.NONE);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static String random(int length) {
    StringBuilder text = new StringBuilder();
    new java.util.Random(1).ints(length, 'a', 'z').forEach(c -> text.append((char) c));
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(UTF_8));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gz = new GZIPOutputStream(out)) {
      gz.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.write(part);
    }
    return out.toByteArray();
  }
}
