package io.github.rustfit.fleet.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlSchema;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the file with limits over all services, held against its schema. */
public final class LimitsFile {

  private static final String SCHEMA = "portfolio-limits.schema.json";

  private LimitsFile() {}

  /**
   * What was read.
   *
   * @param limits none where something is wrong
   * @param problems what is wrong, by line
   */
  public record Reading(PortfolioLimits limits, List<Problem> problems) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads it; nothing is thrown for bad content. */
  public static Reading read(String location, byte[] bytes) {
    YamlDocument document = schema().read(location, bytes);
    List<PortfolioDecision> decisions = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(document.problems().toList());
    JsonNode root = document.root();
    if (problems.isEmpty()) {
      for (int i = 0; i < root.path("decisions").size(); i++) {
        decision(root.path("decisions").get(i))
            .ifPresentOrElse(decisions::add, () -> problems.add(wrongDate(location, document)));
      }
      if (root.has("wasteYear") && !root.has("currency")) {
        problems.add(
            new Problem(
                location,
                document.keyAt("/wasteYear").line(),
                "wasteYear has no currency",
                "Say which with currency, e.g. currency: EUR."));
      }
    }
    return problems.isEmpty()
        ? new Reading(
            new PortfolioLimits(
                bound(root.path("evidenceAgeDays")),
                bound(root.path("recordedSeconds")),
                bound(root.path("wasteYear")),
                root.path("currency").asText(""),
                texts(root.path("services")),
                decisions),
            List.of())
        : new Reading(PortfolioLimits.NONE, problems);
  }

  private static YamlSchema schema() {
    try (InputStream in = LimitsFile.class.getResourceAsStream(SCHEMA)) {
      return YamlSchema.of(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem wrongDate(String location, YamlDocument document) {
    return new Problem(
        location,
        document.keyAt("/decisions").line(),
        "a decision has a day that is none, or ends before it begins",
        "Write days as 2026-12-31, and date before until.");
  }

  private static Optional<PortfolioDecision> decision(JsonNode node) {
    try {
      LocalDate date = LocalDate.parse(node.path("date").asText());
      LocalDate until = LocalDate.parse(node.path("until").asText());
      return until.isBefore(date)
          ? Optional.empty()
          : Optional.of(
              new PortfolioDecision(
                  node.path("service").asText(),
                  node.path("finding").asText(),
                  node.path("reason").asText(),
                  node.path("owner").asText(),
                  date,
                  until));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Bound> bound(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        node.isNumber()
            ? new Bound(node.asDouble(), "error")
            : new Bound(node.path("limit").asDouble(), node.path("level").asText("error")));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
