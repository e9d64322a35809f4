package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Explanation;
import io.github.rustfit.engine.assessment.TopicAnswer;
import io.github.rustfit.engine.economics.BoundaryCost;
import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.shape.HotShape;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.json.JsonReport;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.component.AllocationSite;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A component's part of the page.
 *
 * @param id what links point to
 * @param one what is said of the component
 * @param open whether it is shown unfolded
 * @param deferred whether the browser builds its content only when it is unfolded, by script
 * @param flameGraphs its flame graphs
 * @param excerpts lines of source
 * @param rules ids of the rules that the page describes
 */
record Section(
    String id,
    ComponentAssessment one,
    boolean open,
    boolean deferred,
    List<FlameGraphs.Link> flameGraphs,
    Excerpts excerpts,
    Set<String> rules) {

  /** Most rows of a table of methods or sites; the rest is in {@code report.json}. */
  static final int MOST = 15;

  /** The same for components behind the first {@link #DIRECT}, to keep their page readable. */
  static final int FEW = 5;

  /** Most components whose content is built at once; more would keep a browser busy. */
  static final int DIRECT = 100;

  /**
   * A gate on the way to the verdict.
   *
   * @param gate which one
   * @param state how it is decided
   * @param mark what it did to the verdict; empty when nothing
   * @param reason the leading evidence, or the first input that is missing; empty for none
   */
  record Step(Gate gate, GateState state, String mark, String reason) {

    /** The answer to its question. */
    String answer() {
      return switch (state) {
        case PASS -> "yes";
        case FAIL -> "no";
        case ASSUMED -> "perhaps";
        case UNKNOWN -> Show.UNKNOWN;
      };
    }
  }

  String name() {
    return one.component().name();
  }

  String leadingReason() {
    return one.reasons().isEmpty() ? Show.UNKNOWN : one.reasons().get(0);
  }

  /** CPU that its own code runs itself, as a share of all samples. */
  Share ownCode() {
    return ofCpu(own());
  }

  /** CPU of the JDK and libraries that it called, as a share of all samples. */
  Share called() {
    return ofCpu(1 - own());
  }

  private Share ofCpu(double part) {
    if (one.cpu().known() && one.cpu().value() == 0) {
      return one.cpu();
    }
    return one.surroundings().libraries().isEmpty()
        ? Share.UNKNOWN
        : one.cpu().of(Math.max(0, part));
  }

  /** The part of its CPU that is its own code's. */
  private double own() {
    return one.surroundings().libraries().stream()
        .filter(library -> library.name().equals(LibraryShare.OWN))
        .mapToDouble(library -> library.share().value())
        .sum();
  }

  List<HotMethod> hotMethods() {
    return shown(one.hotMethods());
  }

  List<AllocationSite> allocationSites() {
    return shown(one.allocationSites());
  }

  /** The first rows of any table. */
  static <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(MOST, rows.size()));
  }

  /** The rows of one of this component's tables. */
  <T> List<T> shown(List<T> rows) {
    return deferred ? rows.subList(0, Math.min(FEW, rows.size())) : first(rows);
  }

  private int most() {
    return deferred ? FEW : MOST;
  }

  /** "n more in report.json", or empty. */
  String more(int all) {
    return all > most()
        ? Format.count(all - most())
            + " more"
            + (all > JsonReport.MOST
                ? "; the first " + JsonReport.MOST + " are in report.json."
                : " in report.json.")
        : "";
  }

  /** The gates in order, marked where the component stopped. */
  List<Step> steps() {
    Set<Gate> settling = one.gates().wouldDecide();
    Optional<Gate> stop = stop();
    return Stream.of(Gate.values())
        .map(
            gate ->
                new Step(
                    gate,
                    one.gates().state(gate),
                    stop.filter(gate::equals).isPresent()
                        ? "stopped here"
                        : one.gates().state(gate) == GateState.ASSUMED
                            ? "turns on an assumed gain"
                            : settling.contains(gate) ? "would settle it" : "",
                    reason(gate)))
        .toList();
  }

  /** What speaks first among the topics that answer as the gate does. */
  private String reason(Gate gate) {
    Answer answer =
        switch (one.gates().state(gate)) {
          case PASS -> Answer.YES;
          case FAIL -> Answer.NO;
          case ASSUMED, UNKNOWN -> Answer.UNKNOWN;
        };
    return Assessor.topicsOf(gate).stream()
        .map(one.topics()::get)
        .filter(Objects::nonNull)
        .filter(topic -> topic.answer() == answer)
        .flatMap(
            topic ->
                answer == Answer.UNKNOWN
                    ? topic.wouldDecide().stream()
                    : topic.leading().stream().map(Fact::text))
        .findFirst()
        .orElse("");
  }

  /** The fact that speaks first for an answer; empty when none does. */
  static Optional<Fact> leading(TopicAnswer answer) {
    return answer.leading().stream().findFirst();
  }

  /** What to fix in the component itself, what costs most first. */
  List<Finding> fixes() {
    return one.findings().stream().filter(finding -> !finding.processWide()).toList();
  }

  /** How many findings concern the whole process. */
  long processFindings() {
    return one.findings().size() - fixes().size();
  }

  /** Examples of the patterns behind some findings, each for the first finding of its pattern. */
  static Map<Finding, PatternExample> examples(List<Finding> findings) {
    Map<Finding, PatternExample> examples = new IdentityHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Finding finding : findings) {
      if (seen.add(finding.rule())) {
        PatternExample.of(finding.rule()).ifPresent(found -> examples.put(finding, found));
      }
    }
    return examples;
  }

  private Optional<Gate> stop() {
    return Explanation.stop(one.gates(), one.verdict());
  }

  /** What would have to be different for another verdict; never empty. */
  List<String> wouldChange() {
    if (!one.wouldDecide().isEmpty()) {
      return one.wouldDecide();
    }
    Optional<Gate> stop = stop();
    if (stop.isEmpty()) {
      return List.of(
          switch (one.verdict()) {
            case REVIEW_FOR_RUST ->
                "Every gate passes. A review by people decides; any gate that fails on new evidence"
                    + " takes the verdict back.";
            case KEEP_IN_JAVA ->
                "Only a tuning gate that passes can: try the settings that the findings name, and"
                    + " record again.";
            default -> "Attach a recording and a GC log under representative load.";
          });
    }
    Gate gate = stop.get();
    List<String> against =
        Assessor.topicsOf(gate).stream()
            .map(one.topics()::get)
            .filter(Objects::nonNull)
            .filter(answer -> answer.answer() == Answer.NO)
            .map(TopicAnswer::against)
            .flatMap(List::stream)
            .map(Fact::text)
            .distinct()
            .toList();
    String rest =
        "The verdict rests on gate "
            + gate
            + " ("
            + gate.title()
            + "). Nothing that is still unknown can change it; only a new recording or declaration"
            + " that lets this gate pass can"
            + (against.isEmpty() ? "." : ", which takes that these no longer hold:");
    return Stream.concat(Stream.of(rest), against.stream()).toList();
  }

  /** The ceiling in words. */
  String ceiling() {
    if (one.speedUp().isEmpty()) {
      return "The speed-up ceiling is unknown: there are too few CPU samples.";
    }
    SpeedUp speedUp = one.speedUp().get();
    String range =
        Format.factor(speedUp.ceilingLow()) + " to " + Format.factor(speedUp.ceilingHigh());
    return speedUp
        .ceiling()
        .map(
            ceiling ->
                "If this component cost nothing at all, the whole process would be "
                    + Format.factor(ceiling)
                    + " as fast ("
                    + range
                    + " over the confidence intervals). No replacement can do better.")
        .orElse(
            "If this component cost nothing at all, the whole process would be "
                + range
                + " as fast. It cannot be narrowed: the collector's CPU time or the allocation"
                + " share is unknown.");
  }

  /** The estimate in words, with what it assumes. */
  String estimate() {
    return one.speedUp()
        .flatMap(SpeedUp::estimate)
        .map(
            estimate ->
                "Expect "
                    + factors(estimate.low(), estimate.central(), estimate.high())
                    + " for the whole process, if the replaced code itself becomes "
                    + gain(one.gain().speedUp())
                    + (one.gain().holdsBoundary()
                        ? " as fast, as "
                            + one.gain().provenance().id()
                            + ", allocation and boundary included."
                        : " as fast, with what native allocation and the language boundary are"
                            + " assumed to cost."))
        .orElse(
            "No speed-up can be estimated while the ceiling, the collector's CPU time or the"
                + " allocation share is unknown.");
  }

  /** What its hot code does, by its own samples. */
  String hotCode() {
    HotShape shape = one.gain().shape();
    return shape.work().isEmpty()
        ? "unknown: it owns fewer than " + Format.number(HotShape.FEWEST.value()) + " CPU samples."
        : shape.work().entrySet().stream()
            .filter(work -> work.getValue().value() > 0)
            .sorted(Comparator.comparingDouble(work -> -work.getValue().value()))
            .map(work -> Format.percent(work.getValue().value()) + " " + work.getKey().title())
            .collect(Collectors.joining(", ", "", "."));
  }

  /** How many times faster its code becomes, and who says so. */
  String codeGain() {
    CodeGain gain = one.gain();
    return gain(gain.speedUp())
        + ", "
        + gain.provenance().id()
        + ": "
        + (gain.source().isEmpty() ? "without a source" : gain.source())
        + ".";
  }

  /** What calling it costs, and who says so. */
  String boundary() {
    BoundaryCost boundary = one.gain().boundary();
    if (one.gain().holdsBoundary()) {
      return "held by the " + one.gain().provenance().id() + " gain.";
    }
    ThreePoint share = boundary.share();
    return boundary.technique().map(one -> one.title() + ": ").orElse("")
        + Format.percent(share.pessimistic())
        + " (pessimistic), "
        + Format.percent(share.central())
        + " (central) or "
        + Format.percent(share.optimistic())
        + " (optimistic) of the CPU, "
        + boundary.provenance().id()
        + (boundary.source().isEmpty() ? "." : ": " + boundary.source() + ".");
  }

  private static String gain(ThreePoint gain) {
    return factors(gain.pessimistic(), gain.central(), gain.optimistic());
  }

  private static String factors(double low, double central, double high) {
    return Format.factor(low)
        + " (low), "
        + Format.factor(central)
        + " (central) or "
        + Format.factor(high)
        + " (high)";
  }
}
