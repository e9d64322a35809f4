package io.github.rustfit.fleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What depends on what. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.rustfit.fleet");

  @Test
  void packages_have_no_cycles() {
    slices().matching("io.github.rustfit.(fleet..)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void spark_stays_where_the_job_is() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.rustfit.fleet")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }
}
