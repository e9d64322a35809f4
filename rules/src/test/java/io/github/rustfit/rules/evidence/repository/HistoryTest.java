package io.github.rustfit.rules.evidence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.testing.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What commits say; the head of each history was committed 1,000 s after 1970. */
class HistoryTest {

  private static FolderHistory folder(long commits) {
    return new FolderHistory(commits, 1, 9, 2, 3, 4, new TreeMap<>(), new TreeSet<>());
  }

  private static History history(
      boolean shallow, long completeAfter, Map<String, FolderHistory> folders) {
    return new History("c1", 1000, shallow, completeAfter, new TreeMap<>(folders), new TreeMap<>());
  }

  private static void merged(History one, History other, History both) {
    assertThat(one.merge(other)).isEqualTo(both);
    assertThat(other.merge(one)).isEqualTo(both);
  }

  /** Read back to 400 s after 1970: that is 600 s before the head. */
  @Test
  void a_history_covers_the_time_that_it_was_read_back_to() {
    History read = history(false, 400, Map.of());

    assertThat(read.covers(599)).isTrue();
    assertThat(read.covers(600)).isTrue();
    assertThat(read.covers(601)).isFalse();
    assertThat(history(false, History.ALL, Map.of()).covers(History.FIX_SECONDS)).isTrue();
  }

  @Test
  void of_two_readings_of_a_commit_the_one_that_reaches_further_back_counts() {
    History near = history(true, 700, Map.of("a", folder(9)));
    History far = history(true, 400, Map.of("b", folder(1)));

    merged(near, far, far);
  }

  @Test
  void of_two_that_reach_equally_far_the_one_that_misses_nothing_counts() {
    History cut = history(true, 400, Map.of("a", folder(9)));
    History whole = history(false, 400, Map.of("b", folder(1)));

    merged(cut, whole, whole);
  }

  @Test
  void of_two_that_reach_equally_far_all_folders_count_and_of_one_folder_the_more_commits() {
    History one = history(false, 400, Map.of("a", folder(9), "b", folder(1)));
    History other = history(false, 400, Map.of("b", folder(2), "c", folder(3)));

    merged(one, other, history(false, 400, Map.of("a", folder(9), "b", folder(2), "c", folder(3))));
  }

  @Test
  void of_two_that_count_other_languages_differently_one_counts_whichever_comes_first() {
    History few =
        new History("c1", 1000, false, 400, new TreeMap<>(), new TreeMap<>(Map.of("c", 1L)));
    History more =
        new History("c1", 1000, false, 400, new TreeMap<>(), new TreeMap<>(Map.of("c", 2L)));

    merged(few, more, more);
  }

  @Test
  void a_folder_has_no_negative_counts() {
    Records.refuseNegative(
        4, n -> new FolderHistory(n[0], 0, 0, n[1], n[2], n[3], new TreeMap<>(), new TreeSet<>()));
  }

  @Test
  void histories_of_one_commit_in_two_pieces_of_evidence_merge_and_others_stand_beside() {
    History near = history(true, 700, Map.of("a", folder(9)));
    History far = history(true, 400, Map.of("b", folder(1)));
    RepositoryEvidence one = RepositoryEvidence.of(new TreeMap<>(Map.of("c1", near)));
    RepositoryEvidence other = RepositoryEvidence.of(new TreeMap<>(Map.of("c1", far, "c2", near)));

    assertThat(one.merge(other).histories()).isEqualTo(Map.of("c1", far, "c2", near));
  }

  @Test
  void the_newest_fix_stands_first_then_the_lower_id() {
    Set<FixClass> race = Set.of(FixClass.RACE);
    Records.stand(
        List.of(
            new FixCommit("bbbbbbbbbbbb", 9, new TreeSet<>(race)),
            new FixCommit("aaaaaaaaaaaa", 8, new TreeSet<>(race)),
            new FixCommit("bbbbbbbbbbbb", 8, new TreeSet<>(Set.of(FixClass.NULL))),
            new FixCommit("bbbbbbbbbbbb", 8, new TreeSet<>(race))));
    assertThatThrownBy(() -> new FixCommit("bbbbbbbbbbb", 9, new TreeSet<>(race)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'bbbbbbbbbbb'");
  }

  /** What rustc refuses: data races, and what touches memory that it does not manage. */
  @Test
  void races_and_native_memory_speak_for_rust_and_nothing_else_does() {
    List<FixClass> speaking = new ArrayList<>(List.of(FixClass.values()));
    speaking.removeIf(one -> !one.speaksForRust());

    assertThat(speaking).containsExactly(FixClass.RACE, FixClass.NATIVE);
    assertThat(FixClass.DEADLOCK.id()).isEqualTo("deadlock");
  }

  @Test
  void facts_of_a_file_stand_by_line_kind_subject_value_and_number() {
    Records.stand(
        List.of(
            fact(OperationsFact.Kind.JDK, "b", "b", 2, 1),
            fact(OperationsFact.Kind.BASE_IMAGE, "b", "b", 2, 2),
            fact(OperationsFact.Kind.JDK, "a", "b", 2, 2),
            fact(OperationsFact.Kind.JDK, "b", "a", 2, 2),
            fact(OperationsFact.Kind.JDK, "b", "b", 1, 2),
            fact(OperationsFact.Kind.JDK, "b", "b", 2, 2)));
  }

  private static OperationsFact fact(
      OperationsFact.Kind kind, String subject, String value, long number, int line) {
    return new OperationsFact(kind, subject, value, number, line);
  }

  @Test
  void a_fact_may_have_no_number_and_no_line_but_no_negative_one() {
    OperationsFact.Kind kind = OperationsFact.Kind.JDK;

    assertThat(fact(kind, "", "", OperationsFact.NONE, 0).line()).isZero();
    assertThatThrownBy(() -> fact(kind, "", "", -2, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fact(kind, "", "", 0, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OperationsFile file(
      OperationsFile.Kind kind, String module, String path, String digest, int line) {
    return new OperationsFile(
        kind,
        module,
        path,
        digest,
        new TreeSet<>(
            List.of(
                fact(OperationsFact.Kind.REPLICAS, "", "2", 2, 7),
                fact(OperationsFact.Kind.JVM_OPTION, "", "-Xmx1g", -1, line),
                fact(OperationsFact.Kind.JVM_OPTION, "", "-Xss1m", -1, 5))));
  }

  @Test
  void facts_of_a_kind_come_in_the_order_of_their_lines() {
    assertThat(
            file(OperationsFile.Kind.KUBERNETES, "app", "k.yaml", "aa", 9)
                .facts(OperationsFact.Kind.JVM_OPTION))
        .extracting(OperationsFact::value)
        .containsExactly("-Xss1m", "-Xmx1g");
  }

  @Test
  void a_file_concerns_its_own_module_and_one_of_no_module_concerns_all() {
    OperationsFile of = file(OperationsFile.Kind.KUBERNETES, "app", "k.yaml", "aa", 9);
    OperationsFile ofAll = file(OperationsFile.Kind.KUBERNETES, "", "k.yaml", "aa", 9);

    assertThat(of.concerns("app")).isTrue();
    assertThat(of.concerns("lib")).isFalse();
    assertThat(ofAll.concerns("lib")).isTrue();
  }

  @Test
  void files_stand_by_path_digest_kind_module_and_facts() {
    OperationsFile.Kind docker = OperationsFile.Kind.DOCKERFILE;
    OperationsFile.Kind maven = OperationsFile.Kind.MAVEN;
    List<OperationsFile> files =
        List.of(
            file(maven, "b", "a", "bb", 9),
            file(maven, "b", "b", "aa", 9),
            file(docker, "b", "b", "bb", 9),
            file(maven, "a", "b", "bb", 9),
            file(maven, "b", "b", "bb", 8),
            file(maven, "b", "b", "bb", 9));
    Records.stand(files);
    List<OperationsFile> shuffled = new ArrayList<>(files);
    Collections.reverse(shuffled);
    assertThat(new TreeSet<>(shuffled)).containsExactlyElementsOf(files);
  }
}
