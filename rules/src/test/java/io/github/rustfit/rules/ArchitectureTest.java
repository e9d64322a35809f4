package io.github.rustfit.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.rustfit.rules.testing.HouseRules;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.util.ServiceLoader;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
    packages = "io.github.rustfit.rules",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.rustfit.rules.";

  @ArchTest
  static final ArchRule records_are_made_of_all_their_parts =
      HouseRules.RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS;

  @ArchTest static final ArchRule records_have_few_parts = HouseRules.RECORDS_HAVE_FEW_PARTS;

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  /**
   * What really holds, from the top down; a class outside of all of it is refused. The policy
   * stands above the components because it declares them, and above the verdicts because it says
   * which ones a build accepts. A rule is shown the parts of the evidence, never the whole.
   */
  @ArchTest
  static final ArchRule dependencies_point_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .ensureAllClassesAreContainedInArchitecture()
          .layer("rule")
          .definedBy(ROOT + "rule")
          .layer("policy")
          .definedBy(ROOT + "policy")
          .layer("verdict")
          .definedBy(ROOT + "verdict")
          .layer("component")
          .definedBy(ROOT + "component")
          .layer("evidence")
          .definedBy(ROOT + "evidence")
          .layer("profile")
          .definedBy(ROOT + "evidence.profile")
          .layer("gc")
          .definedBy(ROOT + "evidence.gc")
          .layer("source")
          .definedBy(ROOT + "evidence.source")
          .layer("repository")
          .definedBy(ROOT + "evidence.repository")
          .layer("trial")
          .definedBy(ROOT + "evidence.trial")
          .layer("tuning")
          .definedBy(ROOT + "evidence.tuning")
          .layer("base")
          .definedBy(ROOT + "evidence.base")
          .layer("builds")
          .definedBy(ROOT + "builds")
          .layer("crates")
          .definedBy(ROOT + "crates")
          .layer("precedent")
          .definedBy(ROOT + "precedent")
          .layer("checklist")
          .definedBy(ROOT + "checklist")
          .layer("stats")
          .definedBy(ROOT + "stats")
          .whereLayer("rule")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("rule")
          .whereLayer("verdict")
          .mayOnlyBeAccessedByLayers("policy")
          .whereLayer("component")
          .mayOnlyBeAccessedByLayers("policy", "rule")
          .whereLayer("evidence")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("profile")
          .mayOnlyBeAccessedByLayers("evidence", "component", "rule")
          .whereLayer("gc")
          .mayOnlyBeAccessedByLayers("evidence", "rule")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("evidence", "component", "rule")
          .whereLayer("repository")
          .mayOnlyBeAccessedByLayers("evidence", "rule")
          .whereLayer("trial")
          .mayOnlyBeAccessedByLayers("repository", "tuning")
          .whereLayer("tuning")
          .mayOnlyBeAccessedByLayers("repository")
          .whereLayer("base")
          .mayOnlyBeAccessedByLayers("evidence", "profile", "gc", "repository", "component")
          .whereLayer("builds")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("crates")
          .mayOnlyBeAccessedByLayers("rule")
          .whereLayer("precedent")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("checklist")
          .mayOnlyBeAccessedByLayers("verdict", "rule")
          .whereLayer("stats")
          .mayOnlyBeAccessedByLayers("component", "policy", "rule");

  /** A day is a value: it comes from the policy and from the caller. */
  @ArchTest
  static final ArchRule no_input_or_output_and_nobody_elses_library =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "io.github.rustfit.rules..",
                      "java.lang..",
                      "java.util",
                      "java.util.function",
                      "java.util.regex",
                      "java.util.stream",
                      "org.jspecify.annotations")
                  .or(JavaClass.Predicates.equivalentTo(LocalDate.class))
                  .or(JavaClass.Predicates.equivalentTo(ChronoLocalDate.class)))
          .because("third parties depend on this module; it judges, and reads nothing");

  @ArchTest
  static final ArchRule nothing_is_looked_for_on_the_class_path =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              ServiceLoader.class, ClassLoader.class, java.util.ServiceConfigurationError.class);

  @ArchTest
  static final ArchRule nothing_depends_on_a_clock_or_on_randomness =
      noClasses()
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random");

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes()
          .should(
              new ArchCondition<>("reside in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(
                      new SimpleConditionEvent(
                          type,
                          marked,
                          type.getPackageName() + (marked ? " is" : " is not") + " @NullMarked"));
                }
              });
}
