package io.github.rustfit.readers.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of several builds; what they make together is added up by hand. */
class EvidenceFilesTest {

  private static final long SECOND = 1_000_000_000L;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  private static SourceFile source(String path, int lines) {
    return new SourceFile(
        "shop",
        path,
        "0a1b".repeat(16),
        SourceFile.Role.MAIN,
        "com.shop",
        lines,
        new TreeSet<>(),
        List.of(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet());
  }

  private static ProfileSummary recording(long seconds, long samples) {
    return new ProfileSummary(
        seconds * SECOND,
        Map.of(SampleKind.CPU, seconds * SECOND),
        Map.of(new SampleKey(SampleKind.CPU, List.of(), ""), Weight.of(samples, 10_000_000)),
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        new TreeSet<>(),
        new TreeSet<>(),
        RecordingFacts.EMPTY);
  }

  private static Evidence evidence(Map<String, ProfileSummary> recordings, SourceFile... sources) {
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(recordings),
        new TreeMap<>(),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(List.of(sources)),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private String written(String name, Evidence evidence) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      EvidenceJson.write(evidence, out);
    }
    return name;
  }

  private MergedEvidence merged(Evidence here, String... files) {
    return new EvidenceFiles(root).read(here, List.of(files));
  }

  @Test
  void recordings_of_three_builds_add_up_and_the_same_one_counts_once() throws IOException {
    Evidence here = evidence(Map.of("aa".repeat(32), recording(61, 101)));
    String one =
        written("one/evidence.json", evidence(Map.of("bb".repeat(32), recording(67, 103))));
    String two =
        written(
            "two/evidence.json",
            evidence(
                Map.of("bb".repeat(32), recording(67, 103), "cc".repeat(32), recording(71, 107))));

    MergedEvidence merged = merged(here, one, two);

    assertThat(merged.errors()).isEmpty();
    assertThat(merged.evidence().profile().recordedNanos()).isEqualTo(199 * SECOND);
    assertThat(merged.evidence().profile().total(SampleKind.CPU).samples()).isEqualTo(311);
  }

  @Test
  void of_a_source_with_two_contents_the_first_one_is_taken_and_that_is_said() throws IOException {
    Evidence here = evidence(Map.of(), source("A.java", 11));
    String one = written("one/evidence.json", evidence(Map.of(), source("A.java", 13)));
    String two =
        written(
            "two/evidence.json", evidence(Map.of(), source("A.java", 11), source("B.java", 17)));
    String three = written("v/evidence.json", evidence(Map.of(), source("B.java", 19)));

    MergedEvidence merged = merged(here, one, two, three);

    assertThat(merged.evidence().sources())
        .extracting(file -> file.path() + " " + file.linesOfCode())
        .containsExactly("A.java 11", "B.java 17");
    assertThat(merged.evidence().problems())
        .extracting(Problem::text)
        .containsExactly(
            "one/evidence.json: A.java has another content here than in the checked-out sources,"
                + " which is taken. Merge evidence of builds of the same commit by the same version"
                + " of rustfit.",
            "v/evidence.json: B.java has another content here than in two/evidence.json, which is"
                + " taken. Merge evidence of builds of the same commit by the same version of"
                + " rustfit.");
    assertThat(merged.errors()).isEmpty();
  }

  @Test
  void what_is_no_evidence_is_an_error_and_the_rest_counts() throws IOException {
    String good =
        written("good/evidence.json", evidence(Map.of("bb".repeat(32), recording(67, 103))));
    Files.writeString(root.resolve("bad.json"), "{\"schemaVersion\": 1, \"inputs\": [");
    Files.createDirectories(root.resolve("empty"));

    MergedEvidence merged = merged(Evidence.EMPTY, good, "bad.json", "empty", "gone.json");

    assertThat(merged.evidence().profile().total(SampleKind.CPU).samples()).isEqualTo(103);
    assertThat(merged.errors())
        .extracting(Problem::where)
        .containsExactlyInAnyOrder("bad.json", "empty", "gone.json");
    assertThat(merged.evidence().problems()).containsAll(merged.errors());
  }

  /** 2^63 - 1 samples and 103 more are no number that a sum could hold. */
  @Test
  void a_count_that_no_sum_could_hold_is_refused_by_the_name_of_its_file() throws IOException {
    String good =
        written("good/evidence.json", evidence(Map.of("bb".repeat(32), recording(67, 103))));
    String bad =
        written(
            "bad/evidence.json", evidence(Map.of("aa".repeat(32), recording(61, Long.MAX_VALUE))));

    MergedEvidence merged = merged(Evidence.EMPTY, bad, good);

    assertThat(merged.errors())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("bad/evidence.json");
              assertThat(problem.text()).contains("its figures contradict each other");
            });
    assertThat(merged.evidence().profile().total(SampleKind.CPU).samples()).isEqualTo(103);
  }

  @Test
  void only_a_file_that_begins_like_evidence_is_taken_for_it() throws IOException {
    Path evidence = root.resolve(written("x/evidence.json", Evidence.EMPTY));
    Path other = Files.writeString(root.resolve("other.json"), "{\"version\": 1}");
    Path log = Files.writeString(root.resolve("gc.log"), "[0.1s] \"schemaVersion\"");

    assertThat(EvidenceFiles.claims(evidence)).isTrue();
    assertThat(EvidenceFiles.claims(other)).isFalse();
    assertThat(EvidenceFiles.claims(log)).isFalse();
    assertThat(EvidenceFiles.claims(root)).isFalse();
  }
}
