package io.github.rustfit.engine.compare;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What two runs of five minutes have and have not in common, counted by hand: components {@code
 * app/x}, {@code app/y} and {@code app/z}, whose methods are {@code a} to {@code m}.
 */
class ComparedMattersTest {

  private static final List<String> NAMES = List.of("x", "y", "z");

  /** Finds these in each component; a name that begins with {@code process} is of the process. */
  private record Finds(Map<String, List<String>> ids) implements Rule {

    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "finds", "Finds", "It finds.", Topic.TUNING, Role.NECESSARY, Set.of(), List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      return Outcome.no(Fact.measured("There is something."))
          .with(
              ids.getOrDefault(context.component().name(), List.of()).stream()
                  .map(Finds::finding)
                  .toList());
    }

    private static Finding finding(String id) {
      return new Finding(
          "finds",
          id,
          Level.WARNING,
          "X.java",
          1,
          "There is " + id + ".",
          "Mend it.",
          true,
          id.startsWith("process"),
          Finding.Measured.NOTHING);
    }
  }

  private static SourceFile source(String name) {
    return file(
        "app",
        name + "/Of.java",
        "com.acme." + name,
        type("com.acme." + name + ".Of", 1, 99, method("a", 1, 9), method("b", 10, 19)));
  }

  private static Map<SampleKey, Weight> in(String name, String method, int line, long count) {
    return samples(count, cpu(frame("com.acme." + name + ".Of", method, line)));
  }

  private static Side side(
      String name, Map<String, List<String>> found, List<Map<SampleKey, Weight>> sampled) {
    Map<SampleKey, Weight> all = new HashMap<>();
    sampled.forEach(some -> some.forEach((key, weight) -> all.merge(key, weight, Weight::merge)));
    TreeMap<String, ProfileSummary> recordings = new TreeMap<>();
    TreeMap<String, GcSummary> logs = new TreeMap<>();
    for (String run : List.of("1", "2", "3")) {
      if (!all.isEmpty()) {
        recordings.put(name + "-recording-" + run, profile(300, all));
      }
      logs.put(name + "-log-" + run, gc("G1", 300, 600, 4 * MILLI));
    }
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            recordings,
            logs,
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(NAMES.stream().map(ComparedMattersTest::source).toList()),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    return new Side(
        evidence,
        new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.of(List.of(new Finds(found))))
            .assess(evidence));
  }

  private static Side side(String name, long x, long y, long z) {
    return side(
        name, Map.of(), List.of(in("x", "a", 5, x), in("y", "a", 5, y), in("z", "a", 5, z)));
  }

  private static Comparison compare(Side before, Side after) {
    return new Comparer(Margin.DEFAULT).compare(before, after);
  }

  private static ComponentComparison component(Comparison comparison, String name) {
    return comparison.components().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Side finding(String name, Map<String, List<String>> found, long count) {
    return side(name, found, count == 0 ? List.of() : List.of(in("x", "a", 5, count)));
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::id).toList();
  }

  @Test
  void what_is_gone_what_appeared_and_what_was_kept() {
    Comparison it =
        compare(
            finding("a", Map.of("app/x", List.of("f", "g", "h"), "app/y", List.of("j")), 2_000),
            finding("b", Map.of("app/x", List.of("g", "h", "i", "k", "l")), 2_000));

    FindingChanges x = component(it, "app/x").findings();
    assertThat(ids(x.gone())).containsExactly("f");
    assertThat(ids(x.appeared())).containsExactly("i", "k", "l");
    assertThat(x.kept()).isEqualTo(2);
    FindingChanges y = component(it, "app/y").findings();
    assertThat(ids(y.gone())).containsExactly("j");
    assertThat(y.appeared()).isEmpty();
    assertThat(y.kept()).isZero();
    assertThat(it.processFindings()).isEqualTo(FindingChanges.NONE);
  }

  @Test
  void a_matter_of_the_process_is_one_whoever_it_is_said_of() {
    Comparison it =
        compare(
            finding(
                "a",
                Map.of(
                    "app/x", List.of("process-1", "process-2", "own"),
                    "app/y", List.of("process-1")),
                2_000),
            finding("b", Map.of("app/x", List.of("own"), "app/y", List.of("process-2")), 2_000));

    assertThat(ids(it.processFindings().gone())).containsExactly("process-1");
    assertThat(it.processFindings().appeared()).isEmpty();
    assertThat(it.processFindings().kept()).isEqualTo(1);
    assertThat(component(it, "app/x").findings().gone()).isEmpty();
    assertThat(component(it, "app/x").findings().kept()).isEqualTo(1);
    assertThat(component(it, "app/y").findings()).isEqualTo(FindingChanges.NONE);
  }

  @Test
  void without_samples_on_one_side_findings_are_not_compared() {
    Map<String, List<String>> found = Map.of("app/x", List.of("f", "process-1"));

    for (Comparison it :
        List.of(
            compare(finding("a", found, 2_000), finding("b", Map.of(), 0)),
            compare(finding("a", found, 0), finding("b", Map.of(), 2_000)))) {
      assertThat(component(it, "app/x").findings()).isEqualTo(FindingChanges.NONE);
      assertThat(it.processFindings()).isEqualTo(FindingChanges.NONE);
    }
  }

  /** What became worse comes first, what became better next, the others by name. */
  @Test
  void what_became_worse_comes_first() {
    Comparison it = compare(side("a", 900, 1_000, 100), side("b", 900, 100, 1_000));

    assertThat(it.components())
        .extracting(ComponentComparison::name)
        .containsExactly("app/z", "app/y", "app/x");
  }

  /**
   * Tested are of the process CPU, pauses a minute, two percentiles (600 pauses do not have a
   * p99.9) and the time in pauses; of each component its share and its cores; and of each its one
   * method: 5 + 3 × 2 + 3 = 14. So each bound misses once in 2,800 times, and t(4) is 9.3983
   * (SciPy's {@code stats.t.isf(0.005 / 14, 4)}). All runs are alike, so that they differ by the
   * binomial noise of 2,000 samples: √(0.05 · 0.95/2000)/0.05 = 0.09747 of 5 %, and 0.02236 of 50
   * %, with 2.2098 degrees of freedom together and t = 28.2794; of 45 % on both sides 0.02472, with
   * 4.
   */
  @Test
  void all_that_is_said_shares_one_level() {
    Comparison it = compare(side("a", 900, 1_000, 100), side("b", 900, 100, 1_000));

    assertThat(it.statements()).isEqualTo(14);
    assertThat(it.level()).isCloseTo(1 - 0.01 / 14, within(1e-12));
    Effect grown = share(it, "app/z");
    assertThat(grown.value()).isCloseTo(0.45, within(1e-12));
    assertThat(grown.low()).isCloseTo(0.047699402, within(1e-6));
    assertThat(grown.high()).isEqualTo(1);
    assertThat(share(it, "app/x").high()).isCloseTo(0.093997881, within(1e-6));
  }

  private static Effect share(Comparison comparison, String name) {
    return component(comparison, name).figures().stream()
        .filter(one -> one.measure() == ComparedMetric.CPU_SHARE)
        .findFirst()
        .flatMap(MetricComparison::effect)
        .orElseThrow();
  }

  private static String shown(MethodChange change) {
    return change.method()
        + " "
        + Math.round(change.share().before().orElse(-1) * 1_000)
        + " "
        + Math.round(change.share().after().orElse(-1) * 1_000);
  }

  private static List<String> methods(Side before, Side after) {
    return component(compare(before, after), "app/x").methods().stream()
        .map(ComparedMattersTest::shown)
        .toList();
  }

  private static Side of(String name, List<Map<SampleKey, Weight>> sampled) {
    return side(name, Map.of(), sampled);
  }

  /** Of 1,000 samples: in thousandths, before and after. */
  @Test
  void methods_from_a_hundredth_on_are_compared_the_hottest_first() {
    Side before =
        of(
            "a",
            List.of(
                in("x", "c", 30, 10), // just enough
                in("x", "d", 40, 9), // too little
                in("x", "a", 5, 100),
                in("x", "b", 12, 300),
                in("y", "a", 5, 581)));
    Side after =
        of(
            "b",
            List.of(
                in("x", "a", 5, 100),
                in("x", "a", 6, 50), // another line of the same method
                in("x", "e", 50, 200), // was not there
                in("y", "a", 5, 650)));

    assertThat(methods(before, after)).containsExactly("b 300 0", "e 0 200", "a 100 150", "c 10 0");
  }

  @Test
  void a_side_without_samples_has_no_method_with_none() {
    assertThat(methods(of("a", List.of(in("x", "a", 5, 1_000))), of("b", List.of())))
        .containsExactly("a 1000 -1000");
  }

  @Test
  void at_most_ten_methods_of_a_component_are_compared() {
    List<Map<SampleKey, Weight>> sampled =
        Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")
            .map(name -> in("x", name, 90, 80 + name.charAt(0) - 'a'))
            .toList();

    assertThat(component(compare(of("a", sampled), of("b", sampled)), "app/x").methods())
        .extracting(MethodChange::method)
        .containsExactly("l", "k", "j", "i", "h", "g", "f", "e", "d", "c");
  }

  /** What has no code yet was measured on neither side. */
  @Test
  void a_planned_component_is_not_compared() {
    Side before = side("a", 900, 1_000, 100);
    DeclaredFacts none = DeclaredFacts.NONE;
    DeclaredFacts planning =
        new DeclaredFacts(
            none.currency(),
            none.fleet(),
            none.componentFleets(),
            none.team(),
            none.personMonthCost(),
            none.horizon(),
            none.componentHorizons(),
            none.operations(),
            List.of(new PlannedComponent("app/next", "", "", "", List.of())),
            none.assumptions());
    Evidence evidence = side("b", 900, 1_000, 100).evidence();
    Side after =
        new Side(
            evidence,
            new Assessor(Policy.DEFAULT.with(planning), CrateCatalogue.EMPTY, Rules.of(List.of()))
                .assess(evidence));

    assertThat(after.assessment().components())
        .extracting(one -> one.component().name())
        .contains("app/next");
    assertThat(compare(before, after).components())
        .extracting(ComponentComparison::name)
        .containsExactly("app/x", "app/y", "app/z");
  }
}
