package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Finding;
import java.util.stream.Stream;

/**
 * Where code hosts show something: a file of the repository, always.
 *
 * @param file relative to the project's root
 * @param line from 1; 0 when it is about the file
 */
record FilePlace(String file, int line) {

  /** The line that a violation names, else the limit's, else the policy or POM. */
  static FilePlace of(Violation violation, Policy policy) {
    String location = violation.location();
    Origin.Place limit = policy.placeOf(key(violation));
    if (location.isEmpty() && inRepository(limit.source())) {
      location = limit.text();
    }
    int colon = location.lastIndexOf(':');
    String file = colon < 0 ? location : location.substring(0, colon);
    int line = colon < 0 ? 0 : number(location.substring(colon + 1));
    return of(file, line, policy);
  }

  /** The line of a finding; the policy or POM for one of the process. */
  static FilePlace of(Finding finding, Policy policy) {
    return of(finding.file(), finding.line(), policy);
  }

  private static FilePlace of(String file, int line, Policy policy) {
    return new FilePlace(file.isEmpty() ? policyFile(policy) : file, line);
  }

  /** The key of the policy that holds the limit. */
  private static String key(Violation violation) {
    if (violation.rule().equals(Violation.TAKE_BACK)) {
      return violation.rule(); // it stands in no policy
    }
    return violation.rule().equals(Violation.VERDICT)
        ? "verdicts." + violation.measured()
        : "limits." + violation.rule();
  }

  /** A resource or another checkout's file is none that a reader could open. */
  private static boolean inRepository(String source) {
    return !source.isEmpty()
        && !source.contains(Origin.CLASS_PATH)
        && !source.startsWith("..")
        && !source.contains(" and ");
  }

  /** The repository's own policy, or the POM where it has none. */
  private static String policyFile(Policy policy) {
    return Stream.concat(
            Stream.of(policy.source()),
            policy.origins().all().stream().map(origin -> origin.said().source()))
        .filter(FilePlace::inRepository)
        .findFirst()
        .orElse("pom.xml");
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return 0; // a place without a line
    }
  }
}
