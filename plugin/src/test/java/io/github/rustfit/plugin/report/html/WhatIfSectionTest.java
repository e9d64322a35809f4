package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.readers.policy.PolicyReader;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The section "What if" as it stands in the page before its script runs. */
class WhatIfSectionTest {

  private static Document page(Policy policy) throws IOException {
    return Jsoup.parse(WhatIfService.html(policy));
  }

  @Test
  void shows_what_is_declared_in_controls_that_are_labelled_with_their_units() throws IOException {
    Element section = page(WhatIfService.policy()).expectFirst("#what-if");
    assertThat(section.select("[data-key]")).hasSize(14);
    for (Element control : section.select("[data-key], textarea")) {
      assertThat(section.select("label[for=" + control.id() + "]")).hasSize(1);
    }
    assertThat(section.expectFirst("label[for=what-if-fleet-memoryGiB]").text())
        .isEqualTo("Memory of an instance, GiB");
    assertThat(section.expectFirst("#what-if-fleet-pricePerGiBYear").val()).isEqualTo("38.9");
    assertThat(section.expectFirst("label[for=what-if-fleet-pricePerGiBYear]").text())
        .contains("EUR per GiB and year");
    assertThat(section.expectFirst("#what-if-fleet-binding").select("option[selected]").eachText())
        .containsExactly("both");
    assertThat(section.expectFirst("#what-if-serviceLevel-targetMs").val()).isEqualTo("10");
    assertThat(section.select("#what-if-result").attr("role")).isEqualTo("status");
  }

  @Test
  void what_is_not_declared_is_empty_and_not_0() throws IOException {
    Element section = page(Policy.DEFAULT).expectFirst("#what-if");
    assertThat(section.select("input[type=number]")).hasSize(11);
    assertThat(section.select("input[type=number]").eachAttr("value")).containsOnly("");
    assertThat(section.select("option[selected]")).isEmpty();
    assertThat(section.select("input[type=range]")).isEmpty();
    assertThat(section.text()).contains("serviceLevel is not declared");
  }

  @Test
  void is_not_there_when_there_is_no_component() throws IOException {
    Document page = Jsoup.parse(Rendered.html(CacheService.empty()));
    assertThat(page.select("#what-if, a[href=#what-if]")).isEmpty();
  }

  /** The schema of the policy is the other place that names the limits. */
  @Test
  void the_limits_are_those_of_the_policys_schema() throws IOException {
    JsonNode schema;
    try (InputStream in =
        Objects.requireNonNull(PolicyReader.class.getResourceAsStream(PolicyReader.SCHEMA))) {
      schema = new ObjectMapper().readTree(in);
    }
    Element section = page(WhatIfService.policy()).expectFirst("#what-if");
    for (Element control : section.select("[data-key]:not([type=range])")) {
      JsonNode node = schema;
      for (String key : control.attr("data-key").split("\\.")) {
        node = node.path("properties").path(key);
      }
      String key = control.attr("data-key");
      assertThat(node.path("title").asText()).as(key).isNotEmpty();
      if (control.tagName().equals("select")) {
        assertThat(control.select("option[value!='']").eachAttr("value"))
            .containsExactlyElementsOf(
                StreamSupport.stream(node.path("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList());
      } else {
        assertThat(Double.parseDouble(control.attr("max")))
            .as(key)
            .isEqualTo(node.path("maximum").asDouble());
        assertThat(control.attr("data-above"))
            .as(key)
            .isEqualTo(String.valueOf(node.has("exclusiveMinimum")));
        assertThat(Double.parseDouble(control.attr("min")))
            .as(key)
            .isEqualTo(node.path("minimum").asDouble());
        assertThat(control.attr("data-whole"))
            .as(key)
            .isEqualTo(String.valueOf(node.path("type").asText().equals("integer")));
      }
    }
  }
}
