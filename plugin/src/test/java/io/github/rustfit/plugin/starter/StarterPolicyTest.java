package io.github.rustfit.plugin.starter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.readers.policy.PolicyReader;
import io.github.rustfit.readers.policy.PolicyReading;
import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StarterPolicyTest {

  private static final Pattern SWITCHED_OFF = Pattern.compile("(?m)^#(?! \\S)");

  private static SourceFile file(String module, String packageName, String type) {
    String name = packageName.isEmpty() ? type : packageName + "." + type;
    return new SourceFile(
        module,
        module + "/" + name.replace('.', '/') + ".java",
        "00",
        SourceFile.Role.MAIN,
        packageName,
        10,
        new TreeSet<>(),
        List.of(new SourceType(name, 1, 10, List.of(), Optional.empty())),
        Collections.emptySortedSet(),
        Collections.emptySortedSet());
  }

  /** Nested packages, a root with classes of its own, two modules that share a package. */
  private static final List<SourceFile> SOURCES =
      List.of(
          file("core", "com.acme", "Main"),
          file("core", "com.acme.cache", "Cache"),
          file("core", "com.acme.cache.store", "Store"),
          file("core", "com.acme.cache.store.deep", "Deep"),
          file("core", "com.acme.web", "Web"),
          file("web", "com.acme.web", "Page"),
          file("web", "com.acme.web.form", "Form"),
          file("scripts", "", "Script"));

  private static Assessment assess(List<SourceFile> sources) {
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(sources),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    Rules rules = Rules.load(Rule.class.getClassLoader());
    return new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, rules).assess(evidence);
  }

  private static PolicyReading read(String yaml) {
    return PolicyReader.read("rustfit.yaml", yaml.getBytes(UTF_8));
  }

  @Test
  void it_is_a_sound_policy_that_declares_the_components_and_nothing_else() {
    PolicyReading reading = read(StarterPolicy.of(assess(SOURCES)));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.policy().components())
        .containsExactly(
            new ComponentDefinition("core", "core", List.of("com.acme"), ""),
            new ComponentDefinition("core/cache", "core", List.of("com.acme.cache"), ""),
            new ComponentDefinition("core/web", "core", List.of("com.acme.web"), ""),
            new ComponentDefinition("web", "web", List.of("com.acme.web"), ""),
            new ComponentDefinition("web/form", "web", List.of("com.acme.web.form"), ""));
    assertThat(reading.policy())
        .usingRecursiveComparison()
        .ignoringFields("source", "components", "origins")
        .isEqualTo(Policy.DEFAULT);
  }

  @Test
  void it_is_sound_with_every_key_switched_on_too() {
    String text = StarterPolicy.of(assess(SOURCES));
    PolicyReading reading = read(SWITCHED_OFF.matcher(text).replaceAll(""));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.policy().components()).allMatch(one -> one.owner().equals("team-name"));
    assertThat(reading.policy().serviceLevel()).isPresent();
    assertThat(reading.policy().limits()).hasSize(7);
    assertThat(reading.policy().facts().horizon()).isPresent();
    assertThat(reading.policy().facts().planned()).hasSize(1);
    assertThat(reading.policy().facts().assumptions().declared()).hasSize(11);
    assertThat(reading.policy().facts().operations().rustApproved()).contains(true);
  }

  @Test
  void declared_so_the_components_are_cut_as_before() {
    List<ComponentDefinition> definitions =
        read(StarterPolicy.of(assess(SOURCES))).policy().components();

    assertThat(Components.of(SOURCES, definitions).all())
        .containsExactlyElementsOf(Components.of(SOURCES, List.of()).all());
  }

  @Test
  void a_package_between_two_of_another_component_is_named() {
    assertThat(
            Roots.of(
                List.copyOf(
                    Components.of(
                            List.of(
                                file("m", "a", "A"),
                                file("m", "a.b", "B"),
                                file("m", "a.b.c", "C")),
                            List.of(
                                new ComponentDefinition("ends", "", List.of("a", "a.b.c"), ""),
                                new ComponentDefinition("middle", "", List.of("a.b"), "")))
                        .all())))
        .containsEntry("ends", List.of("a", "a.b.c"))
        .containsEntry("middle", List.of("a.b"));
  }

  @Test
  void what_would_decide_most_stands_first() {
    String text = StarterPolicy.of(assess(SOURCES));

    // without a recording every verdict turns on G1, whose first question needs one
    assertThat(text.substring(0, text.indexOf("What else is open")).replace("\n#", ""))
        .contains("Attach a JFR recording with at least 1,000 CPU samples")
        .contains("Declare serviceLevel (percentile, targetMs, observedMs) in rustfit.yaml. (6");
    assertThat(text.replace("\n#", ""))
        .contains("Declare horizon.years in rustfit.yaml")
        .contains("Declare team.size, team.systemsExperienced, team.rampUpMonths, team.seniority");
  }

  @Test
  void the_order_of_the_sources_changes_nothing() {
    List<SourceFile> reversed = new ArrayList<>(SOURCES);
    Collections.reverse(reversed);

    assertThat(StarterPolicy.of(assess(reversed))).isEqualTo(StarterPolicy.of(assess(SOURCES)));
  }

  @Test
  void hostile_names_can_neither_end_a_line_nor_a_quotation() {
    List<SourceFile> hostile =
        List.of(
            file("evil\"\nversion: 2\n\u2028x", "com.acme", "A"),
            file("m\u0085odule", "com.acme.b\u00e4r", "B"),
            file("other", "com.acme\nversion: 3", "C"),
            file("x".repeat(300), "com.acme.long", "D"));
    PolicyReading reading = read(StarterPolicy.of(assess(hostile)));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.policy().components()).isEmpty();
    assertThat(StarterPolicy.of(assess(hostile))).doesNotContain("\nversion: 2", "\nversion: 3");
  }

  @Test
  void thousands_of_components_are_counted_not_listed() {
    List<SourceFile> many =
        IntStream.range(0, 1001).mapToObj(i -> file("m" + i, "com.acme.p" + i, "A")).toList();
    String text = StarterPolicy.of(assess(many));

    assertThat(text).contains("There are 1001, too many to list").hasSizeLessThan(1 << 20);
    assertThat(read(text).problems()).isEmpty();
    assertThat(StarterPolicy.of(assess(List.of()))).contains("#components:");
  }
}
