package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.Location;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The decisions of a policy, and how their days fit each other. */
final class DecisionsBinder {

  private static final String TERMS = "decisionTerms";

  /** Months that a decision may hold where no policy says so. */
  private static final int LONGEST_MONTHS = 24;

  private DecisionsBinder() {}

  /** How many days before a decision ends it is warned of. */
  static int noticeDays(JsonNode root) {
    return root.path(TERMS).path("noticeDays").asInt(Policy.Enforced.NOTICE_DAYS);
  }

  /** Adds days that do not exist, or do not fit each other, to the document's problems. */
  static void check(YamlDocument document) {
    JsonNode decisions = document.root().path("decisions");
    for (int i = 0; i < decisions.size(); i++) {
      String at = YamlDocument.child("/decisions", i);
      JsonNode one = decisions.path(i);
      for (String key : new String[] {"date", "until"}) {
        if (one.path(key).isTextual() && Days.day(one.path(key)).isEmpty()) {
          add(document, at, i, key, "there is no such day", "Write it as YYYY-MM-DD.");
        }
      }
      Optional<LocalDate> date = Days.day(one.path("date"));
      Optional<LocalDate> until = Days.day(one.path("until"));
      if (date.isPresent() && until.isPresent() && until.get().isBefore(date.get())) {
        add(
            document,
            at,
            i,
            "until",
            until.get() + " is before the day of the decision, " + date.get(),
            "Correct one of the two days.");
      }
    }
  }

  /**
   * Adds decisions that hold for too long, of all policies together, to the document's problems.
   */
  static void checkTerms(YamlDocument document) {
    JsonNode decisions = document.root().path("decisions");
    for (int i = 0; i < decisions.size(); i++) {
      Optional<LocalDate> date = Days.day(decisions.path(i).path("date"));
      Optional<LocalDate> until = Days.day(decisions.path(i).path("until"));
      if (date.isPresent() && until.isPresent()) {
        term(document, YamlDocument.child("/decisions", i), i, date.get(), until.get());
      }
    }
  }

  /** A decision without an end is forgotten, and what it silences with it. */
  private static void term(
      YamlDocument document, String at, int index, LocalDate date, LocalDate until) {
    int months = document.root().path(TERMS).path("longestMonths").asInt(LONGEST_MONTHS);
    LocalDate last = date.plusMonths(months);
    if (until.isAfter(last)) {
      add(
          document,
          at,
          index,
          "until",
          until + " is more than " + months + " months after the day of the decision, " + date,
          "Let it end on "
              + last
              + " at the latest and decide anew then, or allow more in decisionTerms.longestMonths.");
    }
  }

  private static void add(
      YamlDocument document, String at, int index, String key, String what, String remedy) {
    document
        .problems()
        .add(
            document.valueAt(at + "/" + key),
            "decisions[" + index + "]." + key + ": " + what,
            remedy);
  }

  static List<Decision> bind(String source, YamlDocument document, JsonNode decisions) {
    List<Decision> bound = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      JsonNode one = decisions.path(i);
      Location at = document.keyAt(YamlDocument.child("/decisions", i));
      String kind = one.path("decision").asText().toUpperCase(Locale.ROOT).replace('-', '_');
      bound.add(
          new Decision(
              one.path("finding").asText(),
              one.path("component").asText(),
              Decision.Kind.valueOf(kind),
              one.path("reason").asText(),
              one.path("owner").asText(),
              LocalDate.parse(one.path("date").asText()),
              LocalDate.parse(one.path("until").asText()),
              at.file().isEmpty() ? source : at.file(),
              at.line()));
    }
    return bound;
  }
}
