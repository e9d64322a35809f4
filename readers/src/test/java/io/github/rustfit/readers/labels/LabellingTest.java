package io.github.rustfit.readers.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabellingTest {

  private static final Labels OWN =
      Labels.NONE.with("service", "own").with("version", "1").with("host", "pod-1");

  @TempDir Path folder = Path.of("");

  private static ProfileSummary sampled(Map<String, Long> labels) {
    return ProfileSummary.EMPTY.with(
        RecordingFacts.EMPTY.with(
            new SamplingFacts(
                Tally.UNKNOWN,
                Collections.emptySortedSet(),
                Collections.emptySortedMap(),
                Collections.emptySortedSet(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                new TreeMap<>(labels))));
  }

  @Test
  void what_is_closest_to_the_input_counts_and_contradictions_are_said() throws Exception {
    Manifest manifest =
        Manifest.read(
                folder,
                Files.writeString(folder.resolve("l.csv"), "path,service\nx/orders/a.jfr,listed\n"))
            .manifest();
    Labelling labelling =
        new Labelling(
            Labels.NONE.with("service", "all").with("team", "t"),
            Optional.of(PathLabels.of("{service}/{host}.jfr")),
            manifest,
            Hosts.KEEP);

    Labelling.Labelled one = labelling.label("x/orders/a.jfr", OWN, ProfileSummary.EMPTY);
    assertThat(one.labels()).isEqualTo(new Labels("listed", "1", "", "t", "", "a", ""));
    assertThat(one.contradiction())
        .isEqualTo(
            "Labels contradict each other: service is 'listed', and 'orders' by its path; service is"
                + " 'listed', and 'all' by what is said of all; service is 'listed', and 'own' by"
                + " what it says itself.");
    // Hosts and times differ by nature.
    assertThat(
            new Labelling(
                    Labels.NONE.with("host", "node"), Optional.empty(), Manifest.NONE, Hosts.KEEP)
                .label("a", OWN, ProfileSummary.EMPTY)
                .contradiction())
        .isEmpty();
  }

  @Test
  void labels_of_samples_count_where_all_are_alike() {
    ProfileSummary profile =
        sampled(
            Map.of(
                "service_name=orders", 10L,
                "deployment.environment.name=prod", 7L,
                "service.version=1", 3L,
                "service.version=2", 4L,
                "host.name=*", 9L));

    assertThat(Labelling.NONE.label("a", Labels.NONE, profile).labels())
        .isEqualTo(Labels.NONE.with("service", "orders").with("environment", "prod"));
  }

  @Test
  void hosts_are_kept_hashed_or_dropped() {
    Labelling dropping = new Labelling(Labels.NONE, Optional.empty(), Manifest.NONE, Hosts.DROP);
    Labelling hashing = new Labelling(Labels.NONE, Optional.empty(), Manifest.NONE, Hosts.HASH);

    assertThat(dropping.label("a", OWN, ProfileSummary.EMPTY).labels())
        .isEqualTo(OWN.with("host", ""));
    // printf pod-1 | sha256sum
    assertThat(hashing.label("a", OWN, ProfileSummary.EMPTY).labels().host())
        .isEqualTo("0f066824e0c3");
    assertThat(hashing.label("a", Labels.NONE, ProfileSummary.EMPTY).labels())
        .isEqualTo(Labels.NONE);
  }
}
