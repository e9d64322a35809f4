package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Rendered;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads every case of the JUnit report of {@link EveryFigure} back. */
class JUnitFiguresTest {

  private Element suite;

  @BeforeEach
  void write() throws Exception {
    byte[] xml =
        Rendered.text(new JUnitReport(), EveryFigure.assessment()).getBytes(StandardCharsets.UTF_8);
    suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
  }

  private Element one(String name) {
    return elements(suite, "testcase").stream()
        .filter(element -> element.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> elements(Element in, String tag) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = in.getElementsByTagName(tag);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  /** The process, three components, and a limit that could not be checked; one component fails. */
  @Test
  void the_suite_counts_its_cases() {
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(elements(suite, "testcase"))
        .extracting(element -> element.getAttribute("name"))
        .containsExactly(
            "process", "shop/basket", "shop/edge", "shop/price", "limit that could not be checked");
  }

  @Test
  void an_error_fails_its_component() {
    Element price = one("shop/price");
    assertThat(elements(suite, "failure")).hasSize(1);
    Element failure = elements(price, "failure").get(0);
    assertThat(failure.getAttribute("type")).isEqualTo("cpuShare");
    assertThat(failure.getAttribute("message"))
        .isEqualTo("owns 21.1 % of the CPU samples, the limit is 18.1 %");
    assertThat(failure.getTextContent())
        .isEqualTo(
            "owns 21.1 % of the CPU samples, the limit is 18.1 %\n"
                + "evidence: shop/src/Price.java:17\n"
                + "remedy: Cache it.");
    assertThat(elements(price, "system-out").get(0).getTextContent())
        .isEqualTo(
            "does not count: has too much allocationShare\n"
                + "reason: tune, decided by team-a on 2026-01-03 until 2026-11-05: The cache"
                + " goes.\n");
  }

  @Test
  void a_warning_is_said_where_it_belongs() {
    assertThat(elements(one("process"), "system-out").get(0).getTextContent())
        .isEqualTo(
            "gcPauseP99 is 41 ms, the limit is 37 ms\n"
                + "remedy: Use ZGC.\n"
                + "does not count: has too much fullCollections\n"
                + "reason: the baseline accepts it\n");
    assertThat(elements(one("shop/basket"), "system-out").get(0).getTextContent())
        .isEqualTo(
            "comes out as not-enough-evidence\n"
                + "evidence: shop/src/Tax.java:73\n"
                + "remedy: Record it.\n");
    assertThat(elements(one("shop/edge"), "system-out")).isEmpty();
  }

  @Test
  void what_could_not_be_checked_is_skipped() {
    Element limit = one("limit that could not be checked");
    assertThat(elements(limit, "skipped").get(0).getAttribute("message"))
        .isEqualTo("rustfit.yaml:83: No throughput is known. Attach a log.");
  }
}
