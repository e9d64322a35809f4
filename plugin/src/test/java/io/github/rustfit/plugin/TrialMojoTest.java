package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** What stops a trial before anything is built; TrialRunTest tries one. */
@MojoTest
class TrialMojoTest extends GoalTest {

  private static final String FILE = "src/main/java/org/acme/Stats.java";

  private void project() {
    project.with(
        FILE,
        """
        package org.acme;
        public class Stats {
          static long sum(long[] values) {
            long sum = 0;
            for (long value : values) {
              sum += value;
            }
            return sum;
          }
        }
        """);
  }

  @Test
  @InjectMojo(goal = "trial")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum")
  @MojoParameter(name = "seconds", value = "0")
  void a_time_that_is_none_is_refused(TrialMojo mojo) {
    project();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("rustfit: rustfit.seconds is 0; it is 1 to 86400.");
  }

  @Test
  @InjectMojo(goal = "trial")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum")
  @MojoParameter(name = "seconds", value = "9")
  @MojoParameter(name = "length", value = "-1")
  @MojoParameter(name = "time", value = "9")
  void so_is_a_length(TrialMojo mojo) {
    project();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.length is -1");
  }

  /** What was measured before is never written over by accident. */
  @Test
  @InjectMojo(goal = "trial")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum")
  @MojoParameter(name = "seconds", value = "9")
  @MojoParameter(name = "time", value = "9")
  @MojoParameter(name = "body", value = "open")
  void a_damaged_file_of_trials_is_told_with_its_line_and_stays(TrialMojo mojo) {
    project();
    project.with("rustfit/trials/shop.json", "{\"version\": 1,\n\"component\": \"shop\"}\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit/trials/shop.json:")
        .hasMessageContaining("trials");
    assertThat(project.text("rustfit/trials/shop.json"))
        .isEqualTo("{\"version\": 1,\n\"component\": \"shop\"}\n");
    assertThat(project.has("rust/shop/core/src/stats_sum.rs")).isTrue();
  }

  @Test
  @InjectMojo(goal = "trial")
  @MojoParameter(name = "component", value = "shop")
  @MojoParameter(name = "entry", value = "Stats#sum")
  @MojoParameter(name = "seconds", value = "9")
  @MojoParameter(name = "time", value = "9")
  @MojoParameter(name = "body", value = "open")
  @MojoParameter(name = "jdk", value = "no-jdk")
  void a_jdk_that_is_none_is_named(TrialMojo mojo) {
    project();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("Stats#sum(long[]): a JDK is needed")
        .hasMessageContaining("set rustfit.jdk");
  }
}
