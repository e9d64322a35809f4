package io.github.rustfit.plugin.report.text;

import static io.github.rustfit.rules.stats.Format.number;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.advice.NextStep;
import io.github.rustfit.engine.advice.Wanted;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.LimitState;
import io.github.rustfit.engine.assessment.Ruling;
import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** The sentences that several reports share. */
public final class Wording {

  private Wording() {}

  /**
   * The result in one line, e.g. {@code 1 component: fix or tune in Java first. 0 to review for
   * Rust.}
   */
  public static String summary(Assessment assessment) {
    if (assessment.components().isEmpty()) {
      return "No component was found: there is no shipped Java source to assess.";
    }
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (ComponentAssessment one : assessment.components()) {
      counts.merge(one.verdict(), 1, Integer::sum);
    }
    String recorded = recorded(assessment);
    String end = recorded.isEmpty() ? "" : " Measured on " + recorded + ".";
    StringBuilder line = new StringBuilder();
    counts.forEach(
        (verdict, count) -> {
          if (verdict != Verdict.REVIEW_FOR_RUST) {
            line.append(Show.plural(count, "component"))
                .append(": ")
                .append(lower(verdict.title()))
                .append(". ");
          }
        });
    int review = counts.getOrDefault(Verdict.REVIEW_FOR_RUST, 0);
    return review == 0
        ? line + "0 to review for Rust." + end
        : Show.plural(review, "component")
            + " to review for Rust. "
            + line.toString().strip()
            + end;
  }

  /** "a recording of tests", or of benchmarks; empty when what was recorded is no harness. */
  public static String recorded(Assessment assessment) {
    SortedSet<Launcher> launchers = assessment.profile().facts().launchers();
    boolean tests = launchers.contains(Launcher.TESTS);
    boolean benchmarks = launchers.contains(Launcher.BENCHMARK);
    if (!tests && !benchmarks) {
      return "";
    }
    return (launchers.contains(Launcher.APPLICATION) ? "recordings in part of " : "a recording of ")
        + (tests ? benchmarks ? "tests and benchmarks" : "tests" : "benchmarks");
  }

  private static String lower(String title) {
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  /** "the policy in rustfit.yaml" or "the default policy". */
  public static String policy(Policy policy) {
    return policy.source().isEmpty() ? "the default policy" : "the policy in " + policy.source();
  }

  /** Whether the policy's limits hold, and which were not checked, in one sentence. */
  public static String limitCheck(LimitCheckResult check, Policy policy) {
    int errors = check.errors().size();
    int others = check.violations().size() - errors;
    if (check.states().isEmpty() && check.violations().isEmpty() && check.excuses().isEmpty()) {
      return capital(policy(policy)) + " declares no limit, so nothing was checked.";
    }
    String rest = others == 0 ? "" : " and " + Show.plural(others, "warning");
    List<String> open = check.limits(LimitState.NOT_CHECKED);
    if (!open.isEmpty()) {
      return errors == 0
          ? capital(policy(policy)) + ": " + held(check) + excused(check) + "."
          : Show.plural(errors, "violation")
              + " of "
              + policy(policy)
              + rest
              + excused(check)
              + "; "
              + open.size()
              + " could not be checked: "
              + String.join(", ", open)
              + ".";
    }
    return errors == 0
        ? capital(policy(policy))
            + " holds"
            + (others == 0 ? "" : ", with" + rest.substring(4))
            + excused(check)
            + "."
        : Show.plural(errors, "violation") + " of " + policy(policy) + rest + excused(check) + ".";
  }

  /** How many limits hold, and which could not be checked. */
  public static String held(LimitCheckResult check) {
    if (check.states().isEmpty()) {
      return "no limit is declared: nothing was checked";
    }
    List<String> open = check.limits(LimitState.NOT_CHECKED);
    if (open.isEmpty()) {
      int warnings = check.violations().size() - check.errors().size();
      return warnings == 0
          ? "every limit of the policy holds"
          : "no limit that fails a build is crossed, and "
              + Show.plural(warnings, "limit")
              + " at the level of a warning "
              + (warnings == 1 ? "is" : "are");
    }
    int held = check.states().size() - open.size();
    return (held == 0
            ? "no limit holds"
            : Show.plural(held, "limit") + (held == 1 ? " holds" : " hold"))
        + ", "
        + open.size()
        + " could not be checked: "
        + String.join(", ", open);
  }

  /** How many crossed limits do not count, and by what. */
  public static String excused(LimitCheckResult check) {
    if (check.excuses().isEmpty()) {
      return "";
    }
    List<String> by = new ArrayList<>();
    for (Excuse.By one : Excuse.By.values()) {
      long count = check.excused(one);
      if (count > 0) {
        by.add(
            count
                + switch (one) {
                  case DECISION -> " by decisions";
                  case BASELINE -> " by the baseline";
                  case UNTOUCHED -> " outside the checked change";
                });
      }
    }
    return "; "
        + Show.plural(check.excuses().size(), "violation")
        + (check.excuses().size() == 1 ? " does" : " do")
        + " not count ("
        + String.join(", ", by)
        + ")";
  }

  /** For how many components an input counts, e.g. {@code 3 components, with others 2 more}. */
  public static String decides(Wanted wanted) {
    if (wanted.alone() == 0) {
      return Show.plural(wanted.together(), "component") + ", together with other inputs";
    }
    return Show.plural(wanted.alone(), "component")
        + (wanted.together() == 0
            ? ""
            : ", and " + wanted.together() + " more together with other inputs");
  }

  /** A thing to do in one line: its kind and cost, the place, what to do, and why. */
  public static String step(NextStep step) {
    String cost = step.finding().map(Show::cost).orElse("");
    String place = step.location().isEmpty() ? step.component() : step.location();
    return step.kind().title()
        + (cost.isEmpty() ? "" : ", " + cost)
        + (place.isEmpty() ? "" : ", " + place)
        + ": "
        + step.text()
        + (cost.isEmpty() && !step.because().isEmpty() ? " " + step.because() : "");
  }

  /** What excuses a violation, in a word. */
  public static String by(Excuse.By by) {
    return switch (by) {
      case DECISION -> "decision";
      case BASELINE -> "baseline";
      case UNTOUCHED -> "not touched";
    };
  }

  /** What a decision does today. */
  public static String state(Ruling.State state) {
    return switch (state) {
      case IN_FORCE -> "in force";
      case PENDING -> "not yet in force";
      case EXPIRED -> "expired: what it names counts again";
      case CONTRADICTED -> "contradicted by another one: silences nothing";
      case UNUSED -> "unused: nothing that it names was found";
      case UNCHECKED -> "what it names could not be looked for";
    };
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String from(GcVisibility seen) {
    if (seen.hitHigh() <= 0) {
      return " No percentile shows them.";
    }
    String earliest = percentileOf(seen.hitHigh());
    String latest = seen.hitLow() > 0 ? percentileOf(seen.hitLow()) : "none";
    return " They show from "
        + earliest
        + (earliest.equals(latest) ? "" : " (at best " + latest + ")")
        + " on.";
  }

  /** To two decimals, as far as such a model carries. */
  private static String percentileOf(double hit) {
    return "p" + number(Math.rint(GcVisibility.fromPercentile(hit) * 100) / 100);
  }

  /** Whether pauses can be seen at the declared percentile, in a few sentences. */
  public static String visibility(
      GcSummary gc, Optional<ServiceLevel> declared, Optional<GcVisibility> visibility) {
    if (declared.isEmpty()) {
      return "Unknown whether pauses are visible, since no latency target is declared. "
          + Need.SERVICE_LEVEL.toProvide()
          + (gc.pausesKnown() ? "" : " No pauses were read either. " + Need.GC_PAUSES.toProvide());
    }
    String percentile = "p" + number(declared.get().percentile());
    if (visibility.isEmpty()) {
      return "Unknown whether pauses are visible at "
          + percentile
          + ", since too few were observed. "
          + Need.GC_PAUSES.toProvide();
    }
    GcVisibility seen = visibility.get();
    String hits =
        percent(seen.hitLow())
            + (seen.hitHigh() > seen.hitLow() ? " to " + percent(seen.hitHigh()) : "")
            + " of the requests meet a pause long enough to matter; "
            + percent(seen.allowed())
            + " may miss the target."
            + from(seen);
    return switch (seen.visible()) {
      case YES -> "Pauses are visible at " + percentile + ": " + hits;
      case NO -> "Pauses are not visible at " + percentile + ": " + hits;
      case UNKNOWN ->
          "Pauses may or may not be visible at "
              + percentile
              + ": "
              + hits
              + " Declare serviceLevel.observedP50Ms and serviceLevel.serviceTimeMs to decide it.";
    };
  }
}
