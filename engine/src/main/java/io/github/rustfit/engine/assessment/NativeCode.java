package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.production.NativePart;
import io.github.rustfit.engine.production.NativePart.State;
import io.github.rustfit.engine.production.NativeParts;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What native parts of the program mean for what is said of its components, and for limits. */
final class NativeCode {

  /** What shows native code beside Java's. */
  static final String REMEDY =
      "Record with async-profiler, whose samples show Java and native code alike"
          + " (rustfit.profiler=async-profiler); jdk.CPUTimeSample of JDK 25 counts native code, too,"
          + " and shows no frames of it.";

  private static final String WHOLE =
      "Record with async-profiler (rustfit.profiler=async-profiler), and beside it with the Flight"
          + " Recorder of JDK 21 or newer for memory; or take the condition out of the file of its"
          + " trial.";

  private NativeCode() {}

  /** A problem for each recording that cannot show what native parts use. */
  static List<Problem> problems(NativeParts parts, Evidence evidence) {
    List<Problem> problems = new ArrayList<>();
    parts
        .problems()
        .forEach(
            (digest, text) ->
                problems.add(new Problem(Losses.path(evidence, digest), 0, text, REMEDY)));
    return problems;
  }

  /** The component, which says so where its CPU share does not hold what it uses in native code. */
  static ComponentAssessment with(NativeParts parts, ComponentAssessment one) {
    String why = parts.unseen().get(one.component().name());
    if (why == null) {
      return one;
    }
    List<String> reasons = new ArrayList<>(one.reasons());
    reasons.add(
        "It calls Rust, and its CPU share does not hold what that uses: of a recording, "
            + why
            + ".");
    Conclusion old = one.conclusion();
    return new ComponentAssessment(
        one.component(),
        one.usage(),
        new Conclusion(old.topics(), old.gates(), old.explanation(), reasons, old.wouldDecide()),
        one.prospect(),
        one.history(),
        one.planned(),
        one.findings(),
        one.patterns());
  }

  /** Why a limit on the component's CPU share is not held by a small one; empty when it is. */
  static Optional<String> hidden(NativeParts parts, String component) {
    return Optional.ofNullable(parts.unseen().get(component))
        .map(why -> component + " calls Rust, and of a recording, " + why);
  }

  /** Of the parts of each component that are to be taken back, one violation. */
  static List<Violation> violations(NativeParts parts) {
    Map<String, List<NativePart>> byComponent = new TreeMap<>();
    parts.parts().stream()
        .filter(one -> one.state() == State.TAKE_BACK)
        .forEach(
            one ->
                byComponent.computeIfAbsent(one.component(), name -> new ArrayList<>()).add(one));
    return byComponent.entrySet().stream()
        .map(entry -> violation(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Violation violation(String component, List<NativePart> parts) {
    String names = parts.stream().map(NativePart::name).collect(Collectors.joining(", "));
    return new Violation(
        component,
        Violation.TAKE_BACK,
        Level.ERROR,
        Optional.empty(),
        "take it back",
        OptionalDouble.empty(),
        "as agreed when it was tried",
        "",
        "is to take back "
            + names
            + ": "
            + parts.stream()
                .flatMap(one -> one.texts(State.TAKE_BACK).stream())
                .distinct()
                .collect(Collectors.joining(" ")),
        "Let Java do the work: its switch does it without a release (-D"
            + "rustfit.<folder of the port>=java), and the port's README.md says how to take it out;"
            + " or find out what changed and try it again with rustfit:trial. What was agreed stands"
            + " in its file under rustfit/trials.");
  }

  /** What of the parts that recordings show in use could not be checked. */
  static Stream<Problem> unchecked(NativeParts parts) {
    return parts.parts().stream()
        .filter(NativePart::used)
        .flatMap(
            one ->
                one.texts(State.NOT_CHECKED).stream()
                    .map(
                        text ->
                            new Problem(
                                "rustfit/trials",
                                0,
                                "When "
                                    + one.name()
                                    + " of "
                                    + one.component()
                                    + " is to be taken back could not be checked: "
                                    + text,
                                WHOLE)));
  }
}
