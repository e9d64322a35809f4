package io.github.rustfit.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The whole house: {@code plugin → readers → rules} and {@code plugin → engine → rules}, no way
 * back and no cycles.
 */
@AnalyzeClasses(
    packages = "io.github.rustfit",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule dependencies_point_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("plugin")
          .definedBy("io.github.rustfit.plugin..")
          .layer("readers")
          .definedBy("io.github.rustfit.readers..")
          .layer("engine")
          .definedBy("io.github.rustfit.engine..")
          .layer("rules")
          .definedBy("io.github.rustfit.rules..")
          .whereLayer("plugin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("readers")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("rules")
          .mayOnlyBeAccessedByLayers("plugin", "readers", "engine");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("io.github.rustfit.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_goals_know_maven =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.github.rustfit.plugin", "io.github.rustfit.rustfit_maven_plugin")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.maven..");

  @ArchTest
  static final ArchRule each_library_has_one_room =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.rustfit.readers.source..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.javaparser..");

  @ArchTest
  static final ArchRule the_converter_reads_recordings_and_draws_flame_graphs =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.github.rustfit.readers.jfr..", "io.github.rustfit.plugin.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("one..");

  @ArchTest
  static final ArchRule nothing_is_read_from_the_network =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "javax.net..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLConnection");
}
