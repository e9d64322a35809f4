package io.github.rustfit.readers.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EvidenceJsonTest {
  private static final int SEEDS = 100;

  @Test
  void the_layout_is_fixed() throws IOException {
    Frame leaf = new Frame("a.B", "leaf", 7);
    Frame main = new Frame("a.B", "main", 3);
    Map<SampleKey, Weight> samples =
        Map.of(
            new SampleKey(SampleKind.CPU, List.of(leaf, main), ""), new Weight(2, 20, 2),
            new SampleKey(SampleKind.CPU, List.of(main), ""), new Weight(1, 10, 1));
    assertThat(new String(write(profiled(samples)), UTF_8))
        .isEqualTo(
            """
            {
              "schemaVersion": 2,
              "inputs": [],
              "problems": [],
              "folds": {},
              "frames": [
                ["a.B","leaf",7],
                ["a.B","main",3]
              ],
              "stacks": [
                [-1,1],
                [0,0]
              ],
              "profiles": {
                "sha": {
                  "recordedNanos": 5,
                  "observed": {
                    "CPU": 5
                  },
                  "processCpu": {
                    "amount": 0,
                    "overNanos": 0
                  },
                  "compilerCpu": {
                    "amount": 0,
                    "overNanos": 0
                  },
                  "jvmVersions": [],
                  "cores": [],
                  "thrown": {
                    "amount": 0,
                    "overNanos": 0
                  },
                  "lostBytes": {
                    "amount": 0,
                    "overNanos": 0
                  },
                  "lostCpuSamples": {
                    "amount": 0,
                    "overNanos": 0
                  },
                  "thresholds": {},
                  "cpuLimits": [],
                  "memoryLimits": [],
                  "launchers": [],
                  "jvms": [],
                  "sampling": {
                    "threadCpu": {
                      "amount": 0,
                      "overNanos": 0
                    },
                    "assumed": [],
                    "leftOut": {},
                    "chunks": [],
                    "unread": {},
                    "calls": [],
                    "labels": {}
                  },
                  "process": {
                    "peakResidentBytes": 0,
                    "longestRunNanos": 0,
                    "startUpNanos": 0,
                    "lateCpu": {
                      "amount": 0,
                      "overNanos": 0
                    },
                    "lateCompilerCpu": {
                      "amount": 0,
                      "overNanos": 0
                    },
                    "optionsKnown": false,
                    "options": [],
                    "nativeCode": {
                      "cpuOfJavaOnly": false,
                      "committedBytes": {}
                    }
                  },
                  "threads": [],
                  "samples": [
                    ["CPU",0,"",1,10,1],
                    ["CPU",1,"",2,20,2]
                  ]
                }
              },
              "gcLogs": {},
              "gcRuns": {},
              "recordedGcs": {},
              "sources": [],
              "histories": [],
              "operations": [],
              "trials": [],
              "tunings": []
            }
            """);
  }

  @Test
  void reading_gives_back_what_was_written() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Evidence evidence = RandomRecords.evidence(seed);
      byte[] bytes = write(evidence);
      assertThat(read(bytes)).as("seed " + seed).isEqualTo(evidence);
      assertThat(write(read(bytes))).as("seed " + seed).isEqualTo(bytes);
    }
    assertThat(read(write(Evidence.EMPTY))).isEqualTo(Evidence.EMPTY);
  }

  @Test
  void the_order_in_which_samples_were_added_does_not_show() throws IOException {
    Map<SampleKey, Weight> samples = large(500, 10);
    List<SampleKey> keys = new ArrayList<>(samples.keySet());
    byte[] bytes = write(profiled(samples));
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(keys, new Random(seed));
      Map<SampleKey, Weight> shuffled = new LinkedHashMap<>();
      keys.forEach(key -> shuffled.put(key, samples.getOrDefault(key, Weight.ZERO)));
      assertThat(write(profiled(shuffled))).isEqualTo(bytes);
    }
  }

  @Test
  void merging_what_was_read_equals_reading_what_was_merged() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Evidence a = RandomRecords.evidence(seed);
      Evidence b = RandomRecords.evidence(seed + SEEDS);
      assertThat(read(write(a)).merge(read(write(b))))
          .as("seed " + seed)
          .isEqualTo(read(write(a.merge(b))));
    }
  }

  @Test
  void ten_thousand_stacks_of_forty_frames_stay_small() throws Exception {
    Evidence evidence = profiled(large(10_000, 40));
    byte[] bytes = write(evidence);
    assertThat(bytes.length).isLessThan(6_000_000);
    assertThat(read(bytes)).isEqualTo(evidence);
  }

  @Test
  void every_truncation_is_a_format_error_with_its_place() throws IOException {
    byte[] bytes = write(RandomRecords.evidence(1));
    int end = new String(bytes, UTF_8).stripTrailing().length();
    for (int length = 0; length < end; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(EvidenceFormatException.class)
          .isThrownBy(() -> read(cut))
          .withMessageMatching("(?s)line \\d+, column \\d+: .*\\. Let the rustfit version .*");
    }
  }

  @Test
  void any_change_of_a_byte_is_read_or_a_format_error() throws IOException {
    byte[] bytes = write(RandomRecords.evidence(2));
    Random random = new Random(3);
    for (int i = 0; i < 4_000; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      try {
        assertThat(read(changed)).isNotNull();
      } catch (EvidenceFormatException expected) {
        assertThat(expected).hasMessageStartingWith("line ");
      } catch (RuntimeException unexpected) {
        fail("change " + i, unexpected);
      }
    }
  }

  @Test
  void hostile_values_are_refused_by_name() throws IOException {
    String text = new String(write(profiled(large(3, 3))), UTF_8);
    refused(text.replace("\"schemaVersion\": 2", "\"schemaVersion\": 3"), "schema version 3");
    refused(text.replace("\"schemaVersion\"", "\"version\""), "expected the key 'schemaVersion'");
    refused(text.replace("[-1,", "[7,"), "points outside the tables");
    refused(text.replace("[-1,", "[-2,"), "points outside the tables");
    refused(text.replace("\"recordedNanos\": 5", "\"recordedNanos\": -5"), "negative duration");
    refused(text.replace("\"recordedNanos\": 5", "\"recordedNanos\": 5.0"), "number float");
    refused(text.replace("\"recordedNanos\": 5", "\"recordedNanos\": \"5\""), "value string");
    String huge = "9".repeat(30);
    refused(text.replace("\"recordedNanos\": 5", "\"recordedNanos\": " + huge), "too large");
    refused(
        text.replace("\"recordedNanos\": 5", "\"recordedNanos\": " + huge.repeat(50)), "exceed");
    refused(text.replace("[\"CPU\",", "[\"GPU\","), "unknown SampleKind 'GPU'");
    refused(text.replace("\"CPU\": 5", "\"WALL\": 5"), "was not observed");
    refused(text.replace("\"CPU\": 5", "\"CPU\": -5"), "negative -5");
    refused(text + "{}", "nothing may follow");
    refused("[".repeat(100_000), "expected start object");
    refused("", "found the end");
    refused(text.replaceAll("\\[\"CPU\",\\d+", "[\"CPU\",999"), "no stack node 999");
    refused(text.replaceAll("\\[\"CPU\",\\d+", "[\"CPU\",-1"), "same sample appears twice");
  }

  /** 200,000 nodes in one chain, each of them a sample: 20 billion frames from 5 MB. */
  @Test
  void stacks_that_would_not_fit_into_memory_are_refused() throws IOException {
    StringBuilder text = new StringBuilder("{\"schemaVersion\":1,\"inputs\":[],\"problems\":[],");
    text.append("\"frames\":[[\"a\",\"b\",1]],\"stacks\":[[-1,0]");
    for (int i = 0; i < 200_000; i++) {
      text.append(",[").append(i).append(",0]");
    }
    text.append("],\"profiles\":{\"x\":{\"recordedNanos\":1,\"observed\":{\"CPU\":1},")
        .append("\"processCpu\":{\"amount\":0,\"overNanos\":0},")
        .append("\"compilerCpu\":{\"amount\":0,\"overNanos\":0},")
        .append("\"jvmVersions\":[],\"cores\":[],\"thrown\":{\"amount\":0,\"overNanos\":0},")
        .append("\"lostBytes\":{\"amount\":0,\"overNanos\":0},")
        .append("\"lostCpuSamples\":{\"amount\":0,\"overNanos\":0},\"thresholds\":{},")
        .append(
            "\"cpuLimits\":[],\"memoryLimits\":[],\"launchers\":[],\"samples\":[[\"CPU\",0,\"\",1,1,1]");
    for (int i = 200_000; i > 0; i--) {
      text.append(",[\"CPU\",").append(i).append(",\"\",1,1,1]");
    }
    refused(text.toString(), "frames");
  }

  private static void refused(String text, String why) {
    assertThatExceptionOfType(EvidenceFormatException.class)
        .isThrownBy(() -> read(text.getBytes(UTF_8)))
        .withMessageContaining(why)
        .withMessageContaining("line ");
  }

  private static Map<SampleKey, Weight> large(int stacks, int depth) {
    Random random = new Random(7);
    Map<SampleKey, Weight> samples = new LinkedHashMap<>();
    for (int i = 0; i < stacks; i++) {
      List<Frame> stack = new ArrayList<>();
      int fork = random.nextInt(depth);
      for (int d = 0; d < depth; d++) {
        int method = d < fork ? random.nextInt(20) : d;
        stack.add(new Frame("com.acme.shop.Class" + d, "method" + method, 10 + method));
      }
      samples.put(new SampleKey(SampleKind.CPU, stack, ""), new Weight(i + 1, i + 1, i + 1));
    }
    return samples;
  }

  private static Evidence profiled(Map<SampleKey, Weight> samples) {
    ProfileSummary profile =
        new ProfileSummary(
            5,
            Map.of(SampleKind.CPU, 5L),
            samples,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            new TreeSet<>(),
            new TreeSet<>(),
            RecordingFacts.EMPTY);
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(Map.of("sha", profile)),
        new TreeMap<>(),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  /** Two zeros in front make UTF-32 of it (RFC 4627, section 3), which has no such characters. */
  @Test
  void text_of_no_encoding_is_a_format_error() {
    byte[] bytes = "\0\0\0{aaaabbbb".getBytes(UTF_8);
    assertThatExceptionOfType(EvidenceFormatException.class)
        .isThrownBy(() -> read(bytes))
        .withMessageContaining("line 1, column 1: not text in UTF-8.");
    assertThatExceptionOfType(EvidenceFormatException.class)
        .isThrownBy(() -> RecordJson.of(Weight.class).read(bytes, 0, bytes.length));
  }

  private static byte[] write(Evidence evidence) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(evidence, out);
    return out.toByteArray();
  }

  private static Evidence read(byte[] bytes) throws IOException, EvidenceFormatException {
    return EvidenceJson.read(new ByteArrayInputStream(bytes));
  }
}
