package io.github.rustfit.engine.enforcement;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Baseline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What a build was measured with and the baseline that it is held against was not.
 *
 * @param window that they are of other parts of their recordings; no figure can be held against
 *     such a baseline
 * @param others what else differs; figures may differ for that alone
 */
public record UnlikeBaseline(Optional<Problem> window, List<Problem> others) {

  private static final String WINDOW = "window";

  private static final SortedSet<String> NONE = Collections.emptySortedSet();

  public UnlikeBaseline {
    others = List.copyOf(others);
  }

  /** All that is to be said of it. */
  public List<Problem> problems() {
    return Stream.concat(window.stream(), others.stream()).toList();
  }

  /**
   * Holds what they were measured with against each other. A baseline that does not say is like
   * every build; so is a fact that only one side knows, but for the window: without one, all was
   * looked at.
   *
   * @param file of the baseline, for messages
   * @param now what the build was measured with, as {@link Baseline#setup()}
   */
  public static UnlikeBaseline of(
      String file, Baseline baseline, Map<String, SortedSet<String>> now) {
    Map<String, SortedSet<String>> then = baseline.setup();
    if (then.isEmpty() || now.isEmpty()) {
      return new UnlikeBaseline(Optional.empty(), List.of());
    }
    List<Problem> others = new ArrayList<>();
    for (Map.Entry<String, SortedSet<String>> one : now.entrySet()) {
      String name = one.getKey();
      if (!name.equals(WINDOW)
          && then.containsKey(name)
          && !then.get(name).equals(one.getValue())) {
        others.add(other(file, name, then.get(name), one.getValue()));
      }
    }
    SortedSet<String> before = then.getOrDefault(WINDOW, NONE);
    SortedSet<String> after = now.getOrDefault(WINDOW, NONE);
    return new UnlikeBaseline(
        before.equals(after) ? Optional.empty() : Optional.of(window(file, before, after)), others);
  }

  private static Problem window(String file, SortedSet<String> before, SortedSet<String> after) {
    return new Problem(
        file,
        0,
        "The baseline is of "
            + part(before)
            + ", and this build looks at "
            + part(after)
            + ", so that no figure can be held against it",
        "Give both the same window (rustfit.from, rustfit.to, rustfit.skipStartup or"
            + " recording.skipStartUp of the policy), or write the baseline anew with"
            + " rustfit:baseline.");
  }

  private static String part(SortedSet<String> parts) {
    return parts.isEmpty()
        ? "recordings and logs as a whole"
        : "a part of recordings and logs (" + String.join(" and ", parts) + ")";
  }

  private static Problem other(
      String file, String name, SortedSet<String> before, SortedSet<String> after) {
    return new Problem(
        file,
        0,
        "The baseline was not measured with the same "
            + name
            + ": "
            + String.join(" and ", before)
            + " then, "
            + String.join(" and ", after)
            + " now. Figures may differ for that alone.",
        "Write the baseline anew with rustfit:baseline on the kind of machine, and with the load,"
            + " of this build.");
  }
}
