package io.github.rustfit.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The command line stands on the goals alone, and nothing of Maven is in it. */
@AnalyzeClasses(
    packages = "io.github.rustfit.cli",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule commands_know_goals_and_the_facts_that_they_take =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.rustfit.cli..",
              "io.github.rustfit.plugin.goal",
              "io.github.rustfit.plugin.recording",
              "io.github.rustfit.readers.source",
              "io.github.rustfit.readers.classpath",
              "io.github.rustfit.readers.builds",
              "io.github.rustfit.rules.evidence.source",
              "picocli..",
              "java..",
              "javax.xml.stream..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule projects_know_no_command =
      noClasses()
          .that()
          .resideInAPackage("io.github.rustfit.cli.project")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.rustfit.cli", "picocli..");
}
