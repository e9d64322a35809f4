package io.github.rustfit.readers.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organisation's policy, a team's and a repository's together. */
class PolicyLayersTest {

  private static final String ORG = "classpath:acme/policy.yaml";
  private static final String TEAM = "classpath:team/policy.yaml";
  private static final String REPO = "rustfit.yaml";

  /** Two policies are an organisation's and a repository's, three have a team's in between. */
  private static PolicyReading join(String... policies) {
    List<String> sources = policies.length == 2 ? List.of(ORG, REPO) : List.of(ORG, TEAM, REPO);
    List<PolicyLayer> layers = new ArrayList<>();
    for (int i = 0; i < policies.length; i++) {
      try {
        layers.add(
            PolicyLayer.read(
                sources.get(i), new ByteArrayInputStream(policies[i].getBytes(UTF_8))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return PolicyReader.join(layers);
  }

  private static Policy sound(String... policies) {
    PolicyReading reading = join(policies);
    assertThat(reading.problems()).extracting(Problem::text).isEmpty();
    return reading.policy();
  }

  private static Problem only(String... policies) {
    PolicyReading reading = join(policies);
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.policy().limits()).as("nothing of a broken policy is used").isEmpty();
    assertThat(reading.policy().origins().all()).isEmpty();
    return reading.problems().get(0);
  }

  private static Origin origin(Policy policy, String key) {
    return policy.origins().all().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " in " + policy.origins()));
  }

  @Test
  void what_the_organisation_leaves_open_the_repository_sets() {
    Policy policy =
        sound(
            """
            limits: {cpuShare: 0.5}
            team: {size: 6}
            """,
            """
            limits: {gcPauseP99: 50}
            team: {seniority: senior}
            serviceLevel: {targetMs: 20, percentile: 99}
            """);

    assertThat(policy.source()).isEqualTo("classpath:acme/policy.yaml and rustfit.yaml");
    assertThat(policy.limits())
        .containsExactly(
            new Limit(Metric.CPU_SHARE, 0.5, Level.ERROR),
            new Limit(Metric.GC_PAUSE_P99, 50, Level.ERROR));
    assertThat(policy.facts().team().size()).hasValue(6);
    assertThat(policy.facts().team().seniority()).isPresent();
    assertThat(policy.origins().all())
        .extracting(Origin::key, Origin::value, one -> one.said().text())
        .containsExactly(
            tuple("limits.cpuShare", "0.5", ORG + ":1"),
            tuple("limits.gcPauseP99", "50", "rustfit.yaml:1"),
            tuple("serviceLevel.percentile", "99", "rustfit.yaml:3"),
            tuple("serviceLevel.targetMs", "20", "rustfit.yaml:3"),
            tuple("team.seniority", "senior", "rustfit.yaml:2"),
            tuple("team.size", "6", ORG + ":2"));
    assertThat(policy.origins().all()).allMatch(one -> one.overrides().isEmpty());
  }

  @Test
  void a_block_may_be_completed_by_another_policy_but_must_be_complete_in_the_end() {
    assertThat(
            sound("serviceLevel: {targetMs: 20, percentile: 99}", "serviceLevel: {observedMs: 30}")
                .serviceLevel()
                .orElseThrow()
                .observedMs())
        .hasValue(30);

    Problem problem = only("serviceLevel: {percentile: 99}", "serviceLevel: {observedMs: 30}");
    assertThat(problem.where()).isEqualTo(ORG);
    assertThat(problem.message()).startsWith("serviceLevel lacks the key 'targetMs'");
  }

  @Test
  void an_override_needs_permission() {
    Problem problem = only("limits:\n  cpuShare: 0.5\n", "version: 1\nlimits:\n  cpuShare: 0.8\n");

    assertThat(problem.text())
        .isEqualTo(
            "rustfit.yaml:3: limits.cpuShare: 0.8 overrides 0.5 of classpath:acme/policy.yaml:2,"
                + " which does not allow it (line 3, column 13). Remove it here, or ask the owner"
                + " of classpath:acme/policy.yaml to add limits.cpuShare to overridable. A stricter"
                + " one needs no permission.");
  }

  @ParameterizedTest
  @CsvSource({"limits.cpuShare", "limits"})
  void with_permission_the_repository_overrides(String permission) {
    Policy policy =
        sound(
            "limits:\n  cpuShare: 0.5\noverridable: [" + permission + "]",
            "limits: {cpuShare: {limit: 0.8, level: warning}}");

    assertThat(policy.limits()).containsExactly(new Limit(Metric.CPU_SHARE, 0.8, Level.WARNING));
    assertThat(origin(policy, "limits.cpuShare"))
        .isEqualTo(
            new Origin(
                "limits.cpuShare",
                "{limit: 0.8, level: warning}",
                new Origin.Place(REPO, 1),
                List.of(new Origin.Overridden("0.5", new Origin.Place(ORG, 2)))));
  }

  @Test
  void a_value_that_is_said_again_overrides_nothing() {
    Policy policy = sound("personMonthCost: 12000", "personMonthCost: 12000");

    assertThat(origin(policy, "personMonthCost").said().source()).isEqualTo(ORG);
  }

  /** Upper bounds may fall, lower ones rise, and a level may become more serious. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limits: {cpuShare: 0.5}                           | limits: {cpuShare: 0.4}                           | true
          limits: {cpuShare: 0.5}                           | limits: {cpuShare: 0.6}                           | false
          limits: {gcThroughput: 97}                        | limits: {gcThroughput: 98}                        | true
          limits: {gcThroughput: 97}                        | limits: {gcThroughput: 96}                        | false
          limits: {cpuShare: {limit: 0.5, level: warning}}  | limits: {cpuShare: 0.5}                           | true
          limits: {cpuShare: {limit: 0.5, level: warning}}  | limits: {cpuShare: 0.6}                           | false
          limits: {cpuShare: 0.5}                           | limits: {cpuShare: {limit: 0.4, level: warning}}  | false
          limits: {fullCollections: 2}                      | limits: {fullCollections: 0}                      | true
          verdicts: {tune-jvm-first: warning}               | verdicts: {tune-jvm-first: error}                 | true
          verdicts: {tune-jvm-first: warning}               | verdicts: {tune-jvm-first: accept}                | false
          personMonthCost: 12000                            | personMonthCost: 11000                            | false
          approvedLanguages: [java, rust]                   | approvedLanguages: [java]                         | false
          """)
  void only_a_stricter_limit_needs_no_permission(String org, String repo, boolean allowed) {
    assertThat(join(org, repo).problems().isEmpty()).isEqualTo(allowed);
  }

  @Test
  void a_reserved_key_is_not_for_the_repository_whatever_it_says() {
    Problem problem =
        only(
            "version: 1\nreserved:\n  - verdicts\n  - economics\n", "economics:\n  overrun: 1.5\n");

    assertThat(problem.text())
        .isEqualTo(
            "rustfit.yaml:2: economics.overrun: economics is reserved by"
                + " classpath:acme/policy.yaml:4 (line 2, column 3). Remove it here, or ask the"
                + " owner of classpath:acme/policy.yaml to take economics out of reserved.");
    assertThat(join("reserved: [limits]\nlimits: {cpuShare: 0.5}", "limits: {cpuShare: 0.5}"))
        .as("not even the same value")
        .matches(reading -> reading.problems().size() == 1);
  }

  @Test
  void lists_with_names_are_joined() {
    Policy policy =
        sound(
            """
            components:
              - {name: shared, packages: [com.acme.shared], owner: platform}
            planned: [{name: gateway, owner: edge}]
            """,
            """
            components:
              - {name: pricing, packages: [com.acme.pricing]}
              - {name: shared, packages: [com.acme.shared]}
            planned: [{name: mail}]
            """);

    assertThat(policy.components())
        .containsExactly(
            new ComponentDefinition("shared", "", List.of("com.acme.shared"), "platform"),
            new ComponentDefinition("pricing", "", List.of("com.acme.pricing"), ""));
    assertThat(policy.facts().planned()).extracting("name").containsExactly("gateway", "mail");
    assertThat(policy.origins().all())
        .extracting(Origin::key, Origin::value, one -> one.said().text())
        .containsExactly(
            tuple("components[pricing]", "packages: [com.acme.pricing]", "rustfit.yaml:2"),
            tuple("components[shared]", "packages: [com.acme.shared], owner: platform", ORG + ":2"),
            tuple("planned[gateway]", "owner: edge", ORG + ":3"),
            tuple("planned[mail]", "", "rustfit.yaml:4"));
  }

  @Test
  void a_component_of_the_organisation_changes_only_with_permission() {
    String org = "components: [{name: shared, packages: [com.acme.shared], owner: platform}]\n";
    String repo = "components: [{name: shared, packages: [com.acme.shared], owner: us}]";
    String more = "components: [{name: shared, packages: [com.acme.shared], module: core}]";

    assertThat(only(org, repo).message())
        .startsWith(
            "components[shared].owner: us overrides platform of classpath:acme/policy.yaml:1,"
                + " which does not allow it (line 1, column 65)");
    assertThat(only(org, more).text())
        .contains(
            "components[shared].module is added to what classpath:acme/policy.yaml:1 declares",
            "to add components.module to overridable.");
    Policy policy = sound(org + "overridable: [components.owner]", repo);
    assertThat(policy.components()).extracting(ComponentDefinition::owner).containsExactly("us");
    assertThat(origin(policy, "components[shared].owner").overrides())
        .containsExactly(new Origin.Overridden("platform", new Origin.Place(ORG, 1)));
    assertThat(origin(policy, "components[shared]").said().source()).isEqualTo(ORG);
    assertThat(sound(org + "overridable: [components]", more).components().get(0).module())
        .isEqualTo("core");
  }

  /** Else a repository could leave its organisation's limit by naming a component. */
  @Test
  void a_limit_of_one_component_is_no_way_around_the_limit_of_all() {
    String org = "limits: {cpuShare: 0.5}\nverdicts: {tune-jvm-first: error}\n";
    String laxer = "components: [{name: a, packages: [a], limits: {cpuShare: 0.9}}]";
    String stricter = "components: [{name: a, packages: [a], limits: {cpuShare: 0.2}}]";
    String verdict = "components: [{name: a, packages: [a], verdicts: {tune-jvm-first: accept}}]";

    assertThat(only(org, laxer).text())
        .contains(
            "components[a].limits.cpuShare: 0.9 overrides 0.5 of classpath:acme/policy.yaml:1")
        .contains("to add limits.cpuShare to overridable. A stricter one needs no permission.");
    assertThat(only(org, verdict).message())
        .contains("components[a].verdicts.tune-jvm-first: accept overrides error of");
    assertThat(sound(org + "overridable: [limits]", laxer).limitsOf("a").limits()).hasSize(1);
    assertThat(sound(org + "overridable: [components.limits]", laxer).limits()).hasSize(1);
    Policy policy = sound(org, stricter);
    assertThat(policy.limitsOf("a").limit(Metric.CPU_SHARE).orElseThrow().value()).isEqualTo(0.2);
    assertThat(origin(policy, "components[a].limits.cpuShare").said().source()).isEqualTo(REPO);
  }

  @Test
  void decisions_of_both_count_and_name_their_file() {
    String one =
        "decisions:\n- {finding: %s, decision: tune, reason: r, owner: o, date: 2026-01-01,"
            + " until: 2026-12-31}\n";
    Policy policy = sound(one.formatted("x"), "version: 1\n" + one.formatted("y"));

    assertThat(policy.decisions())
        .extracting(Decision::finding, Decision::source, Decision::line)
        .containsExactly(tuple("x", ORG, 2), tuple("y", REPO, 3));
    assertThat(origin(policy, "decisions[y]").value()).startsWith("{finding: y, decision: tune,");
    assertThat(origin(policy, "decisions[y]").said().text()).isEqualTo("rustfit.yaml:3");
    assertThat(only("reserved: [decisions]", one.formatted("y")).message())
        .contains("decisions is reserved by classpath:acme/policy.yaml:1");
  }

  /** Half a year after 2026-01-01 is 2026-07-01, and 36 months after it 2029-01-01. */
  @Test
  void terms_of_one_policy_bind_the_decisions_of_the_next() {
    String one =
        "decisions:\n- {finding: x, decision: tune, reason: r, owner: o, date: 2026-01-01, until: %s}\n";

    assertThat(only("decisionTerms: {longestMonths: 6}", one.formatted("2026-07-02")).message())
        .contains("2026-07-02 is more than 6 months after the day of the decision");
    Policy policy =
        sound("decisionTerms: {longestMonths: 36, noticeDays: 7}", one.formatted("2029-01-01"));
    assertThat(policy.decisions()).hasSize(1);
    assertThat(policy.enforced().noticeDays()).isEqualTo(7);
  }

  @Test
  void what_does_not_fit_together_is_said_with_both_files() {
    Problem packages =
        only(
            "components: [{name: a, packages: [com.acme]}]",
            "components:\n  - {name: b, packages: [com.acme]}");
    Problem planned = only("components: [{name: a, packages: [x]}]", "planned: [{name: a}]");

    assertThat(packages.where()).isEqualTo(REPO);
    assertThat(packages.line()).isEqualTo(2);
    assertThat(packages.message())
        .isEqualTo(
            "The package 'com.acme' belongs to two components, first in line 1 of"
                + " classpath:acme/policy.yaml (line 2, column 26).");
    assertThat(planned.where()).isEqualTo(REPO);
    assertThat(planned.message())
        .contains("'a' is declared already, in line 1 of classpath:acme/policy.yaml");
    assertThat(only("team: {size: 2}", "team: {systemsExperienced: 3}").where()).isEqualTo(REPO);
  }

  @Test
  void with_three_policies_each_earlier_one_must_agree() {
    String org = "limits: {cpuShare: 0.5}\nverdicts: {keep-in-java: warning}\n";
    String stricter = "limits: {cpuShare: 0.3}\noverridable: [limits, verdicts]";

    assertThat(sound(org, stricter, "limits: {cpuShare: 0.4}").limits())
        .as("the team allows it and the organisation's limit still holds")
        .containsExactly(new Limit(Metric.CPU_SHARE, 0.4, Level.ERROR));
    assertThat(only(org, stricter, "limits: {cpuShare: 0.6}").message())
        .as("a team cannot give away what it was not given")
        .contains("0.6 overrides 0.5 of classpath:acme/policy.yaml:1");
    assertThat(only(org, "limits: {cpuShare: 0.3}", "limits: {cpuShare: 0.4}").message())
        .contains("0.4 overrides 0.3 of classpath:team/policy.yaml:1");
    Policy policy =
        sound(org + "overridable: [verdicts]", "verdicts: {keep-in-java: accept}\n", "version: 1");
    assertThat(policy.verdicts()).doesNotContainKey(Verdict.KEEP_IN_JAVA);
    assertThat(origin(policy, "verdicts.keep-in-java").said().source()).isEqualTo(TEAM);
    assertThat(origin(policy, "limits.cpuShare").overrides()).isEmpty();
    assertThat(
            origin(
                    sound(org + "overridable: [limits]", stricter, "limits: {cpuShare: 0.6}"),
                    "limits.cpuShare")
                .overrides())
        .extracting(Origin.Overridden::value)
        .containsExactly("0.5", "0.3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          overridable: [limits.cpushare]          | overridable: there is no key 'limits.cpushare' that a policy could set | Did you mean 'limits.cpuShare'?
          reserved: [everything]                  | reserved: there is no key 'everything' that a policy could set         | Write the path of a key, e.g. limits.cpuShare or serviceLevel.
          overridable: [version]                  | overridable: there is no key 'version' that a policy could set         | Write the path of a key, e.g. limits.cpuShare or serviceLevel.
          {overridable: [limits.cpuShare], reserved: [limits]} | overridable: 'limits.cpuShare' is reserved in line 1      | Remove one of the two: what is reserved cannot be overridden.
          overridable: limits                     | overridable: expected a list, found text 'limits'                      | `Write for example 'overridable: ["limits.cpuShare","serviceLevel"]'. What the policies after this one may override, when several count: paths of keys.`
          """)
  void a_permission_names_a_key(String org, String message, String remedy) {
    Problem problem = only(org, "version: 1");

    assertThat(problem.where()).isEqualTo(ORG);
    assertThat(problem.message()).startsWith(message + " (line 1, column ");
    assertThat(problem.remedy()).isEqualTo(remedy);
  }

  @Test
  void mistakes_of_all_policies_are_said_at_once() {
    assertThat(join("limit: 1", "version: 1\nverdict: 1").problems())
        .extracting(Problem::where, Problem::line)
        .containsExactly(tuple(ORG, 1), tuple(REPO, 2));
    assertThat(join("version: 3\nwhatever: 1", "version: 1").problems())
        .extracting(Problem::text)
        .containsExactly(
            "classpath:acme/policy.yaml:1: The policy is written in format 3, and this version of"
                + " the plugin reads format 1 (line 1, column 10). Use a newer version of"
                + " rustfit-maven-plugin, or write the policy in format 1 and say 'version: 1'.");
  }

  /** Whatever key there is, it goes through the joining unharmed. */
  @Test
  void a_policy_beside_one_that_says_nothing_is_as_if_it_were_alone() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "reference", "policy.md"), UTF_8);
    int start = page.indexOf("```yaml\nversion: 1\n") + "```yaml\n".length();
    String complete = page.substring(start, page.indexOf("\n```", start));
    Policy alone = PolicyReader.read(REPO, complete.getBytes(UTF_8)).policy();

    assertThat(alone.components()).isNotEmpty();
    for (Policy joined : List.of(sound("version: 1", complete), sound(complete, ""))) {
      assertThat(joined)
          .usingRecursiveComparison()
          .ignoringFields("source", "origins", "decisions.source")
          .isEqualTo(alone);
      assertThat(joined.origins().all())
          .extracting(Origin::key, Origin::value, one -> one.said().line())
          .isEqualTo(
              alone.origins().all().stream()
                  .map(one -> tuple(one.key(), one.value(), one.said().line()))
                  .toList());
    }
  }

  @Test
  void the_catalogue_is_of_the_policy_that_names_it() {
    PolicyReading reading = join("crates: ours.yaml", "version: 1");

    assertThat(reading.crates()).isEqualTo("ours.yaml");
    assertThat(reading.policy().placeOf("crates").source()).isEqualTo(ORG);
  }

  /** 20,000 components, each said by both: every name is found without looking at all others. */
  @Test
  void a_large_policy_is_joined_in_a_moment() {
    StringBuilder org = new StringBuilder("components:\n");
    for (int i = 0; i < 20_000; i++) {
      org.append("- {name: c").append(i).append(", packages: [p").append(i).append("]}\n");
    }

    assertThat(sound(org.toString(), org.toString()).components()).hasSize(20_000);
  }
}
