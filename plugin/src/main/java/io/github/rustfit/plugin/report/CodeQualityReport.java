package io.github.rustfit.plugin.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.plugin.report.output.ReportWriter;
import io.github.rustfit.plugin.report.text.Canonical;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code gl-code-quality.json}: violations and findings that nobody decided on, in the form of
 * GitLab's Code Quality reports, which merge requests show beside the lines. Severities are
 * GitLab's: what fails the build is {@code critical}, warnings are {@code minor}, notes {@code
 * info}.
 *
 * @param prefix path from the repository's root to the project's, as for SARIF
 */
record CodeQualityReport(String prefix) implements ReportWriter {

  @Override
  public String fileName() {
    return "gl-code-quality.json";
  }

  @Override
  public void write(Assessment assessment, OutputStream out) throws IOException {
    Assessment canonical = Canonical.of(assessment);
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartArray();
      for (Violation violation : canonical.limitCheck().violations()) {
        entry(
            json,
            violation.rule(),
            violation.level(),
            named(violation) + violation.message() + " " + violation.remedy(),
            SarifReport.fingerprint("limit", violation.component(), violation.rule()),
            FilePlace.of(violation, canonical.policy()));
      }
      findings(json, canonical);
      json.writeEndArray();
    }
    out.write('\n');
    out.flush();
  }

  private static String named(Violation violation) {
    return violation.component().isEmpty() ? "" : violation.component() + ": ";
  }

  private void findings(JsonGenerator json, Assessment assessment) throws IOException {
    Set<String> said = new TreeSet<>();
    for (ComponentAssessment one : assessment.components()) {
      for (Finding finding : one.findings()) {
        boolean process = finding.file().isEmpty();
        String component = process ? "" : one.component().name();
        String fingerprint = SarifReport.fingerprint("finding", component, finding.id());
        if (assessment.limitCheck().decision(finding, one.component().name()).isEmpty()
            && said.add(fingerprint)) {
          entry(
              json,
              finding.rule(),
              finding.level(),
              finding.message() + " " + finding.remedy(),
              fingerprint,
              FilePlace.of(finding, assessment.policy()));
        }
      }
    }
  }

  private void entry(
      JsonGenerator json,
      String rule,
      Level level,
      String text,
      String fingerprint,
      FilePlace place)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("description", Texts.shown(text));
    json.writeStringField("check_name", rule);
    json.writeStringField("fingerprint", fingerprint);
    json.writeStringField(
        "severity",
        switch (level) {
          case ERROR -> "critical";
          case WARNING -> "minor";
          case NOTE -> "info";
        });
    json.writeObjectFieldStart("location");
    json.writeStringField("path", Texts.whole(prefix + place.file()));
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", Math.max(1, place.line()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }
}
