package io.github.rustfit.readers.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file is one that the agent wrote of its tests' program; the counts stand in that program, the
 * time in the file's second number.
 */
class CaptureReaderTest {

  private static final Path FILE =
      Path.of("src", "test", "resources", "fuzz", "capture", "program.rustfit-capture");
  private static final String PROGRAM = "io.github.rustfit.capture.program.Program.";
  private static final long NANOS = 800_185_944;

  @TempDir Path folder = Path.of("");

  private Evidence read(byte[] content) throws IOException {
    Files.write(folder.resolve("any.name"), content);
    return new Inputs(folder, List.of(new CaptureReader())).read(List.of("any.name")).evidence();
  }

  @Test
  void calls_and_bytes_are_exact_and_nothing_else_is_known() throws Exception {
    Evidence evidence = read(Files.readAllBytes(FILE));
    assertThat(evidence.inputs())
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.kind()).isEqualTo("capture");
              assertThat(input.status()).isEqualTo(Input.Status.READ);
            });
    SortedMap<String, MethodCalls> calls = evidence.profile().facts().sampling().calls();
    // 500 of the 1000 calls with an int gave one.
    assertThat(calls)
        .hasSize(5)
        .contains(
            entry(PROGRAM + "half(I)I", new MethodCalls(1000, 0, 0, new Tally(6000, NANOS), NANOS)),
            entry(
                PROGRAM + "shorts(Ljava/lang/String;)[S",
                new MethodCalls(1, 0, 0, new Tally(2 * 4 + 2 * 2, NANOS), NANOS)));
    assertThat(evidence.profile().recordedNanos()).isZero();
    assertThat(evidence.profile().samples()).isEmpty();
    assertThat(evidence.toString()).doesNotContain("four").doesNotContain("IllegalState");
  }

  @Test
  void a_file_that_is_cut_anywhere_is_never_taken_for_a_whole_one() throws Exception {
    byte[] whole = Files.readAllBytes(FILE);
    for (int length = 1; length < whole.length; length++) {
      Evidence evidence = read(Arrays.copyOf(whole, length));
      for (Input input : evidence.inputs()) {
        assertThat(input.status()).as("%s bytes", length).isNotEqualTo(Input.Status.READ);
        if (length > CaptureReader.HEAD.length()) {
          assertThat(input.problem()).contains("At byte " + length).contains("Capture again.");
        }
      }
      assertThat(evidence.inputs().isEmpty() ? evidence.problems() : evidence.inputs())
          .isNotEmpty();
    }
  }

  @Test
  void what_the_agent_had_to_say_is_told() throws Exception {
    assertThat(CaptureReader.notes(FILE))
        .singleElement()
        .asString()
        .startsWith(
            "io.github.rustfit.capture.program.Program#listed(Ljava/util/List;[I) is counted, and"
                + " its arguments are not copied");
  }

  @Test
  void another_version_is_named() throws Exception {
    byte[] later = Files.readAllBytes(FILE);
    later["rustfit-capture ".length()] = '3';
    assertThat(read(later).inputs())
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.status()).isEqualTo(Input.Status.FAILED);
              assertThat(input.problem()).contains("another version than 1 and 2");
            });
  }

  /**
   * By docs/reference/capture-format.md: a method of an object, whose fields follow its argument.
   */
  @Test
  void fields_of_objects_are_passed_over() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes(CaptureReader.HEAD);
    for (long one : new long[] {1, 2_000_000_000L, -1, 7, 0}) {
      out.writeLong(one);
    }
    out.writeUTF("17");
    out.writeInt(0);
    out.writeInt(1);
    for (String text : new String[] {"a.B", "next", "(I)I"}) {
      out.writeUTF(text);
    }
    out.writeInt(0);
    for (long one : new long[] {40, 0, 160, 160}) {
      out.writeLong(one);
    }
    out.writeUTF("");
    out.writeInt(1);
    out.writeByte(2);
    out.writeLong(40);
    out.writeLong(0);
    out.writeByte(1);
    out.writeByte(2);
    out.writeUTF("state");
    out.writeUTF("table");
    out.writeInt(1);
    out.writeByte(2);
    out.writeByte(0);
    out.writeByte('I');
    out.writeInt(3);
    out.writeByte('J');
    out.writeLong(4);
    out.writeBytes("[I");
    out.writeInt(1);
    out.writeInt(5);
    out.writeByte('I');
    out.writeInt(6);
    out.writeInt(0x454e4421);
    Evidence evidence = read(bytes.toByteArray());
    assertThat(evidence.inputs())
        .singleElement()
        .satisfies(input -> assertThat(input.status()).isEqualTo(Input.Status.READ));
    long nanos = 2_000_000_000L;
    assertThat(evidence.profile().facts().sampling().calls())
        .containsExactly(
            entry("a.B.next(I)I", new MethodCalls(40, 0, 0, new Tally(320, nanos), nanos)));
  }
}
