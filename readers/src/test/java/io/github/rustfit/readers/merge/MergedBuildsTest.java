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
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a request are merged, and what becomes of what several builds have read. */
class MergedBuildsTest {

  private static final long SECOND = 1_000_000_000L;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  private static ProfileSummary recording(long samples) {
    return new ProfileSummary(
        60 * SECOND,
        Map.of(SampleKind.CPU, 60 * SECOND),
        Map.of(new SampleKey(SampleKind.CPU, List.of(), ""), Weight.of(samples, 10_000_000)),
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        new TreeSet<>(),
        new TreeSet<>(),
        RecordingFacts.EMPTY);
  }

  private static Evidence recorded(String digest, long samples) {
    return evidence(Map.of(digest.repeat(32), recording(samples)), List.of(), List.of());
  }

  private static Evidence evidence(
      Map<String, ProfileSummary> recordings,
      List<SourceFile> sources,
      List<OperationsFile> operations) {
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(recordings),
        new TreeMap<>(),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(sources),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY.with(new TreeSet<>(operations)),
        Collections.emptySortedMap());
  }

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

  private static OperationsFile dockerfile(String digest) {
    return new OperationsFile(
        OperationsFile.Kind.DOCKERFILE, "shop", "Dockerfile", digest.repeat(32), new TreeSet<>());
  }

  private String written(String name, Evidence evidence) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      EvidenceJson.write(evidence, out);
    }
    return name;
  }

  private MergedEvidence merged(String... requests) {
    return new EvidenceFiles(root).read(Evidence.EMPTY, List.of(requests));
  }

  private static long samples(MergedEvidence merged) {
    return merged.evidence().profile().total(SampleKind.CPU).samples();
  }

  /** A folder holds many files; one that is asked for by its name may have any. */
  @Test
  void of_a_folder_only_files_of_the_agreed_name_are_merged() throws IOException {
    written("builds/one/evidence.json", recorded("aa", 3));
    written("builds/two/evidence.json", recorded("bb", 5));
    written("builds/two/old.json", recorded("cc", 70));

    assertThat(samples(merged("builds"))).isEqualTo(8);
    assertThat(samples(merged("builds/two/old.json"))).isEqualTo(70);
    assertThat(samples(merged("builds", "builds/two/old.json"))).isEqualTo(78);
    assertThat(merged("builds").errors()).isEmpty();
  }

  @Test
  void a_folder_without_any_says_so() throws IOException {
    written("builds/old.json", recorded("cc", 70));

    assertThat(merged("builds").errors())
        .extracting(Problem::text)
        .containsExactly(
            "builds: The directory holds no evidence.json. Name evidence.json as rustfit:report or"
                + " rustfit:check wrote it, unchanged.");
  }

  @Test
  void what_several_builds_read_alike_is_one_and_no_problem() throws IOException {
    Evidence build = evidence(Map.of(), List.of(source("A.java", 11)), List.of(dockerfile("ab")));
    written("builds/one/evidence.json", build);
    written("builds/two/evidence.json", build);

    MergedEvidence merged = merged("builds");

    assertThat(merged.evidence().sources()).containsExactly(source("A.java", 11));
    assertThat(merged.evidence().repository().operations()).containsExactly(dockerfile("ab"));
    assertThat(merged.evidence().problems()).isEmpty();
  }

  @Test
  void of_a_file_of_operations_with_two_contents_the_first_one_is_taken() throws IOException {
    written("builds/one/evidence.json", evidence(Map.of(), List.of(), List.of(dockerfile("ab"))));
    written("builds/two/evidence.json", evidence(Map.of(), List.of(), List.of(dockerfile("cd"))));

    MergedEvidence merged = merged("builds");

    assertThat(merged.evidence().repository().operations()).containsExactly(dockerfile("ab"));
    assertThat(merged.evidence().problems())
        .extracting(Problem::text)
        .containsExactly(
            "builds/two/evidence.json: Dockerfile has another content here than in"
                + " builds/one/evidence.json, which is taken. Merge evidence of builds of the same"
                + " commit by the same version of rustfit.");
  }

  /** Of a file that is refused as a whole nothing counts, so nothing differs from it. */
  @Test
  void a_file_that_is_refused_has_no_content_that_others_could_differ_from() throws IOException {
    written(
        "builds/a/evidence.json",
        evidence(
            Map.of("aa".repeat(32), recording(Long.MAX_VALUE)),
            List.of(source("A.java", 11)),
            List.of()));
    written("builds/b/evidence.json", evidence(Map.of(), List.of(source("A.java", 13)), List.of()));

    MergedEvidence merged = merged("builds");

    assertThat(merged.errors())
        .extracting(Problem::where)
        .containsExactly("builds/a/evidence.json");
    assertThat(merged.evidence().sources()).containsExactly(source("A.java", 13));
  }

  /** Both are holes of a file system that keeps no zeros; the first byte of one is no JSON. */
  @Test
  void a_file_beyond_the_bound_is_not_read_and_one_at_it_is() throws IOException {
    for (String name : List.of("at.json", "beyond.json")) {
      try (RandomAccessFile file = new RandomAccessFile(root.resolve(name).toFile(), "rw")) {
        file.setLength((512L << 20) + (name.startsWith("at") ? 0 : 1));
      }
    }

    assertThat(merged("at.json").errors())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("It cannot be merged: ");
    assertThat(merged("beyond.json").errors())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("It is larger than the 536870912 bytes that evidence may have.");
  }
}
