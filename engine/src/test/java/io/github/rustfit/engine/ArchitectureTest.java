package io.github.rustfit.engine;

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
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.testing.HouseRules;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
    packages = "io.github.rustfit.engine",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.rustfit.engine.";

  @ArchTest
  static final ArchRule records_are_made_of_all_their_parts =
      HouseRules.RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS;

  @ArchTest static final ArchRule records_have_few_parts = HouseRules.RECORDS_HAVE_FEW_PARTS;

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  /** What really holds, from the top down; a class outside of all of it is refused. */
  @ArchTest
  static final ArchRule dependencies_point_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .ensureAllClassesAreContainedInArchitecture()
          .layer("advice")
          .definedBy(ROOT + "advice")
          .layer("compare")
          .definedBy(ROOT + "compare")
          .layer("trend")
          .definedBy(ROOT + "trend")
          .layer("enforcement")
          .definedBy(ROOT + "enforcement")
          .layer("assessment")
          .definedBy(ROOT + "assessment")
          .layer("builtin")
          .definedBy(ROOT + "builtin")
          .layer("fit")
          .definedBy(ROOT + "fit")
          .layer("seam")
          .definedBy(ROOT + "seam")
          .layer("patterns")
          .definedBy(ROOT + "patterns")
          .layer("history")
          .definedBy(ROOT + "history")
          .layer("ecosystem")
          .definedBy(ROOT + "ecosystem")
          .layer("jvm")
          .definedBy(ROOT + "jvm")
          .layer("promise")
          .definedBy(ROOT + "promise")
          .layer("latency")
          .definedBy(ROOT + "latency")
          .layer("economics")
          .definedBy(ROOT + "economics")
          .layer("production")
          .definedBy(ROOT + "production")
          .layer("trial")
          .definedBy(ROOT + "trial")
          .layer("tuning")
          .definedBy(ROOT + "tuning")
          .layer("shape")
          .definedBy(ROOT + "shape")
          .layer("fold")
          .definedBy(ROOT + "fold")
          .layer("runs")
          .definedBy(ROOT + "runs")
          .layer("arithmetic")
          .definedBy(ROOT + "arithmetic")
          .whereLayer("advice")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("compare")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("trend")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("enforcement")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("assessment")
          .mayOnlyBeAccessedByLayers("advice", "compare", "enforcement", "trend")
          .whereLayer("builtin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("fit")
          .mayOnlyBeAccessedByLayers("assessment")
          .whereLayer("seam")
          .mayOnlyBeAccessedByLayers("assessment", "builtin", "fit")
          .whereLayer("patterns")
          .mayOnlyBeAccessedByLayers("assessment", "builtin")
          .whereLayer("history")
          .mayOnlyBeAccessedByLayers("assessment", "builtin", "fit")
          .whereLayer("ecosystem")
          .mayOnlyBeAccessedByLayers("assessment", "builtin", "fit", "seam")
          .whereLayer("jvm")
          .mayOnlyBeAccessedByLayers("builtin", "fit", "patterns", "promise", "tuning")
          .whereLayer("promise")
          .mayOnlyBeAccessedByLayers("builtin")
          .whereLayer("latency")
          .mayOnlyBeAccessedByLayers("advice", "assessment", "builtin")
          .whereLayer("economics")
          .mayOnlyBeAccessedByLayers(
              "assessment", "builtin", "latency", "patterns", "promise", "seam")
          .whereLayer("production")
          .mayOnlyBeAccessedByLayers("assessment", "compare")
          .whereLayer("trial")
          .mayOnlyBeAccessedByLayers("assessment", "builtin", "economics")
          .whereLayer("tuning")
          .mayOnlyBeAccessedByLayers("builtin")
          .whereLayer("shape")
          .mayOnlyBeAccessedByLayers("builtin", "economics")
          .whereLayer("fold")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("runs")
          .mayOnlyBeAccessedByLayers("assessment", "compare", "enforcement", "trend")
          .whereLayer("arithmetic")
          .mayOnlyBeAccessedByLayers("economics", "jvm", "latency", "runs", "seam", "trend");

  /** A day is a value: it comes from the policy and from the caller. */
  @ArchTest
  static final ArchRule no_input_or_output_and_nobody_elses_library =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "io.github.rustfit.engine..",
                      "io.github.rustfit.rules..",
                      "java.lang..",
                      "java.util",
                      "java.util.function",
                      "java.util.regex",
                      "java.util.stream",
                      "org.jspecify.annotations")
                  // A sum is called by the digest of what was summed.
                  .or(JavaClass.Predicates.equivalentTo(MessageDigest.class))
                  .or(JavaClass.Predicates.equivalentTo(NoSuchAlgorithmException.class))
                  .or(JavaClass.Predicates.equivalentTo(StandardCharsets.class))
                  .or(JavaClass.Predicates.equivalentTo(Charset.class))
                  .or(JavaClass.Predicates.equivalentTo(LocalDate.class))
                  .or(JavaClass.Predicates.equivalentTo(ChronoLocalDate.class)))
          .because("it judges, and reads nothing");

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
