package io.github.rustfit.readers;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.testing.HouseRules;
import org.jspecify.annotations.NullMarked;

/** Which room of the readers may know which other, and which of them opens which library. */
@AnalyzeClasses(
    packages = "io.github.rustfit.readers",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.rustfit.readers.";

  @ArchTest
  static final ArchRule records_are_made_of_all_their_parts =
      HouseRules.RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS;

  @ArchTest static final ArchRule records_have_few_parts = HouseRules.RECORDS_HAVE_FEW_PARTS;

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  /** The bytes of a recording know nothing of what its events mean. */
  @ArchTest
  static final ArchRule the_format_of_recordings_serves_any_recording =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "jfr.format")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "jfr",
              ROOT + "jfr.events",
              ROOT + "jfr.stacks",
              ROOT + "gc..",
              ROOT + "input..",
              "io.github.rustfit.rules..");

  /** Nor do names and stacks know which events refer to them. */
  @ArchTest
  static final ArchRule stacks_stand_on_the_format_and_events_on_both =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "jfr.stacks")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "jfr", ROOT + "jfr.events");

  /** Logs and recordings tell the recorder what happened, and it knows neither of them. */
  @ArchTest
  static final ArchRule the_recorder_knows_no_source =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "gc")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "gclog..", ROOT + "jfr..", ROOT + "input..");

  /** Facts of collections are added up in one place. */
  @ArchTest
  static final ArchRule only_the_recorder_makes_facts_of_collections =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "gc", ROOT + "codec..")
          .should()
          .callConstructorWhere(
              describe(
                  "a summary, its details or a part of a run is made",
                  call ->
                      call.getTargetOwner().isAssignableTo(GcSummary.class)
                          || call.getTargetOwner().isAssignableTo(GcDetails.class)
                          || call.getTargetOwner().isAssignableTo(GcRunPart.class)));

  @ArchTest
  static final ArchRule java_sources_are_parsed_in_one_room =
      library("com.github.javaparser..", "source..");

  @ArchTest
  static final ArchRule git_is_read_in_one_room = library("org.eclipse.jgit..", "history..");

  @ArchTest
  static final ArchRule yaml_is_parsed_in_one_room = library("org.yaml.snakeyaml..", "yaml..");

  @ArchTest
  static final ArchRule documents_are_validated_in_one_room =
      library("com.networknt.schema..", "yaml..");

  @ArchTest
  static final ArchRule packed_content_is_unpacked_in_one_room =
      library("io.airlift.compress..", "input..");

  /** Its dictionaries of numbers, and nothing else of it. */
  @ArchTest static final ArchRule the_converter_serves_recordings_only = library("one..", "jfr..");

  @ArchTest
  static final ArchRule evidence_is_written_and_read_in_one_room =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "codec..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "com\\.fasterxml\\.jackson\\.core\\.Json(Factory|Parser|Generator|Token)");

  /** Documents are parsed where YAML is; those who ask for one go through its tree. */
  @ArchTest
  static final ArchRule trees_of_documents_are_made_in_one_room =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "yaml..", ROOT + "codec..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("com\\.fasterxml\\.jackson\\.databind\\.(Object|Json)Mapper");

  @ArchTest
  static final ArchRule trees_of_documents_are_read_where_documents_are =
      library(
          "com.fasterxml.jackson..",
          "codec..",
          "yaml..",
          "policy..",
          "operations..",
          "crates..",
          "precedents..",
          "baseline..",
          "trial..",
          "tuning..",
          "builds..",
          "labels..");

  private static ArchRule library(String packages, String... rooms) {
    String[] all = new String[rooms.length];
    for (int i = 0; i < rooms.length; i++) {
      all[i] = ROOT + rooms[i];
    }
    return noClasses()
        .that()
        .resideOutsideOfPackages(all)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages);
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
