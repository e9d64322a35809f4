package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {

  private static Finding finding(Level level, String remedy, boolean confirmed) {
    return new Finding(
        "rule",
        "id",
        level,
        "A.java",
        3,
        "It is slow.",
        remedy,
        confirmed,
        false,
        Finding.Measured.NOTHING);
  }

  private static RuleDescriptor descriptor(String id, Set<Need> needs) {
    return new RuleDescriptor(id, "T", "S.", Topic.TEAM, Role.NECESSARY, needs, List.of());
  }

  @Test
  void findings_that_differ_in_anything_are_all_kept_errors_first() {
    Finding note = finding(Level.NOTE, "Do this.", true);
    Finding other = finding(Level.NOTE, "Do that.", true);
    Finding candidate = finding(Level.NOTE, "Do this.", false);
    Finding error = finding(Level.ERROR, "Do this.", true);

    assertThat(new TreeSet<>(List.of(note, other, candidate, error)))
        .containsExactly(error, other, candidate, note);
  }

  @Test
  void findings_are_listed_by_what_they_were_measured_to_cost() {
    Finding warning = finding(Level.WARNING, "Do this.", true);
    Finding note = finding(Level.NOTE, "Do this.", true);
    Finding cheap = note.costing(Share.wilson(1, 100), Share.UNKNOWN);
    Finding dear = note.costing(Share.wilson(1, 1000), Share.wilson(30, 100));

    Finding waited = note.waiting(1_000_000);

    assertThat(List.of(note, warning, waited, cheap, dear).stream().sorted(Finding.BY_COST))
        .containsExactly(dear, cheap, waited, warning, note);
    assertThat(new TreeSet<>(List.of(note, note.ofProcess(), cheap, dear))).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cpu", "cpu_share", "-cpu", "cpu--share", "1cpu", "../cpu"})
  void an_id_that_could_not_name_its_page_is_refused(String id) {
    assertThatThrownBy(() -> descriptor(id, Set.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void needs_iterate_in_their_own_order() {
    Set<Need> backwards =
        new LinkedHashSet<>(List.of(Need.SERVICE_LEVEL, Need.GC_PAUSES, Need.CPU_PROFILE));

    assertThat(descriptor("a", backwards).needs())
        .containsExactly(Need.CPU_PROFILE, Need.GC_PAUSES, Need.SERVICE_LEVEL);
  }

  @Test
  void an_outcome_has_evidence_or_says_what_would_decide() {
    assertThatThrownBy(Outcome::yes).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Outcome.of(Answer.UNKNOWN, List.of(), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_measured_and_repository_facts_are_observed() {
    assertThat(Outcome.yes(Fact.measured("M."), Fact.declared("D.")).observed()).isTrue();
    assertThat(Outcome.yes(Fact.repository("R.")).observed()).isTrue();
    assertThat(Outcome.yes(Fact.declared("D."), Fact.assumed("A.")).observed()).isFalse();
  }

  @Test
  void a_threshold_names_its_source() {
    assertThatThrownBy(() -> new Threshold("limit", 1, "ms", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
