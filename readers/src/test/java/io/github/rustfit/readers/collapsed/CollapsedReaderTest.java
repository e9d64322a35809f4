package io.github.rustfit.readers.collapsed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.stacks.MemoryContent;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollapsedReaderTest {

  private static final long PERIOD = 10_000_000;

  private static final String GOOD =
      """
      [main tid=1];java/lang/Thread.run:840_[0];com/acme/Main.go(Ljava/lang/String;I)V_[j];memcpy 7
      java/lang/Thread.run_[j];com/acme/Main.go_[i] 1
      clone3;start_thread;do_exit_[k] 2
      """;

  private static Reading read(String text) throws Exception {
    return read(text.getBytes(UTF_8));
  }

  private static Reading read(byte[] bytes) throws Exception {
    return new CollapsedReader().read(new MemoryContent(bytes));
  }

  private static boolean claims(String text) {
    return new CollapsedReader().claims(text.getBytes(UTF_8));
  }

  private static SampleKey cpu(Frame... stack) {
    return new SampleKey(SampleKind.CPU, List.of(stack), "");
  }

  private static Frame frame(String type, String method, int line) {
    return new Frame(type, method, line);
  }

  @Test
  void stacks_are_turned_round_and_threads_left_out() throws Exception {
    Reading reading = read(GOOD);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.profile().samples())
        .isEqualTo(
            Map.of(
                cpu(
                    frame("", "memcpy", 0),
                    frame("com.acme.Main", "go", 0),
                    frame("java.lang.Thread", "run", 840)),
                Weight.of(7, PERIOD),
                cpu(frame("com.acme.Main", "go", 0), frame("java.lang.Thread", "run", 0)),
                Weight.of(1, PERIOD),
                cpu(frame("", "do_exit", 0), frame("", "start_thread", 0), frame("", "clone3", 0)),
                Weight.of(2, PERIOD)));
  }

  @Test
  void what_a_sample_stands_for_is_said_to_be_assumed_unless_numbers_are_times() throws Exception {
    assertThat(read(GOOD).profile().facts().sampling().assumed()).containsExactly(SampleKind.CPU);
    String total = "java/lang/Thread.run_[j];com/acme/Main.go_[i] 20000000\n";
    assertThat(read(total.repeat(10)).profile().facts().sampling().assumed()).isEmpty();
  }

  @Test
  void how_long_it_took_is_unknown() throws Exception {
    Reading reading = read(GOOD);
    assertThat(reading.profile().recordedNanos()).isZero();
    assertThat(reading.profile().observed()).isEqualTo(Map.of(SampleKind.CPU, 0L));
  }

  @Test
  void equal_stacks_of_several_threads_add_up() throws Exception {
    Reading reading = read("[a tid=1];A.x;B.y 2\n[b tid=2];A.x;B.y 3\n");
    assertThat(reading.profile().samples().values()).containsExactly(Weight.of(5, PERIOD));
  }

  @Test
  void threads_at_the_root_are_counted_by_group() throws Exception {
    Reading reading =
        read(
            "[exec-1 tid=1];A.x;B.y 2\n[exec-2 tid=2];A.x;B.y 3\n[[odd] tid=3];A.x 4\nA.x;B.y 5\n");
    assertThat(reading.profile().facts().threads().samples())
        .isEqualTo(
            Map.of(
                List.of(frame("B", "y", 0), frame("A", "x", 0)), Map.of("exec-#", 5L),
                List.of(frame("A", "x", 0)), Map.of("[odd]", 4L)));
    assertThat(read("A.x;B.y 5\n").profile().facts().threads().known()).isFalse();
  }

  @Test
  void leaves_that_are_classes_are_allocated() throws Exception {
    Reading reading = read("a/B.x_[j];byte[]_[i] 3\na/B.x_[j];java.lang.String_[k] 2\n");
    assertThat(reading.profile().samples())
        .isEqualTo(
            Map.of(
                new SampleKey(SampleKind.ALLOCATION, List.of(frame("a.B", "x", 0)), "byte[]"),
                Weight.of(3, 524_287),
                new SampleKey(
                    SampleKind.ALLOCATION, List.of(frame("a.B", "x", 0)), "java.lang.String"),
                Weight.of(2, 524_287)));
  }

  @Test
  void locks_are_not_taken_for_allocations() throws Exception {
    Reading reading = read("a/B.x_[j];com.acme.Cache_[i] 34\na/B.x_[j];int[]_[i] 7\n");
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("locked", "-e alloc");
    assertThat(reading.profile().observed()).isEmpty();
  }

  @Test
  void threads_that_wait_were_sampled_by_the_wall_clock() throws Exception {
    Reading reading =
        read("a/B.x;java/lang/Object.wait;__futex_abstimed_wait_common 9\na/B.x;a/C.y 6\n");
    assertThat(reading.profile().observed()).containsOnlyKeys(SampleKind.WALL);
  }

  @Test
  void bad_lines_are_skipped_and_counted() throws Exception {
    Reading reading = read(GOOD + "no count\n\na/B.c;d/E.f 99999999999999999999\nx\0y 3\n; 4\n");
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("Line 4 ", "4 such lines of 8 ");
    assertThat(reading.profile().samples()).isEqualTo(read(GOOD).profile().samples());
  }

  @Test
  void a_line_without_end_is_skipped_and_does_not_fill_the_memory() throws Exception {
    String endless = "a/B.c;".repeat(200_000);
    assertThat(read(endless + " 1\n" + GOOD).problem()).contains("Line 1 ", "1 such lines of 4 ");
    assertThat(read(GOOD + endless).problem()).contains("Line 4 ", "1 such lines of 4 ");
    assertThat(read(endless).status()).isEqualTo(Input.Status.FAILED);
  }

  @Test
  void nothing_is_no_profile() throws Exception {
    assertThat(read("").status()).isEqualTo(Input.Status.FAILED);
    assertThat(read("\n\n").status()).isEqualTo(Input.Status.FAILED);
    assertThat(read("a;b 0\n").problem()).contains("No stack was found in 1 lines");
  }

  @Test
  void windows_line_ends_and_a_missing_last_one_make_no_difference() throws Exception {
    assertThat(read(GOOD.replace("\n", "\r\n"))).isEqualTo(read(GOOD));
    assertThat(read(GOOD.strip())).isEqualTo(read(GOOD));
  }

  @Test
  void sums_do_not_overflow() throws Exception {
    Reading reading = read("a/B.c;d/E.f 999999999999999999\n".repeat(20));
    assertThat(reading.profile().total(SampleKind.CPU).amount()).isEqualTo(Long.MAX_VALUE);
    assertThat(reading.profile().total(SampleKind.CPU).effectiveSamples()).isBetween(0L, 20L);
  }

  @Test
  void claims_stacks_of_a_jvm() {
    assertThat(claims(GOOD)).isTrue();
    assertThat(claims("A.b 1\nA.b;C.d 2")).isTrue();
    assertThat(claims("clone3;start_thread;thread_native_entry;Foo::bar 1\n")).isTrue();
    String huge = "java/lang/Thread.run;a/B.c 1\n".repeat(3000).substring(0, 64 * 1024);
    assertThat(claims(huge)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "[0.005s][info][gc] Using G1\n[0.1s][info][gc] GC(0) Pause Young 3M->1M(8M) 1.5ms\n",
        "name;count;value\nfoo;1;2\nbar;3;4\n",
        "date;method 1\n2026-01-01;x y 2\n",
        "package a;\nimport java.util.List;\nclass B { int c = 3; }\n",
        "{\"a\": [1, 2],\n \"b\": 3}\n",
        "It took 3\nand then 4\n",
        "\"main\" #1 prio=5\n   at com.acme.Foo.bar(Foo.java:12)\n   at a.B.c(B.java:1)\n",
        "1.2.3.4 - - \"GET /a/b.html\" \"Mozilla/5.0 (X11; Linux x86_64; rv:1.0)\" 200 1234\n",
        "main;foo;bar 3\n",
        "java/lang/Thread.run 3\nnot a stack at all\n"
      })
  void claims_nothing_else(String text) {
    assertThat(claims(text)).isFalse();
  }

  @Test
  void any_damage_ends_in_a_consistent_reading() throws Exception {
    Random random = new Random(20261121);
    byte[] good = GOOD.getBytes(UTF_8);
    for (int round = 0; round < 2000; round++) {
      byte[] bad = good.clone();
      for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Reading reading = read(bad);
      assertThat(reading.profile().samples().isEmpty())
          .isEqualTo(reading.status() == Input.Status.FAILED);
      new CollapsedReader().claims(bad);
    }
  }

  @Test
  void the_reader_is_found_as_a_service() {
    assertThat(ServiceLoader.load(InputReader.class))
        .anyMatch(reader -> reader.kind().equals(InputKind.COLLAPSED));
  }
}
