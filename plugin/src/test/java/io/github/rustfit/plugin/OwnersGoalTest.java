package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** Code in other languages and newer classes through the goal; shares are counted by hand. */
@MojoTest
class OwnersGoalTest extends GoalTest {

  private JsonNode component(String name) throws IOException {
    JsonNode report = new ObjectMapper().readTree(project.text("target/rustfit/report.json"));
    for (JsonNode one : report.at("/components")) {
      if (one.at("/name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError(name + " is not among " + report.at("/components"));
  }

  @Test
  @InjectMojo(goal = "report")
  void a_kotlin_package_owns_its_frames_and_not_its_java_caller(ReportMojo mojo) throws Exception {
    project
        .with(
            "src/main/java/com/acme/app/Main.java",
            "package com.acme.app;\nclass Main {\n  static void main(String[] a) {\n  }\n}\n")
        .with(
            "src/main/kotlin/com/acme/ko/Price.kt",
            """
            package com.acme.ko

            class Price {
                fun run(n: Int): Long {
                    return n.toLong()
                }
            }

            fun total(n: Int) = n
            """)
        .with(
            "rustfit/cpu.collapsed",
            """
            com.acme.app.Main.main;com.acme.ko.Price.run 940
            com.acme.app.Main.main;com.acme.ko.PriceKt.total 54
            com.acme.app.Main.main 6
            """);
    mojo.execute();

    JsonNode kotlin = component("shop/ko");
    assertThat(kotlin.at("/cpu/share").asDouble()).isCloseTo(0.994, within(1e-9));
    assertThat(component("shop/app").at("/cpu/share").asDouble()).isCloseTo(0.006, within(1e-9));
    assertThat(kotlin.at("/hotMethods/0/file").asText())
        .isEqualTo("src/main/kotlin/com/acme/ko/Price.kt");
    assertThat(kotlin.at("/hotMethods/0/line").asInt()).isEqualTo(4);
    assertThat(kotlin.at("/hotMethods/1/method").asText()).isEqualTo("total");
    assertThat(kotlin.at("/hotMethods/1/line").asInt()).isEqualTo(9);
    assertThat(kotlin.at("/linesOfCode").asInt()).isEqualTo(7);
    assertThat(String.join("\n", warnings)).contains("Kotlin");
  }
}
