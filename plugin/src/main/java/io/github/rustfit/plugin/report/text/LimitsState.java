package io.github.rustfit.plugin.report.text;

import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.LimitState;

/** What became of the limits as a whole, and how reports show it. */
public enum LimitsState {
  /** A limit that fails the build is crossed. */
  FAILED("failed", "fail", "Limit check failed"),
  /** None is crossed, and some could not be checked. */
  UNCHECKED("unchecked", "unknown", "Limits not all checked"),
  /** All were checked, and none that fails the build is crossed. */
  PASSED("passed", "pass", "Limit check passed"),
  /** The policy declares none. */
  NONE("unchecked", "unknown", "No limit declared");

  private final String id;
  private final String icon;
  private final String title;

  LimitsState(String id, String icon, String title) {
    this.id = id;
    this.icon = icon;
    this.title = title;
  }

  /** Of all limits. */
  public static LimitsState of(LimitCheckResult check) {
    if (!check.passed()) {
      return FAILED;
    }
    if (check.states().isEmpty() && check.violations().isEmpty()) {
      return NONE;
    }
    return check.limits(LimitState.NOT_CHECKED).isEmpty() ? PASSED : UNCHECKED;
  }

  /** Its name in the style sheet. */
  public String id() {
    return id;
  }

  /** The name of its icon. */
  public String icon() {
    return icon;
  }

  /** In a few words. */
  public String title() {
    return title;
  }
}
