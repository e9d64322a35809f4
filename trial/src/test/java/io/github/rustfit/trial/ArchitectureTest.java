package io.github.rustfit.trial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.rustfit.rules.testing.HouseRules;

/** Which room of a trial may know which other. */
@AnalyzeClasses(
    packages = "io.github.rustfit.trial",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.rustfit.trial.";

  @ArchTest
  static final ArchRule records_are_made_of_all_their_parts =
      HouseRules.RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS;

  @ArchTest static final ArchRule records_have_few_parts = HouseRules.RECORDS_HAVE_FEW_PARTS;

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  /** Its process has nothing else on its class path. */
  @ArchTest
  static final ArchRule the_compiler_runs_on_the_jdk_alone =
      classes()
          .that()
          .resideInAPackage(ROOT + "compiler")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "compiler",
              "java..",
              "javax.lang.model..",
              "javax.tools",
              "com.sun.source..",
              "org.jspecify.annotations");

  /** It runs in the same process. */
  @ArchTest
  static final ArchRule the_port_runs_on_the_jdk_and_the_compiler_alone =
      classes()
          .that()
          .resideInAPackage(ROOT + "port")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "port",
              ROOT + "compiler",
              "java..",
              "javax.lang.model..",
              "javax.tools",
              "com.sun.source..",
              "org.jspecify.annotations");
}
