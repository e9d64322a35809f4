package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Samples counted by hand. */
class TooMuchTest {

  private static SourceFile source(String part) {
    return file(
        "db",
        part + ".java",
        "org.db." + part,
        type("org.db." + part + ".Main", 1, 20, method("run", 5, 10)));
  }

  private static String last(int store, int sql, int net, int library, List<String> packages) {
    Policy policy =
        new Policy(
            "rustfit.yaml",
            List.of(new ComponentDefinition("db", "", packages, "")),
            Policy.Declarations.NONE,
            Policy.DEFAULT.enforced(),
            List.of(),
            Policy.DEFAULT.origins());
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(
                Map.of(
                    "aa",
                    profile(
                        60,
                        samples(store, cpu(frame("org.db.store.Main", "run", 6))),
                        samples(sql, cpu(frame("org.db.sql.Main", "run", 6))),
                        samples(net, cpu(frame("org.db.net.Main", "run", 6))),
                        samples(library, cpu(frame("org.other.Main", "run", 7)))))),
            new TreeMap<>(),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(List.of(source("store"), source("sql"), source("net"))),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    ComponentAssessment one =
        new Assessor(policy, CrateCatalogue.EMPTY, Rules.load(TooMuchTest.class.getClassLoader()))
            .assess(evidence).components().stream()
                .filter(each -> each.component().name().equals("db"))
                .findFirst()
                .orElseThrow();
    return one.reasons().get(one.reasons().size() - 1);
  }

  private static final List<String> ALL = List.of("org.db.store", "org.db.sql", "org.db.net");

  /** 950 of 1,000, of which 570 are 60 %, 285 are 30 % and 95 are 10 %. */
  @Test
  void a_component_that_is_the_whole_program_names_its_packages() {
    assertThat(last(570, 285, 95, 50, ALL))
        .isEqualTo(
            "It is much to be judged as one, 95.0 % of the CPU: of its CPU samples 60.0 % are in"
                + " org.db.store, 30.0 % are in org.db.sql, 10.0 % are in org.db.net. Declare its"
                + " parts under components in the policy to have each judged by itself.");
  }

  @Test
  void one_of_many_or_of_a_single_package_says_nothing_of_it() {
    assertThat(last(500, 285, 95, 120, ALL)).doesNotContain("judged as one");
    assertThat(last(970, 10, 10, 10, List.of("org.db.store"))).doesNotContain("judged as one");
  }
}
