package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** Starters of a component whose profile of 10,000 samples is in two methods, one of them flat. */
@MojoTest
class StarterMojoTest extends GoalTest {

  private static final String FILE = "src/main/java/org/acme/Stats.java";

  private void project(String profile) {
    project.with(
        FILE,
        """
        package org.acme;
        import java.util.List;
        public class Stats {
          private final List<String> names = List.of();
          static long sum(long[] values) {
            long sum = 0;
            for (long value : values) {
              sum += value;
            }
            return sum;
          }
          static int sum(int[] values, int from) {
            return values.length - from;
          }
          static int index(List<String> names) {
            return names.size();
          }
          int count() {
            return names.size();
          }
        }
        """);
    if (!profile.isEmpty()) {
      project.with("rustfit/cpu.collapsed", profile);
    }
  }

  private static final String BOTH =
      "java/lang/Thread.run;org/acme/Stats.sum_[0] 6000\n"
          + "java/lang/Thread.run;org/acme/Stats.index_[0] 4000\n";

  private static final String ONE = "java/lang/Thread.run;org/acme/Stats.index_[0] 10000\n";

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum(long[])")
  void the_method_that_is_named_is_begun(StarterMojo mojo) throws Exception {
    project(BOTH);
    mojo.execute();
    assertThat(project.text("rust/shop/core/src/stats_sum.rs"))
        .contains(
            "pub fn sum(values: &[i64]) -> Result<i64, Refused>",
            FILE + ":5",
            "sum = sum.wrapping_add(value)");
    assertThat(project.text("rust/shop/.rustfit-starter")).contains("port: stats_sum ");
    assertThat(infos)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("sum(long[]) has a straight port by machine", "not refute one"));
    assertThat(project.text("rust/shop/README.md")).contains("org.acme.StatsSumInRust.call");
    assertThat(infos)
        .anySatisfy(line -> assertThat(line).contains("the starter of shop", "CONTRACT.md"));
    mojo.execute();
    assertThat(infos)
        .anySatisfy(line -> assertThat(line).contains(": 0 files new, 0 written anew"));

    project.with("rust/shop/core/src/stats_sum.rs", "// mine\n");
    project.with(FILE, project.text(FILE).replace("static long sum(", "static double sum("));
    mojo.execute();
    assertThat(project.text("rust/shop/core/src/stats_sum.rs")).isEqualTo("// mine\n");
    assertThat(project.text("rust/shop/core/src/stats_sum.rs.new"))
        .contains("Result<f64, Refused>");
    assertThat(warnings)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("you changed core/src/stats_sum.rs", "core/src/stats_sum.rs.new"));
    assertThat(infos)
        .anySatisfy(line -> assertThat(line).contains("has a body of yours, which stays"))
        .noneSatisfy(line -> assertThat(line).contains("Bodies to write"));
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "org.acme.Stats#sum(int[],int)")
  @MojoParameter(name = "starterDirectory", value = "native/port")
  void what_was_begun_before_stays_in(StarterMojo mojo) throws Exception {
    project(BOTH);
    project.with(
        "native/port/shop/.rustfit-starter",
        "component: shop\nentry: org.acme.Stats#sum(long[])\nentry: org.acme.Gone#m(int)\n");
    mojo.execute();
    assertThat(project.text("native/port/shop/core/src/lib.rs"))
        .contains("pub mod stats_sum;", "pub mod stats_sum_2;");
    assertThat(project.text("native/port/shop/core/src/stats_sum_2.rs")).contains("from: i32");
    assertThat(warnings)
        .anySatisfy(line -> assertThat(line).contains("org.acme.Gone#m(int) was begun before"));
    assertThat(project.has("rust")).isFalse();
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum(long[])")
  void what_cannot_be_ported_by_machine_has_an_open_body_and_is_named_by_line(StarterMojo mojo)
      throws Exception {
    project(BOTH);
    project.with(
        FILE, project.text(FILE).replace("sum += value;", "sum += (long) Math.sin(value);"));
    mojo.execute();
    assertThat(project.text("rust/shop/core/src/stats_sum.rs"))
        .contains("pub fn sum(p1: &[i64])", "Err(Refused::Open)");
    assertThat(infos)
        .anySatisfy(
            line -> assertThat(line).contains("open body", FILE + ":8: the call of Math.sin"))
        .anySatisfy(
            line -> assertThat(line).contains("Bodies to write: org.acme.Stats#sum(long[])"));
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum(long[])")
  @MojoParameter(name = "body", value = "open")
  void a_body_is_open_where_that_is_asked_for(StarterMojo mojo) throws Exception {
    project(BOTH);
    mojo.execute();
    assertThat(project.text("rust/shop/core/src/stats_sum.rs")).contains("Err(Refused::Open)");
    assertThat(project.text("rust/shop/.rustfit-starter")).doesNotContain("port: ");
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "body", value = "ported")
  void a_body_is_one_of_two(StarterMojo mojo) {
    project(BOTH);
    assertThatThrownBy(mojo::execute)
        .hasMessageContaining("rustfit.body is 'ported'; it is port,")
        .hasMessageContaining("or open");
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  void without_a_name_it_begins_at_the_boundary(StarterMojo mojo) throws Exception {
    project(BOTH.replace("sum_", "total_"));
    project.with(FILE, project.text(FILE).replace("long sum(", "long total("));
    mojo.execute();
    assertThat(project.has("rust/shop/core/src/stats_total.rs")).isTrue();
  }

  /** Nine tenths are enough behind a boundary; a tenth is enough for a kernel. */
  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  void the_method_that_ports_as_it_stands_is_named_where_the_boundary_does_not_cross(
      StarterMojo mojo) {
    project(BOTH.replace("sum_[0] 6000", "total_[0] 1000").replace("4000", "9000"));
    project.with(FILE, project.text(FILE).replace("long sum(", "long total("));
    assertThatThrownBy(mojo::execute)
        .hasMessageContaining("nothing was written for shop")
        .hasMessageContaining("The report names one: -Drustfit.entry=org.acme.Stats#total.");
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  void what_does_not_cross_is_refused_by_file_line_and_reason(StarterMojo mojo) {
    project(ONE);
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("nothing was written for shop")
        .hasMessageContaining(FILE + ":15: org.acme.Stats#index(List<String>) does not cross")
        .hasMessageContaining("parameter 1 is List<String> (collection)")
        .hasMessageContaining("arrays of primitives");
    assertThat(project.has("rust")).isFalse();
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum")
  void an_overloaded_name_lists_what_it_could_be(StarterMojo mojo) {
    project(BOTH);
    assertThatThrownBy(mojo::execute)
        .hasMessageContaining("could be one of 2 methods")
        .hasMessageContaining("org.acme.Stats#sum(long[]) (" + FILE + ":5)")
        .hasMessageContaining("org.acme.Stats#sum(int[],int) (" + FILE + ":12)");
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sun(long[])")
  void a_method_that_is_not_there_is_said_with_what_was_meant(StarterMojo mojo) {
    project(BOTH);
    assertThatThrownBy(mojo::execute)
        .hasMessageContaining("there is no method 'Stats#sun(long[])'")
        .hasMessageContaining("Did you mean 'Stats#sum'?");
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "sum")
  void an_entry_needs_its_class(StarterMojo mojo) {
    project(BOTH);
    assertThatThrownBy(mojo::execute).hasMessageContaining("write Class#method");
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shpo")
  void a_component_that_is_not_there_is_said_with_what_was_meant(StarterMojo mojo) {
    project(BOTH);
    assertThatThrownBy(mojo::execute)
        .hasMessageContaining("no component 'shpo'. Did you mean 'shop'? There are: shop.");
  }

  @Test
  @InjectMojo(goal = "starter")
  void a_component_has_to_be_named(StarterMojo mojo) {
    project(BOTH);
    assertThatThrownBy(mojo::execute).hasMessageContaining("-Drustfit.component=");
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  void without_a_recording_there_is_no_boundary(StarterMojo mojo) {
    project("");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("no recording with CPU samples");
    assertThat(project.has("rust")).isFalse();
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  void a_cold_component_has_no_boundary(StarterMojo mojo) {
    project(
        "java/lang/Thread.run;org/acme/Stats.sum_[0] 1\njava/lang/Thread.run;java/util/HashMap.get_[0] 9999\n");
    assertThatThrownBy(mojo::execute)
        .hasMessageContaining("no boundary was looked for in shop")
        .hasMessageContaining("rustfit.entry");
  }

  @Test
  @InjectMojo(goal = "starter")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum(long[])")
  void a_method_that_is_named_needs_no_recording(StarterMojo mojo) throws Exception {
    project("");
    mojo.execute();
    assertThat(project.has("rust/shop/core/src/stats_sum.rs")).isTrue();
    assertThat(List.copyOf(warnings))
        .anySatisfy(line -> assertThat(line).contains("no recording with CPU samples"));
  }
}
