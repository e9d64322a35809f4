package io.github.rustfit.readers.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.stacks.MemoryContent;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A batch made by hand after profiles.proto of the public alpha; figures are what went in. */
class OtlpReaderTest {

  private static final long SECOND = 1_000_000_000;

  /** Fields of a message, one after the other. */
  private static final class Fields {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Fields number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Fields fixed64(int field, long value) {
      varint(field << 3 | 1);
      for (int i = 0; i < 8; i++) {
        out.write((int) (value >>> 8 * i) & 0xff);
      }
      return this;
    }

    Fields bytes(int field, byte[] value) {
      varint(field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Fields text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Fields message(int field, Fields message) {
      return bytes(field, message.toBytes());
    }

    Fields packed(int field, long... values) {
      Fields packed = new Fields();
      for (long value : values) {
        packed.varint(value);
      }
      return message(field, packed);
    }

    byte[] toBytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }

  private static final List<String> TEXTS =
      List.of(
          "",
          "samples",
          "count",
          "cpu",
          "nanoseconds",
          "boolean com.acme.A.hot(java.util.List, int)",
          "void com.acme.B.cold()",
          "C2Compiler::compile_method",
          "thread.name");

  private static Fields dictionary() {
    Fields dictionary = new Fields().message(1, new Fields());
    dictionary.message(2, new Fields());
    for (int function = 1; function <= 3; function++) {
      dictionary.message(
          2, new Fields().message(3, new Fields().number(1, function).number(2, 10 * function)));
    }
    dictionary.message(3, new Fields());
    for (int text = 5; text <= 7; text++) {
      dictionary.message(3, new Fields().number(1, text));
    }
    TEXTS.forEach(text -> dictionary.text(5, text));
    dictionary.message(6, new Fields());
    dictionary.message(
        6, new Fields().number(1, 8).message(2, new Fields().text(1, "C2 CompilerThread0")));
    dictionary.message(7, new Fields());
    return dictionary
        .message(7, new Fields().packed(1, 1, 2)) // hot, called by cold
        .message(7, new Fields().packed(1, 2))
        .message(7, new Fields().packed(1, 3));
  }

  private static Fields sample(int stack, long value) {
    return new Fields().number(1, stack).packed(4, value);
  }

  private static Fields profile(Fields... samples) {
    Fields profile = new Fields().message(1, new Fields().number(1, 1).number(2, 2));
    for (Fields sample : samples) {
      profile.message(2, sample);
    }
    return profile
        .fixed64(3, 1_700_000_000L * SECOND)
        .number(4, 60 * SECOND)
        .message(5, new Fields().number(1, 3).number(2, 4))
        .number(6, 50_000_000);
  }

  private static Fields data(Fields profile) {
    Fields resource = new Fields().message(2, new Fields().message(2, profile));
    return new Fields().message(1, resource).message(2, dictionary());
  }

  private static Reading read(byte[] bytes) throws Exception {
    return new OtlpReader().read(new MemoryContent(bytes));
  }

  @Test
  void samples_have_their_stacks_periods_and_time() throws Exception {
    Fields compiler = sample(3, 40).packed(2, 1);
    byte[] bytes = data(profile(sample(1, 700), sample(2, 300), compiler)).toBytes();
    assertThat(new OtlpReader().claims(bytes)).isTrue();
    assertThat(new PprofReader().claims(bytes)).isFalse();
    Reading reading = read(bytes);
    assertThat(reading.problem()).isEmpty();
    ProfileSummary profile = reading.profile();
    assertThat(profile.recordedNanos()).isEqualTo(60 * SECOND);
    Frame hot = new Frame("com.acme.A", "hot", 10);
    Frame cold = new Frame("com.acme.B", "cold", 20);
    assertThat(profile.samples())
        .containsOnlyKeys(
            new SampleKey(SampleKind.CPU, List.of(hot, cold), ""),
            new SampleKey(SampleKind.CPU, List.of(cold), ""),
            new SampleKey(
                SampleKind.COMPILER, List.of(new Frame("", "C2Compiler::compile_method", 0)), ""));
    assertThat(profile.total(SampleKind.CPU).samples()).isEqualTo(1000);
    assertThat(profile.total(SampleKind.CPU).amount()).isEqualTo(1000 * 50_000_000L);
    assertThat(profile.total(SampleKind.COMPILER).samples()).isEqualTo(40);
  }

  @Test
  void attributes_of_the_process_and_of_samples_are_kept_as_labels() throws Exception {
    Fields service =
        new Fields()
            .message(
                1,
                new Fields().text(1, "service.name").message(2, new Fields().text(1, "checkout")));
    Fields resource =
        new Fields()
            .message(
                2, new Fields().message(2, profile(sample(1, 700), sample(3, 40).packed(2, 1))))
            .message(1, service);
    byte[] bytes = new Fields().message(1, resource).message(2, dictionary()).toBytes();

    assertThat(read(bytes).profile().facts().sampling().labels())
        .isEqualTo(Map.of("service.name=checkout", 2L, "thread.name=C2 CompilerThread0", 1L));
  }

  /** 700 and 300 samples of Java code in the one thread that the dictionary names, 40 in none. */
  @Test
  void an_attribute_names_the_group_of_threads() throws Exception {
    byte[] bytes =
        data(profile(sample(1, 700).packed(2, 1), sample(1, 300).packed(2, 1), sample(2, 40)))
            .toBytes();
    Reading reading = read(bytes);
    long all = reading.profile().total(SampleKind.CPU).samples();
    assertThat(reading.profile().facts().threads().samples().values())
        .singleElement()
        .satisfies(
            groups -> {
              assertThat(groups).containsOnlyKeys("C# CompilerThread#");
              assertThat((double) groups.getOrDefault("C# CompilerThread#", 0L) / all)
                  .isCloseTo(1000 / 1040.0, org.assertj.core.api.Assertions.within(1e-9));
            });
  }

  @Test
  void a_process_that_is_no_jvm_is_passed_over() throws Exception {
    Reading reading = read(data(profile(sample(3, 40))).toBytes());
    assertThat(reading.status()).isEqualTo(Input.Status.FAILED);
    assertThat(reading.problem()).contains("No profile of Java code");
  }

  @Test
  void what_refers_to_nothing_is_left_out_and_said() throws Exception {
    Reading reading = read(data(profile(sample(1, 700), sample(9, 300))).toBytes());
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.profile().total(SampleKind.CPU).samples()).isEqualTo(700);
    assertThat(reading.problem()).contains("1 samples were left out");
  }

  @Test
  void any_cut_and_any_damaged_byte_is_survived() throws Exception {
    byte[] bytes = data(profile(sample(1, 700), sample(2, 300))).toBytes();
    for (int i = 0; i < bytes.length; i++) {
      assertThat(read(Arrays.copyOf(bytes, i))).isNotNull();
      byte[] damaged = bytes.clone();
      damaged[i] = (byte) ~damaged[i];
      assertThat(read(damaged)).isNotNull();
      new OtlpReader().claims(damaged);
      new OtlpReader().claims(Arrays.copyOf(bytes, i));
    }
  }

  @Test
  void the_dictionary_may_stand_in_front() {
    Fields resource = new Fields().message(2, new Fields().message(2, profile(sample(1, 1))));
    byte[] bytes = new Fields().message(2, dictionary()).message(1, resource).toBytes();
    assertThat(new OtlpReader().claims(bytes)).isTrue();
    assertThat(new PprofReader().claims(bytes)).isFalse();
  }
}
