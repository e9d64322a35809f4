package io.github.rustfit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.Rules;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
    packages = "io.github.rustfit.rules",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.rustfit.rules.";

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  /**
   * What really holds, from the ground up. The policy stands above the components because it
   * declares them, and above the verdicts because it says which ones a build accepts.
   */
  @ArchTest
  static final ArchRule dependencies_point_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("assessment")
          .definedBy(ROOT + "assessment")
          .layer("builtin")
          .definedBy(ROOT + "builtin")
          .layer("rule")
          .definedBy(ROOT + "rule")
          .layer("policy")
          .definedBy(ROOT + "policy")
          .layer("component")
          .definedBy(ROOT + "component")
          .layer("verdict")
          .definedBy(ROOT + "verdict")
          .layer("crates")
          .definedBy(ROOT + "crates")
          .layer("arithmetic")
          .definedBy(ROOT + "arithmetic")
          .layer("evidence")
          .definedBy(ROOT + "evidence")
          .layer("checklist")
          .definedBy(ROOT + "checklist")
          .layer("stats")
          .definedBy(ROOT + "stats")
          .layer("compare")
          .definedBy(ROOT + "compare")
          .whereLayer("compare")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("assessment")
          .mayOnlyBeAccessedByLayers("compare")
          .whereLayer("builtin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("rule")
          .mayOnlyBeAccessedByLayers("builtin", "assessment", "compare")
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("rule", "builtin", "assessment", "compare")
          .whereLayer("component")
          .mayOnlyBeAccessedByLayers("policy", "rule", "builtin", "assessment", "compare")
          .whereLayer("verdict")
          .mayOnlyBeAccessedByLayers("policy", "assessment", "compare")
          .whereLayer("crates")
          .mayOnlyBeAccessedByLayers("rule", "builtin", "assessment")
          .whereLayer("arithmetic")
          .mayOnlyBeAccessedByLayers("rule")
          .whereLayer("evidence")
          .mayOnlyBeAccessedByLayers("component", "rule", "builtin", "assessment", "compare")
          .whereLayer("checklist")
          .mayOnlyBeAccessedByLayers("verdict", "rule", "builtin", "assessment")
          .whereLayer("stats")
          .mayOnlyBeAccessedByLayers("component", "rule", "builtin", "assessment", "compare");

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

  /** The one exception: finding rules on the class path is the extension point itself. */
  @ArchTest
  static final ArchRule only_rules_load_services =
      noClasses()
          .that(not(JavaClass.Predicates.equivalentTo(Rules.class)))
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              ServiceLoader.class, ClassLoader.class, java.util.ServiceConfigurationError.class);

  @ArchTest
  static final ArchRule built_in_rules_depend_on_no_clock_and_no_randomness =
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
  static final ArchRule public_built_in_classes_are_services =
      classes()
          .that(resideInAPackage(ROOT + "builtin"))
          .and()
          .arePublic()
          .should()
          .implement(Rule.class)
          .andShould(beServices());

  private static ArchCondition<JavaClass> beServices() {
    Set<String> services = new HashSet<>();
    ServiceLoader.load(Rule.class, ArchitectureTest.class.getClassLoader()).stream()
        .forEach(provider -> services.add(provider.type().getName()));
    return new ArchCondition<>("be named in META-INF/services") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean named = services.contains(type.getName());
        events.add(
            new SimpleConditionEvent(
                type, named, type.getName() + (named ? " is" : " is not") + " a service"));
      }
    };
  }

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
