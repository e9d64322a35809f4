package io.github.rustfit.readers.pprof;

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
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PprofReaderTest {

  private static final SampleKey STACK =
      cpu(
          new Frame("com.acme.Foo", "inlined", 10),
          new Frame("com.acme.Foo", "bar", 11),
          new Frame("java.lang.Thread", "run", 10));

  private static SampleKey cpu(Frame... stack) {
    return new SampleKey(SampleKind.CPU, List.of(stack), "");
  }

  private static Reading read(byte[] bytes) throws Exception {
    return new PprofReader().read(new MemoryContent(bytes));
  }

  private static boolean claims(byte[] bytes) {
    return new PprofReader().claims(bytes);
  }

  /** 5 samples of 10 ms each in one stack, in 3 s. */
  private static ProfileWriter good() {
    ProfileWriter writer =
        new ProfileWriter()
            .column("samples", "count")
            .column("cpu", "nanoseconds")
            .period("cpu", "nanoseconds", 10_000_000)
            .duration(3_000_000_000L);
    int leaf = writer.location("com/acme/Foo.inlined", "com.acme.Foo.bar");
    int root = writer.location("java/lang/Thread.run");
    return writer.sample(new int[] {leaf, root}, 5, 50_000_000);
  }

  /** The weight of one sample in one stack. */
  private static Map<SampleKind, Weight> weights(ProfileWriter writer, long... values)
      throws Exception {
    int leaf = writer.location("com/acme/Foo.bar");
    Reading reading = read(writer.sample(new int[] {leaf}, values).bytes());
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.profile().samples()).hasSize(reading.profile().observed().size());
    return reading.profile().samples().entrySet().stream()
        .collect(Collectors.toMap(sample -> sample.getKey().kind(), Map.Entry::getValue));
  }

  @Test
  void stacks_are_read_leaf_first_with_what_was_inlined() throws Exception {
    Reading reading = read(good().bytes());
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.profile().samples()).isEqualTo(Map.of(STACK, Weight.of(5, 10_000_000)));
    assertThat(reading.profile().recordedNanos()).isEqualTo(3_000_000_000L);
    assertThat(reading.profile().observed()).isEqualTo(Map.of(SampleKind.CPU, 3_000_000_000L));
  }

  /** 20 samples of one endpoint each carry the number of a request of their own. */
  @Test
  void labels_are_kept_with_the_samples_that_carry_them_but_not_values_by_the_dozen()
      throws Exception {
    ProfileWriter writer =
        new ProfileWriter().column("samples", "count").period("cpu", "nanoseconds", 10_000_000);
    int[] stack = {writer.location("com.acme.Foo.bar")};
    for (int i = 0; i < 20; i++) {
      writer.labelled(stack, new long[] {1}, "endpoint", "GET /orders", "request", "r" + i);
    }
    writer.labelled(stack, new long[] {1}, "endpoint", "GET /health");

    assertThat(read(writer.bytes()).profile().facts().sampling().labels())
        .isEqualTo(
            Map.of("endpoint=GET /orders", 20L, "endpoint=GET /health", 1L, "request=*", 20L));
  }

  @Test
  void a_label_names_the_thread_of_a_stack_that_does_not() throws Exception {
    ProfileWriter writer =
        new ProfileWriter().column("samples", "count").period("cpu", "nanoseconds", 10_000_000);
    int[] stack = {writer.location("libjvm.so")};
    writer.labelled(stack, new long[] {3}, "thread", "GC Thread#1");

    assertThat(read(writer.bytes()).profile().total(SampleKind.COLLECTOR).samples()).isEqualTo(3);
  }

  @Test
  void a_label_names_the_group_of_threads() throws Exception {
    ProfileWriter writer =
        new ProfileWriter().column("samples", "count").period("cpu", "nanoseconds", 10_000_000);
    int[] stack = {writer.location("com/acme/Main.go")};
    writer.labelled(stack, new long[] {3}, "thread", "exec-1");
    writer.labelled(stack, new long[] {4}, "thread", "exec-2");
    writer.labelled(stack, new long[] {5}, "other", "exec-3");

    assertThat(read(writer.bytes()).profile().facts().threads().samples().values())
        .singleElement()
        .isEqualTo(Map.of("exec-#", 7L));
  }

  @Test
  void time_without_a_count_is_divided_by_the_period() throws Exception {
    ProfileWriter writer =
        new ProfileWriter().column("cpu", "milliseconds").period("cpu", "nanoseconds", 20_000_000);
    assertThat(weights(writer, 60)).isEqualTo(Map.of(SampleKind.CPU, Weight.of(3, 20_000_000)));
  }

  @Test
  void time_without_count_and_period_is_one_sample() throws Exception {
    assertThat(weights(new ProfileWriter().column("cpu", "nanoseconds"), 60_000_000))
        .isEqualTo(Map.of(SampleKind.CPU, Weight.of(60_000_000)));
  }

  @Test
  void counts_without_time_stand_for_the_period_or_for_the_default_one() throws Exception {
    assertThat(weights(new ProfileWriter().column("samples", "count"), 3))
        .isEqualTo(Map.of(SampleKind.CPU, Weight.of(3, 10_000_000)));
    ProfileWriter writer =
        new ProfileWriter().column("samples", "count").period("cpu", "nanoseconds", 1_000_000);
    assertThat(weights(writer, 3)).isEqualTo(Map.of(SampleKind.CPU, Weight.of(3, 1_000_000)));
  }

  private static Set<SampleKind> assumed(ProfileWriter writer, long... values) throws Exception {
    int leaf = writer.location("com/acme/Foo.bar");
    return read(writer.sample(new int[] {leaf}, values).bytes())
        .profile()
        .facts()
        .sampling()
        .assumed();
  }

  @Test
  void what_a_sample_stands_for_is_said_to_be_assumed_where_nothing_tells() throws Exception {
    assertThat(assumed(new ProfileWriter().column("samples", "count"), 3))
        .containsExactly(SampleKind.CPU);
    ProfileWriter period =
        new ProfileWriter().column("samples", "count").period("cpu", "nanoseconds", 1_000_000);
    assertThat(assumed(period, 3)).isEmpty();
    assertThat(assumed(new ProfileWriter().column("cpu", "nanoseconds"), 60_000_000)).isEmpty();
    assertThat(read(good().bytes()).profile().facts().sampling().assumed()).isEmpty();
  }

  @Test
  void counts_that_async_profiler_calls_nanoseconds_are_counts() throws Exception {
    ProfileWriter writer =
        new ProfileWriter().column("cpu", "nanoseconds").comment("Produced by async-profiler");
    assertThat(weights(writer, 3)).isEqualTo(Map.of(SampleKind.CPU, Weight.of(3, 10_000_000)));
    assertThat(weights(new ProfileWriter().column("cpu", "nanoseconds"), 3))
        .isEqualTo(Map.of(SampleKind.CPU, Weight.of(3)));
  }

  @Test
  void samples_of_a_wall_clock_profile_are_wall_clock_samples() throws Exception {
    ProfileWriter writer =
        new ProfileWriter().column("samples", "count").column("wall", "nanoseconds");
    assertThat(weights(writer, 2, 100_000_000))
        .isEqualTo(Map.of(SampleKind.WALL, Weight.of(2, 50_000_000)));
  }

  @Test
  void bytes_of_a_stack_are_one_sample_and_numbers_of_objects_none() throws Exception {
    ProfileWriter writer =
        new ProfileWriter()
            .column("alloc_objects", "count")
            .column("alloc_space", "bytes")
            .column("inuse_objects", "count")
            .column("inuse_space", "bytes");
    assertThat(weights(writer, 1000, 4096, 1, 4))
        .isEqualTo(Map.of(SampleKind.ALLOCATION, Weight.of(4096)));
  }

  @Test
  void allocation_within_and_outside_of_tlabs_adds_up() throws Exception {
    ProfileWriter writer =
        new ProfileWriter()
            .column("alloc_in_new_tlab_bytes", "bytes")
            .column("alloc_outside_tlab_bytes", "bytes");
    assertThat(weights(writer, 1000, 24)).isEqualTo(Map.of(SampleKind.ALLOCATION, Weight.of(1024)));
  }

  @Test
  void the_allocated_class_is_the_leaf() throws Exception {
    ProfileWriter writer = new ProfileWriter().column("allocations", "bytes");
    int type = writer.location("byte[]");
    int leaf = writer.location("com/acme/Foo.bar");
    assertThat(read(writer.sample(new int[] {type, leaf}, 64).bytes()).profile().samples())
        .containsOnlyKeys(
            new SampleKey(
                SampleKind.ALLOCATION, List.of(new Frame("com.acme.Foo", "bar", 10)), "byte[]"));
  }

  @Test
  void a_profile_of_something_else_says_so() throws Exception {
    ProfileWriter writer =
        new ProfileWriter().column("contentions", "count").column("delay", "nanoseconds");
    int leaf = writer.location("com/acme/Foo.bar");
    Reading reading = read(writer.sample(new int[] {leaf}, 1, 2).bytes());
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("cpu, wall, allocations", "Read 0 of 1 samples");
    assertThat(reading.profile().observed()).isEmpty();
  }

  @Test
  void samples_that_make_no_sense_are_left_out_and_counted() throws Exception {
    ProfileWriter writer = good();
    int leaf = writer.location("com/acme/Foo.bar");
    writer.sample(new int[] {leaf}, -1, 5).sample(new int[] {leaf}, 1).sample(new int[] {77}, 1, 2);
    Reading reading = read(writer.bytes());
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("3 samples were left out", "Read 1 of 4 samples");
    assertThat(reading.profile().samples()).containsOnlyKeys(STACK);
  }

  @Test
  void an_address_without_a_name_is_native_code() throws Exception {
    ProfileWriter writer = new ProfileWriter().column("samples", "count");
    int leaf = writer.location();
    assertThat(read(writer.sample(new int[] {leaf}, 1).bytes()).profile().samples())
        .containsOnlyKeys(cpu(new Frame("", "unknown", 0)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MAX_VALUE})
  void a_duration_that_cannot_be_is_unknown(long nanos) throws Exception {
    assertThat(read(good().duration(nanos).bytes()).profile().recordedNanos()).isZero();
  }

  @Test
  void a_profile_cut_anywhere_is_claimed_from_its_second_field_on_and_keeps_what_has_names()
      throws Exception {
    byte[] whole = good().bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Reading reading = read(cut);
      if (reading.status() == Input.Status.READ) {
        assertThat(whole[length] & 7).as("a cut between two fields").isEqualTo(Message.BYTES);
      } else {
        assertThat(reading.problem()).contains("byte ").endsWith(".");
      }
      assertThat(reading.profile().samples().keySet()).isSubsetOf(List.of(STACK));
      assertThat(claims(cut)).as("of %d bytes", length).isEqualTo(length >= 12);
    }
    assertThat(claims(whole)).isTrue();
  }

  @Test
  void lengths_that_lie_cost_nothing() throws Exception {
    byte[] lie = {0x0a, -1, -1, -1, 0x1f, 1, 2};
    assertThat(read(lie).status()).isEqualTo(Input.Status.FAILED);
    assertThat(read(lie).problem()).contains("byte 0: the content ends within a field");
    byte[] large = {0x0a, -1, -1, -1, -1, 0x0f, 1};
    assertThat(read(large).problem()).contains("byte 0: a field of 4294967295 bytes");
    byte[] huge = {0x0a, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
    assertThat(read(huge).problem()).contains("byte 0: a field of 18446744073709551615 bytes");
  }

  @Test
  void any_damage_ends_in_a_consistent_reading() throws Exception {
    Random random = new Random(20261121);
    byte[] good = good().bytes();
    for (int round = 0; round < 5000; round++) {
      byte[] bad = good.clone();
      for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Reading reading = read(bad);
      if (reading.status() == Input.Status.FAILED) {
        assertThat(reading.profile().samples()).isEmpty();
      } else {
        reading.profile().merge(reading.profile());
      }
      claims(bad);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "hello world, false",
    "'{\"a\": 1}', false",
    "'\n\nplain text', false",
    "'a/B.c;d/E.f 3', false",
    "'[0.1s][info][gc] GC(0) Pause Young 1M->1M(2M) 1ms', false"
  })
  void claims_no_text(String text, boolean claimed) {
    assertThat(claims(text.getBytes(UTF_8))).isEqualTo(claimed);
  }

  @Test
  void claims_no_other_binary() throws Exception {
    byte[] type;
    try (InputStream in = PprofReader.class.getResourceAsStream("PprofReader.class")) {
      type = Objects.requireNonNull(in).readAllBytes();
    }
    assertThat(claims(type)).isFalse();
    assertThat(claims(new byte[] {'F', 'L', 'R', 0, 0, 2, 0, 1})).isFalse();
    assertThat(claims(new byte[] {'P', 'K', 3, 4, 10, 0, 0, 0})).isFalse();
    assertThat(claims(new byte[1000])).isFalse();
    Random random = new Random(20261121);
    for (int round = 0; round < 10_000; round++) {
      byte[] bytes = new byte[200];
      random.nextBytes(bytes);
      bytes[0] = 0x0a;
      assertThat(claims(bytes)).isFalse();
    }
  }

  @Test
  void the_reader_is_found_as_a_service() {
    assertThat(ServiceLoader.load(InputReader.class))
        .anyMatch(reader -> reader.kind().equals(InputKind.PPROF));
  }
}
