package io.github.rustfit.capture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.rustfit.rules.testing.HouseRules;

/** What may come into another program's JVM. */
@AnalyzeClasses(
    packages = "io.github.rustfit.capture",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String AGENT = "io.github.rustfit.capture.agent";

  @ArchTest
  static final ArchRule records_are_made_of_all_their_parts =
      HouseRules.RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS;

  @ArchTest static final ArchRule records_have_few_parts = HouseRules.RECORDS_HAVE_FEW_PARTS;

  @ArchTest
  static final ArchRule the_agent_is_the_jdk_and_asm =
      classes()
          .that()
          .resideInAPackage(AGENT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(AGENT, "java..", "org.objectweb.asm", "org.jspecify.annotations");

  /** The JVM's management and its logging start much that a program may want to start itself. */
  @ArchTest
  static final ArchRule the_agent_starts_nothing_that_the_program_configures =
      noClasses()
          .that()
          .resideInAPackage(AGENT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging", "java.lang.management", "java.util.stream");

  /** Every class of every loader sees it, and it sees the JDK alone. */
  @ArchTest
  static final ArchRule the_probe_is_one_class_that_knows_the_jdk_alone =
      noClasses()
          .that()
          .haveFullyQualifiedName(AGENT + ".Probe")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org[.]objectweb.*|" + AGENT + "[.](?!Probe$).*");
}
