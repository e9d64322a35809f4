package io.github.rustfit.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.rustfit.rules.testing.HouseRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole house: {@code plugin → readers → rules} and {@code plugin → engine → rules}, no way
 * back and no cycles. What the rooms of another module may know of each other stands in that
 * module's own test.
 */
@AnalyzeClasses(
    packages = "io.github.rustfit",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.WithoutTestArtifact.class
    })
class ArchitectureTest {

  private static final String ROOT = "io.github.rustfit.";
  private static final String PLUGIN = ROOT + "plugin";

  /** The class that the Maven plugin tools write. */
  private static final String HELP = ROOT + "rustfit_maven_plugin";

  /** What is published for tests of rules is a jar of its own beside the module's. */
  static final class WithoutTestArtifact implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  /** A class outside of all of it is refused. */
  @ArchTest
  static final ArchRule dependencies_point_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .ensureAllClassesAreContainedInArchitecture()
          .layer("plugin")
          .definedBy(PLUGIN + "..", HELP)
          .layer("trial")
          .definedBy(ROOT + "trial..")
          .layer("capture")
          .definedBy(ROOT + "capture..")
          .layer("readers")
          .definedBy(ROOT + "readers..")
          .layer("engine")
          .definedBy(ROOT + "engine..")
          .layer("rules")
          .definedBy(ROOT + "rules..")
          .whereLayer("plugin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("trial")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("capture")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("readers")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("plugin", "trial")
          .whereLayer("rules")
          .mayOnlyBeAccessedByLayers("plugin", "readers", "trial", "engine");

  /** Goals ask for an analysis and have it written; neither knows the other, nor the goals. */
  @ArchTest
  static final ArchRule goals_stand_on_rooms_that_do_not_know_them =
      noClasses()
          .that()
          .resideInAPackage(PLUGIN + ".*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(PLUGIN);

  @ArchTest
  static final ArchRule what_is_measured_does_not_know_how_it_is_shown =
      noClasses()
          .that()
          .resideInAnyPackage(
              PLUGIN + ".analysis..", PLUGIN + ".recording..", PLUGIN + ".starter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PLUGIN + ".report..", PLUGIN + ".compare..");

  /** Words and files serve all reports, so they know none of them. */
  @ArchTest
  static final ArchRule words_and_files_know_no_report =
      noClasses()
          .that()
          .resideInAnyPackage(PLUGIN + ".report.text..", PLUGIN + ".report.output..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              PLUGIN + ".report",
              PLUGIN + ".report.html..",
              PLUGIN + ".report.json..",
              PLUGIN + ".report.flame..",
              PLUGIN + ".compare..");

  @ArchTest
  static final ArchRule records_are_made_of_all_their_parts =
      HouseRules.RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS;

  @ArchTest static final ArchRule records_have_few_parts = HouseRules.RECORDS_HAVE_FEW_PARTS;

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  /** The packages of a library, and the rooms that may know them. */
  private record Library(String packages, List<String> rooms) {

    static Library of(String packages, String... rooms) {
      return new Library(packages, List.of(rooms).stream().map(ROOT::concat).toList());
    }
  }

  private static final List<Library> LIBRARIES =
      List.of(
          Library.of("com.github.javaparser..", "readers.source.."),
          Library.of("org.eclipse.jgit..", "readers.history.."),
          Library.of("org.yaml.snakeyaml..", "readers.yaml.."),
          Library.of("com.networknt.schema..", "readers.yaml.."),
          Library.of("io.airlift.compress..", "readers.input.."),
          Library.of("one..", "readers.jfr..", "plugin.export"),
          Library.of(
              "com.fasterxml.jackson..",
              "readers.codec..",
              "readers.yaml..",
              "readers.policy..",
              "readers.operations..",
              "readers.crates..",
              "readers.precedents..",
              "readers.baseline..",
              "readers.trial..",
              "readers.tuning..",
              "readers.builds..",
              "readers.labels..",
              "plugin.report",
              "plugin.report.output..",
              "plugin.starter.."),
          Library.of(
              "gg.jte..",
              "plugin.report.html..",
              "plugin.report.output..",
              "plugin.compare..",
              "plugin.trend.."),
          Library.of("org.apache.maven..", "plugin", "rustfit_maven_plugin"),
          Library.of("org.eclipse.aether..", "plugin"),
          Library.of("org.objectweb.asm..", "capture.agent"),
          Library.of("jdk.jfr..", "trial.tune"),
          Library.of("com.sun.source..", "trial.compiler", "trial.port"),
          Library.of("javax.lang.model..", "trial.compiler", "trial.port"),
          Library.of("javax.tools", "trial.compiler", "trial.port"),
          Library.of("org.codehaus.plexus..", "plugin"));

  /** Whoever adds a library says here whose it is; whoever drops one takes its line away. */
  @ArchTest
  static void each_library_has_its_rooms(JavaClasses house) {
    for (Library library : LIBRARIES) {
      String[] rooms = library.rooms().toArray(String[]::new);
      noClasses()
          .that()
          .resideOutsideOfPackages(rooms)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(library.packages())
          .check(house);
      for (String room : rooms) {
        assertThat(house.stream().filter(JavaClass.Predicates.resideInAPackage(room)::test))
            .as("classes of %s that need %s", room, library.packages())
            .anyMatch(type -> needs(type, library));
      }
    }
  }

  private static boolean needs(JavaClass type, Library library) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(
            one ->
                JavaClass.Predicates.resideInAPackage(library.packages())
                    .test(one.getTargetClass()));
  }

  @ArchTest
  static void no_library_is_without_a_room(JavaClasses house) {
    List<String> known =
        new ArrayList<>(
            List.of(
                "io.github.rustfit..", "java..", "javax.xml..", "org.w3c.dom..", "org.xml.sax.."));
    known.add("org.jspecify.annotations");
    LIBRARIES.forEach(library -> known.add(library.packages()));
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known.toArray(String[]::new))
        .check(house);
  }

  @ArchTest
  static final ArchRule recordings_are_never_converted_in_this_process =
      noClasses()
          .that()
          .resideOutsideOfPackage("one..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("one.convert..")
                  .and(DescribedPredicate.not(JavaClass.Predicates.type(one.convert.Main.class))));

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
