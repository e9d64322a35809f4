package io.github.rustfit.readers.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the table is asked, over the JDKs' own release notes. */
class GcFactsTableTest {

  private static final GcFacts FACTS = GcFacts.table();

  @Test
  void every_fact_is_shown_somewhere() {
    assertThat(Arrays.stream(GcFact.values()))
        .allSatisfy(fact -> assertThat(FACTS.rows()).anyMatch(row -> row.fact() == fact));
  }

  @Test
  void every_incident_is_a_fact() {
    assertThat(Arrays.stream(GcFact.values()).flatMap(fact -> fact.incident().stream()))
        .containsExactlyInAnyOrder(GcIncident.values());
  }

  /** JDK-8192647 (25): Serial and Parallel no longer start collections for the locker. */
  @ParameterizedTest
  @CsvSource({
    "Serial, 17, true",
    "Serial, 24, true",
    "Serial, 25, false",
    "Serial, 26, false",
    "Serial, 0, false",
    "CMS, 0, true",
    "G1, 25, true",
    "G1, 0, true",
    "ZGC, 17, false",
  })
  void collections_of_the_gc_locker(String collector, int jdk, boolean shown) {
    assertThat(FACTS.shows(GcFact.GC_LOCKER, GcSource.LOG, collector, jdk, Set.of("gc")))
        .isEqualTo(shown);
  }

  @Test
  void what_would_show_it() {
    assertThat(FACTS.wouldShow(GcFact.LOCKER_WAITS, GcSource.LOG, "Serial", 25))
        .containsExactly(Set.of("gc+jni=debug"));
    assertThat(FACTS.wouldShow(GcFact.LOCKER_WAITS, GcSource.LOG, "Serial", 24)).isEmpty();
    assertThat(FACTS.wouldShow(GcFact.SAFEPOINTS, GcSource.RECORDING, "G1", 17))
        .containsExactly(Set.of("jdk.SafepointBegin", "jdk.SafepointEnd"));
  }

  @Test
  void options_have_to_be_there_together() {
    assertThat(
            FACTS.shows(
                GcFact.SAFEPOINTS, GcSource.RECORDING, "G1", 17, Set.of("jdk.SafepointBegin")))
        .isFalse();
  }

  @Test
  void what_is_not_known_of_the_jvm_shows_nothing() {
    assertThat(FACTS.incidents(GcSource.LOG, null, 17, Set.of("gc", "gc*"))).isEmpty();
    assertThat(FACTS.incidents(GcSource.RECORDING, null, 0, Set.of("jdk.GarbageCollection")))
        .containsExactlyInAnyOrder(GcIncident.METADATA_THRESHOLD, GcIncident.EXPLICIT_GC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pauses,log,9-,G1,gc | line 1: the columns are",
        "fact,source,jdks,collectors,shown by%npauses,log,9- | line 2: 3 cells",
        "fact,source,jdks,collectors,shown by%nrest,log,9-,G1,gc | line 2: unknown: rest",
        "fact,source,jdks,collectors,shown by%npauses,log,8-,G1,gc | line 2: JDK 8 to",
        "fact,source,jdks,collectors,shown by%npauses,log,x,G1,gc | line 2: For input string",
      })
  void a_row_that_is_none_is_named(String table, String message) {
    assertThatThrownBy(() -> GcFacts.parse(String.format(table)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
