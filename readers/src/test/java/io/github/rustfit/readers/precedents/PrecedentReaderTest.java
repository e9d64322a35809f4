package io.github.rustfit.readers.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.yaml.YamlSchema;
import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.precedent.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedentReaderTest {

  private static final List<Precedent> KNOWN = PrecedentReader.builtIn();

  private static Precedent precedent(String id) {
    return KNOWN.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** Not held against it in each run. */
  @Test
  void they_fit_their_schema() throws IOException {
    try (InputStream in = PrecedentReader.class.getResourceAsStream(PrecedentReader.BUILT_IN)) {
      YamlSchema schema = YamlSchema.ofResource("/io/github/rustfit/precedents.schema.json");
      assertThat(schema.read("precedents.yaml", in).problems().toList()).isEmpty();
    }
  }

  @Test
  void refusals_and_reversals_are_among_them() {
    assertThat(KNOWN)
        .extracting(Precedent::outcome)
        .contains(
            Precedent.Outcome.MOVED,
            Precedent.Outcome.REFUSED,
            Precedent.Outcome.REVERSED,
            Precedent.Outcome.PROPOSED);
  }

  /** As published: the article of the Lucene project, and doi 10.1145/3589335.3651581. */
  @Test
  void figures_are_the_published_ones() {
    assertThat(precedent("lucene-tantivy").gain()).contains("counting +60 %");
    assertThat(precedent("webgraph").gain()).contains("1.4 to 3.18");
    assertThat(precedent("grab-counter").gain()).contains("slightly worse");
  }

  @Test
  void what_did_not_come_from_the_jvm_does_not_claim_to() {
    assertThat(precedent("discord-read-states").traits()).doesNotContain(Trait.JVM);
    assertThat(precedent("cloudflare-pingora").traits()).doesNotContain(Trait.JVM);
    assertThat(precedent("cloudflare-pingora").calibrates()).isFalse();
  }

  /** Every published figure that the domain's notes call unfit stays out. */
  @Test
  void figures_that_contradict_their_primary_source_are_absent() {
    assertThat(KNOWN)
        .filteredOn(one -> one.id().startsWith("discord-read") || one.id().startsWith("grab"))
        .allSatisfy(
            one ->
                assertThat(one.pain() + one.gain())
                    .doesNotContain("45 ")
                    .doesNotContain("0.5 ms")
                    .doesNotContain("5×"));
  }

  /** Counted by hand in the file: what stayed, came back or was switched off. */
  @Test
  void as_many_speak_against_as_were_published() {
    assertThat(KNOWN).hasSize(48);
    assertThat(KNOWN).filteredOn(one -> one.outcome().against()).hasSize(19);
  }

  /** Each as in its source: SafeRE's table, Comet's issue 5112, Riffle's table of TeraSort. */
  @Test
  void the_same_code_behind_a_boundary_may_be_slower() {
    assertThat(precedent("safere").gain()).contains("3.06 times").contains("13 % faster");
    assertThat(precedent("comet-columnar-to-row").gain()).contains("15.7 times with 32");
    assertThat(precedent("comet-columnar-to-row").changedToo()).contains("about 10 µs");
    assertThat(precedent("riffle-shuffle").gain()).contains("3.5 min against 8.6");
  }
}
