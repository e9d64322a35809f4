package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceFile.Role;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who owns a frame where class names alone do not tell. Figures are counted by hand. */
class OwnersTest {

  private static final Frame MAIN = frame("com.acme.app.Main", "main", 10);

  private static final SourceFile APP =
      file(
          "app",
          "app/Main.java",
          "com.acme.app",
          type("com.acme.app.Main", 5, 20, method("main", 6, 18)));

  private static long cpuOf(Attribution attribution, Components components, String name) {
    return components.all().stream()
        .filter(one -> one.name().equals(name))
        .mapToLong(one -> attribution.owned(one, SampleKind.CPU).samples())
        .sum();
  }

  private static SourceFile shim(String module, SourceType type) {
    return file(module, module + "/Shim.java", "com.acme.shim", type);
  }

  private static final SourceFile SHIM_A =
      shim("shim-a", type("com.acme.shim.Shim", 4, 8, method("run", 5, 7)));
  private static final SourceFile SHIM_B =
      shim("shim-b", type("com.acme.shim.Shim", 4, 16, method("run", 5, 7), method("spin", 9, 15)));
  private static final Frame RUN = frame("com.acme.shim.Shim", "run", 6);
  private static final Frame SPIN = frame("com.acme.shim.Shim", "spin", 11);

  @Test
  void of_a_class_in_two_modules_the_one_that_has_the_method_owns_all_its_frames() {
    List<SourceFile> sources = List.of(APP, SHIM_A, SHIM_B);
    Components components = Components.of(sources, List.of());
    ProfileSummary profile =
        profile(60, samples(850, cpu(SPIN, RUN, MAIN)), samples(3, cpu(RUN, MAIN)));

    Attribution attribution = Attribution.of(profile, sources, components);

    assertThat(cpuOf(attribution, components, "shim-b")).isEqualTo(853);
    assertThat(cpuOf(attribution, components, "shim-a")).isZero();
    assertThat(attribution.problems()).isEmpty();
    Component owner = components.ofFile(SHIM_B).orElseThrow();
    assertThat(attribution.resolved(owner).value()).isEqualTo(1.0);
    assertThat(attribution.fileOf("com.acme.shim.Shim")).contains(SHIM_B);
  }

  @Test
  void what_cannot_be_decided_is_said_and_fits_no_source() {
    List<SourceFile> sources = List.of(APP, SHIM_A, SHIM_B);
    Components components = Components.of(sources, List.of());
    ProfileSummary profile = profile(60, samples(25, cpu(RUN, MAIN)), samples(75, cpu(MAIN)));

    Attribution attribution = Attribution.of(profile, sources, components);

    Component first = components.ofFile(SHIM_A).orElseThrow();
    assertThat(attribution.owned(first, SampleKind.CPU).samples()).isEqualTo(25);
    assertThat(attribution.resolved(first).value()).isZero();
    assertThat(attribution.problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .contains("shim-a/Shim.java and shim-b/Shim.java", "25.0 %", "com.acme.shim.Shim");
  }

  @Test
  void several_sources_in_one_component_are_nobodys_problem() {
    SourceFile base = file("app", "java/C.java", "p", type("p.C", 1, 9, method("run", 2, 8)));
    SourceFile newer = file("app", "java11/C.java", "p", type("p.C", 1, 20, method("run", 2, 19)));
    List<SourceFile> sources = List.of(base, newer);
    Components components = Components.of(sources, List.of());
    ProfileSummary profile =
        profile(
            60, samples(5, cpu(frame("p.C", "run", 15))), samples(2, cpu(frame("p.C", "run", 3))));

    Attribution attribution = Attribution.of(profile, sources, components);

    Component owner = components.ofFile(base).orElseThrow();
    assertThat(attribution.problems()).isEmpty();
    assertThat(attribution.resolved(owner).value()).isEqualTo(1.0);
    assertThat(attribution.hotMethods(owner).get(0).place().file()).isEqualTo("java11/C.java");
  }

  @Test
  void code_that_ships_comes_before_a_stand_in_of_tests() {
    SourceFile real = file("app", "main/C.java", "p", type("p.C", 1, 9, method("run", 2, 8)));
    SourceFile fake =
        file(
            "app",
            "fake/C.java",
            Role.TEST,
            "p",
            Set.of(),
            type("p.C", 1, 9, method("run", 2, 8), method("stub", 9, 9)));
    assertThat(new SourceIndex(List.of(fake, real)).fileOf("p.C")).contains(real);
  }

  private static Place place(SourceFile source, Frame frame) {
    return new SourceIndex(List.of(source)).place(frame);
  }

  @Test
  void frames_of_kotlin_lead_to_file_line_and_function() {
    SourceFile source =
        file(
            "ko",
            "ko/Price.kt",
            "com.acme.ko",
            type("com.acme.ko.Price", 3, 11, method("run", 4, 10)),
            type("com.acme.ko.Price$Companion", 8, 9),
            type("com.acme.ko.PriceKt", 1, 14, method("main", 13, 14)));

    assertThat(place(source, frame("com.acme.ko.Price", "run", 6)))
        .isEqualTo(new Place("com.acme.ko.Price", "run", "ko/Price.kt", 6, true));
    assertThat(place(source, frame("com.acme.ko.Price$run$1", "invoke", 6)))
        .isEqualTo(new Place("com.acme.ko.Price", "run", "ko/Price.kt", 6, true));
    assertThat(place(source, frame("com.acme.ko.Price", "run$lambda$0", 7)).resolved()).isTrue();
    assertThat(place(source, frame("com.acme.ko.Price", "run-WZ4Q5Ns", 7)).resolved()).isTrue();
    assertThat(place(source, frame("com.acme.ko.Price", "getTotal", 3)).resolved()).isTrue();
    assertThat(place(source, frame("com.acme.ko.Price", "getTotal", 0)).resolved()).isTrue();
    // inlined from another file: the line is behind the end of this one
    assertThat(place(source, frame("com.acme.ko.PriceKt", "main", 27)))
        .isEqualTo(new Place("com.acme.ko.PriceKt", "main", "ko/Price.kt", 13, true));
    assertThat(place(source, frame("com.acme.ko.Price$Companion", "of", 8)).resolved()).isTrue();
    // another commit: the function stands elsewhere
    assertThat(place(source, frame("com.acme.ko.Price", "gone", 6)).resolved()).isFalse();
  }

  @Test
  void objects_and_lambdas_of_scala_and_closures_of_groovy_lead_to_their_source() {
    SourceFile scala = file("s", "s/Cart.scala", "p", type("p.Cart", 7, 14, method("main", 8, 11)));
    SourceFile groovy = file("g", "g/Job.groovy", "p", type("p.Job", 1, 9, method("total", 2, 8)));

    assertThat(place(scala, frame("p.Cart$", "main", 9)))
        .isEqualTo(new Place("p.Cart", "main", "s/Cart.scala", 9, true));
    assertThat(place(scala, frame("p.Cart$", "$anonfun$main$1", 10)).method()).isEqualTo("main");
    assertThat(place(groovy, frame("p.Job$_total_closure1", "doCall", 4)))
        .isEqualTo(new Place("p.Job", "total", "g/Job.groovy", 4, true));
  }

  private static SourceFile lombok() {
    return file(
        "app",
        "app/Key.java",
        Role.MAIN,
        "com.acme",
        Set.of("lombok.Data"),
        type("com.acme.Key", 6, 12, method("<init>", 8, 8), method("twice", 10, 11)));
  }

  @Test
  void what_lombok_writes_stands_at_its_annotations() {
    assertThat(place(lombok(), frame("com.acme.Key", "hashCode", 5)))
        .isEqualTo(new Place("com.acme.Key", "hashCode", "app/Key.java", 5, true));
    assertThat(place(lombok(), frame("com.acme.Key", "getTags", 8)).resolved()).isTrue();
    assertThat(place(lombok(), frame("com.acme.Key$KeyBuilder", "build", 4)).resolved()).isTrue();
    assertThat(place(lombok(), frame("com.acme.Key", "hashCode", 0)).resolved()).isTrue();
    // what is written out is still compared
    assertThat(place(lombok(), frame("com.acme.Key", "twice", 9)).resolved()).isFalse();
    assertThat(place(lombok(), frame("com.acme.Key", "gone", 10)).resolved()).isFalse();
  }

  private static SourceFile of(TypeShape.Kind kind) {
    return file(
        "app",
        "app/T.java",
        "p",
        new SourceType(
            "p.T",
            3,
            9,
            List.of(method("compareTo", 5, 8)),
            Optional.of(new TypeShape(kind, "", List.of(), List.of()))));
  }

  @Test
  void what_javac_adds_is_no_mismatch() {
    SourceFile record = of(TypeShape.Kind.RECORD);
    SourceFile enumeration = of(TypeShape.Kind.ENUM);
    SourceFile plain = of(TypeShape.Kind.CLASS);
    for (int line : new int[] {0, 3}) {
      assertThat(place(record, frame("p.T", "hashCode", line)).resolved()).isTrue();
      assertThat(place(record, frame("p.T", "width", line)).resolved()).isTrue();
      assertThat(place(enumeration, frame("p.T", "values", line)).resolved()).isTrue();
      assertThat(place(enumeration, frame("p.T", "valueOf", line)).resolved()).isTrue();
    }
    // a bridge has the line of its class and the name of the method that it calls
    assertThat(place(plain, frame("p.T", "compareTo", 3)))
        .isEqualTo(new Place("p.T", "compareTo", "app/T.java", 5, true));
    assertThat(place(plain, frame("p.T", "compareTo", 9)).resolved()).isFalse();
    assertThat(place(plain, frame("p.T", "hashCode", 0)).resolved()).isFalse();
    assertThat(place(enumeration, frame("p.T", "gone", 0)).resolved()).isFalse();
  }

  @Test
  void classes_that_processors_generate_are_known_by_the_one_they_are_made_for() {
    SourceFile mapper =
        file("app", "app/CarMapper.java", "p", type("p.CarMapper", 3, 9, method("map", 4, 4)));
    for (String name :
        List.of(
            "p.CarMapperImpl",
            "p.AutoValue_CarMapper",
            "p.ImmutableCarMapper$Builder",
            "p.CarMapper_Factory",
            "p.DaggerCarMapper")) {
      assertThat(place(mapper, frame(name, "map", 40)).resolved()).as(name).isTrue();
    }
    for (String name : List.of("p.Other", "p.OtherImpl", "q.CarMapperImpl", "p.CarMappers")) {
      assertThat(place(mapper, frame(name, "map", 40)).resolved()).as(name).isFalse();
    }
  }

  /**
   * The names are those of a recording of Quarkus 3.33 and those that Spring 6's CGLIB makes; none
   * of these frames has a line.
   */
  @Test
  void what_quarkus_and_spring_generate_for_a_class_is_no_sign_of_another_source() {
    SourceFile series =
        file("app", "app/Series.java", "p", type("p.Series", 3, 9, method("day", 4, 6)));
    for (String name :
        List.of(
            "p.Series_Bean",
            "p.Series_ClientProxy",
            "p.Series_Subclass",
            "p.Series$quarkusrestinvoker$day_fb2afb4b0ebdf0d7",
            "p.Series$$SpringCGLIB$$0",
            "p.Series$$SpringCGLIB$$FastClass$$1",
            "p.Series$HibernateProxy$x7Yz")) {
      assertThat(place(series, frame(name, "invoke", 0)).resolved()).as(name).isTrue();
    }
    assertThat(place(series, frame("p.Series$Gone", "invoke", 0)).resolved()).isFalse();
    assertThat(place(series, frame("p.Serial_Bean", "invoke", 0)).resolved()).isFalse();
  }
}
