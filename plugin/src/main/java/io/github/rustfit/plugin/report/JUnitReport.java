package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.plugin.report.output.ReportWriter;
import io.github.rustfit.plugin.report.text.Canonical;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code TEST-rustfit.xml}: the limit check in the form of JUnit's reports, which every CI server
 * shows. A test case for each component, failed by the violations that fail the build; one for the
 * process; limits that could not be checked are skipped cases.
 */
record JUnitReport() implements ReportWriter {

  private static final String SUITE = "rustfit";
  private static final String PROCESS = "process";

  @Override
  public String fileName() {
    return "TEST-rustfit.xml";
  }

  @Override
  public void write(Assessment assessment, OutputStream out) throws IOException {
    Assessment canonical = Canonical.of(assessment);
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      suite(xml, canonical);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void suite(XMLStreamWriter xml, Assessment assessment) throws XMLStreamException {
    List<String> names =
        Stream.concat(
                Stream.of(""),
                assessment.components().stream()
                    .map(ComponentAssessment::component)
                    .map(component -> component.name()))
            .toList();
    List<Violation> errors = assessment.limitCheck().errors();
    long failures =
        names.stream()
            .filter(name -> errors.stream().anyMatch(one -> one.component().equals(name)))
            .count();
    List<Problem> unchecked = assessment.limitCheck().unchecked();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", SUITE);
    xml.writeAttribute("tests", String.valueOf(names.size() + unchecked.size()));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", String.valueOf(unchecked.size()));
    for (String name : names) {
      testCase(xml, name, assessment);
    }
    for (Problem limit : unchecked) {
      start(xml, "limit that could not be checked");
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", text(limit.text()));
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, String name, Assessment assessment)
      throws XMLStreamException {
    start(xml, name.isEmpty() ? PROCESS : name);
    StringBuilder warnings = new StringBuilder();
    for (Violation violation : assessment.limitCheck().violations()) {
      if (violation.component().equals(name)) {
        String detail =
            violation.message()
                + (violation.location().isEmpty() ? "" : "\nevidence: " + violation.location())
                + "\nremedy: "
                + violation.remedy();
        if (violation.level() == Level.ERROR) {
          xml.writeStartElement("failure");
          xml.writeAttribute("type", violation.rule());
          xml.writeAttribute("message", text(violation.message()));
          xml.writeCharacters(text(detail));
          xml.writeEndElement();
        } else {
          warnings.append(detail).append('\n');
        }
      }
    }
    for (Excuse excuse : assessment.limitCheck().excuses()) {
      if (excuse.violation().component().equals(name)) {
        warnings
            .append("does not count: ")
            .append(excuse.violation().message())
            .append("\nreason: ")
            .append(excuse.text())
            .append('\n');
      }
    }
    if (!warnings.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(text(warnings.toString()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", SUITE);
    xml.writeAttribute("name", text(name));
  }

  /** XML 1.0 forbids most control characters, escaped or not. */
  private static String text(String text) {
    return Texts.shown(text);
  }
}
