package io.github.rustfit.plugin.goal;

/** Why a goal ended before it was done, or what it found that must stop a build. */
public final class GoalException extends Exception {

  private static final long serialVersionUID = 1;

  private final boolean finding;

  /** Bad input or options: the message names the place and what to do. */
  public GoalException(String message) {
    super(message);
    this.finding = false;
  }

  /** The same, with what caused it. */
  public GoalException(String message, Throwable cause) {
    super(message, cause);
    this.finding = false;
  }

  private GoalException(boolean finding, String message) {
    super(message);
    this.finding = finding;
  }

  /** All worked, and what was found must stop the build: a crossed limit, a regression. */
  static GoalException found(String message) {
    return new GoalException(true, message);
  }

  /** Whether the goal did its work and the result is what stops the build. */
  public boolean isFinding() {
    return finding;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
