package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.Rendered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JUnitReportTest {

  /** Read back by the JDK's parser, which refuses what is not well-formed. */
  private static Element suite(Assessment assessment) throws Exception {
    String xml = Rendered.text(new JUnitReport(), assessment);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  @Test
  void a_case_for_each_component_and_the_process_failed_by_what_fails_the_build() throws Exception {
    Assessment assessment = CacheService.assessment();
    Element suite = suite(assessment);
    long failed =
        assessment.limitCheck().errors().stream().map(Violation::component).distinct().count();

    assertThat(suite.getElementsByTagName("testcase").getLength())
        .isEqualTo(assessment.components().size() + 1 + assessment.limitCheck().unchecked().size());
    assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failed));
    assertThat(suite.getElementsByTagName("failure").getLength())
        .isEqualTo(assessment.limitCheck().errors().size());
  }

  @Test
  void hostile_text_is_well_formed() throws Exception {
    assertThat(suite(Hostile.assessment()).getTagName()).isEqualTo("testsuite");
  }

  @Test
  void an_empty_assessment_is_one_passed_case() throws IOException {
    assertThat(Rendered.text(new JUnitReport(), CacheService.empty()))
        .contains("tests=\"1\" failures=\"0\"");
  }
}
