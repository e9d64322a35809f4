package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.testing.StubRule;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

  private final Path directory;

  RulesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /** A sound rule of a third party. */
  public static class TeamRule implements Rule {
    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "team-rule", "T", "S.", Topic.TEAM, Role.NECESSARY, Set.of(), List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      return Outcome.unknown("Ask the team.");
    }
  }

  /** Claims the same id. */
  public static final class OtherTeamRule extends TeamRule {}

  /** Cannot be made. */
  public static final class ThrowingRule extends TeamRule {
    public ThrowingRule() {
      throw new IllegalStateException("no licence");
    }
  }

  /** Is no rule. */
  public static final class NoRule {}

  /** Cannot say what it is. */
  public static final class NamelessRule extends TeamRule {
    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "Not An Id", "T", "S.", Topic.TEAM, Role.NECESSARY, Set.of(), List.of());
    }
  }

  /** Loads the built-in rules and those of one more services file. */
  private Rules load(String... lines) throws IOException {
    Path services = directory.resolve("META-INF/services/" + Rule.class.getName());
    Files.createDirectories(services.getParent());
    Files.write(services, List.of(lines));
    URL[] path = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, RulesTest.class.getClassLoader())) {
      return Rules.load(loader);
    }
  }

  private static List<String> ids(Rules rules) {
    return rules.all().stream().map(rule -> rule.descriptor().id()).toList();
  }

  private static final List<String> BUILT_IN =
      List.of(
          "allocation-stalls",
          "churn",
          "collector-by-default",
          "committers",
          "container-heap",
          "cpu-share",
          "cpu-starvation",
          "crate-coverage",
          "declared-horizon",
          "declared-incidents",
          "declared-operations",
          "defect-signs",
          "explicit-gc",
          "fix-history",
          "gc-locker",
          "gc-pressure",
          "gc-sources-agree",
          "heap-room",
          "hot-line-fixes",
          "humongous-allocation",
          "java-only-mechanisms",
          "jdk-version",
          "latency-reach",
          "latency-target",
          "live-set-growth",
          "lock-waits",
          "low-pause-collector",
          "measured-tuning",
          "memory-ceiling",
          "memory-ladder",
          "memory-share",
          "metadata-threshold",
          "migration-pays",
          "native-library-time",
          "operations-cost",
          "pause-ratio",
          "process-reach",
          "process-target",
          "process-worth",
          "recording-size",
          "representative-load",
          "safepoint-halts",
          "saving-target",
          "seam",
          "short-runs",
          "source-match",
          "speed-up-ceiling",
          "speed-up-worth",
          "start-up-ladder",
          "team-capacity",
          "throughput-collector",
          "waiting-lines");

  @Test
  void built_in_rules_are_found_and_ordered_by_id() {
    Rules rules = Rules.load(RulesTest.class.getClassLoader());

    assertThat(rules.problems()).isEmpty();
    assertThat(ids(rules)).isEqualTo(BUILT_IN);
  }

  @Test
  void a_rule_of_a_dependency_joins_by_its_services_file() throws IOException {
    Rules rules = load(TeamRule.class.getName());

    assertThat(rules.problems()).isEmpty();
    assertThat(ids(rules)).hasSize(BUILT_IN.size() + 1).contains("team-rule").isSorted();
  }

  @Test
  void broken_providers_are_named_and_do_not_hide_the_others() throws IOException {
    Rules rules =
        load(
            "com.acme.Missing",
            ThrowingRule.class.getName(),
            NoRule.class.getName(),
            NamelessRule.class.getName(),
            TeamRule.class.getName());

    assertThat(ids(rules)).containsAll(BUILT_IN).contains("team-rule").hasSize(BUILT_IN.size() + 1);
    assertThat(rules.problems())
        .extracting(Problem::message)
        .hasSize(4)
        .anySatisfy(message -> assertThat(message).contains("com.acme.Missing"))
        .anySatisfy(message -> assertThat(message).contains(ThrowingRule.class.getName()))
        .anySatisfy(message -> assertThat(message).contains(NoRule.class.getName()))
        .anySatisfy(
            message -> assertThat(message).contains(NamelessRule.class.getName(), "Not An Id"));
  }

  @Test
  void a_line_that_is_no_class_name_is_a_problem() throws IOException {
    Rules rules = load("not a class name");

    assertThat(ids(rules)).isEqualTo(BUILT_IN);
    assertThat(rules.problems()).hasSize(1);
  }

  @Test
  void of_two_rules_with_the_same_id_neither_is_used_and_both_are_named() throws IOException {
    Rules rules = load(OtherTeamRule.class.getName(), TeamRule.class.getName());

    assertThat(ids(rules)).isEqualTo(BUILT_IN);
    assertThat(rules.problems())
        .extracting(Problem::message)
        .containsExactly(
            "The rule id 'team-rule' is claimed by "
                + OtherTeamRule.class.getName()
                + " and "
                + TeamRule.class.getName()
                + ".");
  }

  @Test
  void rules_given_in_any_order_come_out_by_id() {
    Rule a = StubRule.measured(Topic.CAUSE, Answer.YES);
    Rule b = new StubRule(Topic.TEAM, Role.SUPPORTING, Answer.NO, Provenance.DECLARED);

    assertThat(Rules.of(List.of(b, a))).isEqualTo(Rules.of(List.of(a, b)));
    assertThat(Rules.of(List.of(b, a)).all()).containsExactly(a, b);
  }
}
