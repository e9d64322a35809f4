package io.github.rustfit.plugin.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.plugin.report.SarifLog.Descriptor;
import io.github.rustfit.plugin.report.SarifLog.Location;
import io.github.rustfit.plugin.report.SarifLog.Result;
import io.github.rustfit.plugin.report.SarifLog.Suppression;
import io.github.rustfit.plugin.report.output.ReportWriter;
import io.github.rustfit.plugin.report.text.Canonical;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.readers.files.Sha256;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code rustfit.sarif}: violations and findings of the whole reactor as one run of SARIF 2.1.0
 * (OASIS, 2020), which code hosts show beside the lines they concern. URIs are relative to the
 * repository's root. A finding that concerns the process and no file stands at the policy or POM.
 *
 * @param prefix path from the repository's root to the project's, ended by {@code /}; empty when
 *     they are the same
 * @param version of rustfit; empty when unknown
 */
record SarifReport(String prefix, String version) implements ReportWriter {

  /** Root of the URIs, as the standard's examples name it. */
  private static final String ROOT = "%SRCROOT%";

  /** The most serious first. */
  private static final List<String> LEVELS = List.of("error", "warning", "note");

  private static final String FINGERPRINT = "rustfit/v1";

  @Override
  public String fileName() {
    return "rustfit.sarif";
  }

  @Override
  public void write(Assessment assessment, OutputStream out) throws IOException {
    Assessment canonical = Canonical.of(assessment);
    List<Result> results = new ArrayList<>();
    canonical.limitCheck().violations().forEach(one -> results.add(violation(one, canonical)));
    for (Excuse excuse : canonical.limitCheck().excuses()) {
      results.add(violation(excuse.violation(), canonical).suppressed(suppression(excuse.text())));
    }
    results.addAll(findings(canonical));
    Map<String, String> used = new TreeMap<>();
    results.forEach(
        result ->
            used.merge(
                result.ruleId(),
                result.level(),
                (one, other) -> LEVELS.indexOf(one) < LEVELS.indexOf(other) ? one : other));
    SarifLog log = SarifLog.of(version, descriptors(canonical, used), results);
    mapper().writeValue(out, log);
    out.write('\n');
    out.flush();
  }

  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .serializationInclusion(JsonInclude.Include.NON_EMPTY)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .build();
  }

  /**
   * @param used levels by the rules that results name
   */
  private static List<Descriptor> descriptors(Assessment assessment, Map<String, String> used) {
    Map<String, Descriptor> byId = new TreeMap<>();
    used.forEach(
        (id, level) ->
            byId.put(id, Descriptor.of(id, id, "A limit or pattern of rustfit.", level)));
    for (RuleDescriptor rule : assessment.rules()) {
      describe(byId, rule.id(), rule.title(), rule.summary());
    }
    Patterns.all()
        .forEach(pattern -> describe(byId, pattern.id(), pattern.title(), pattern.remedy()));
    Stream.of(Metric.values())
        .forEach(
            metric ->
                describe(byId, metric.id(), "Limit " + metric.id(), "A limit of the policy."));
    return List.copyOf(byId.values());
  }

  private static void describe(Map<String, Descriptor> byId, String id, String title, String text) {
    byId.computeIfPresent(
        id, (key, old) -> Descriptor.of(id, title, text, old.defaultConfiguration().level()));
  }

  private Result violation(Violation violation, Assessment assessment) {
    FilePlace place = FilePlace.of(violation, assessment.policy());
    return result(
        violation.rule(),
        violation.level(),
        violation.message() + " " + violation.remedy(),
        fingerprint("limit", violation.component(), violation.rule()),
        location(place, violation.component()));
  }

  /** What concerns the process is said once, however many components it is said of. */
  private List<Result> findings(Assessment assessment) {
    List<Result> results = new ArrayList<>();
    Set<String> said = new TreeSet<>();
    for (ComponentAssessment one : assessment.components()) {
      for (Finding finding : one.findings()) {
        boolean process = finding.file().isEmpty();
        String component = process ? "" : one.component().name();
        String fingerprint = fingerprint("finding", component, finding.id());
        if (!process || said.add(fingerprint)) {
          Result result =
              result(
                  finding.rule(),
                  finding.level(),
                  finding.message() + " " + finding.remedy(),
                  fingerprint,
                  location(FilePlace.of(finding, assessment.policy()), component));
          results.add(
              assessment
                  .limitCheck()
                  .decision(finding, one.component().name())
                  .map(by -> result.suppressed(suppression(by.text())))
                  .orElse(result));
        }
      }
    }
    return results;
  }

  /** People accepted it, outside the source. */
  private static Suppression suppression(String why) {
    return new Suppression("external", "accepted", Texts.shown(why));
  }

  private static Result result(
      String rule, Level level, String text, String fingerprint, Location location) {
    return Result.of(
        rule,
        level.name().toLowerCase(Locale.ROOT),
        Texts.shown(text),
        Map.of(FINGERPRINT, fingerprint),
        location);
  }

  private Location location(FilePlace place, String component) {
    return Location.of(
        uri(prefix + place.file()), ROOT, Math.max(1, place.line()), Texts.shown(component));
  }

  /** A relative reference (RFC 3986): every other character percent-encoded. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : Texts.whole(path).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return uri.toString();
  }

  static String fingerprint(String... parts) {
    return Sha256.hex(String.join("\0", parts), 16);
  }

  /**
   * The path from a repository's root to a folder in it, ended by {@code /}; empty when the folder
   * is the root or in no repository.
   */
  static String prefix(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    for (Path at = absolute; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        String path = at.relativize(absolute).toString().replace('\\', '/');
        return path.isEmpty() ? "" : path + "/";
      }
    }
    return "";
  }
}
