package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.assessment.ComponentAssessment;
import io.github.rustfit.rules.assessment.Explanation;
import io.github.rustfit.rules.assessment.Surroundings;
import io.github.rustfit.rules.assessment.TopicAnswer;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.AllocationSite;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.fit.Fit;
import io.github.rustfit.rules.history.ComponentHistory;
import io.github.rustfit.rules.patterns.PatternReport;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.rule.Economics;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.LibraryUse;
import io.github.rustfit.rules.rule.SpeedUp;
import io.github.rustfit.rules.seam.Seam;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Gates;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Builds a component's assessment by hand. What is not set is unknown. */
final class Draft {

  private final Component component;
  private long cpuSamples;
  private Share cpu = Share.UNKNOWN;
  private long bytes;
  private Share allocation = Share.UNKNOWN;
  private Share sourceMatch = Share.UNKNOWN;
  private final List<LibraryUse> libraries = new ArrayList<>();
  private final List<HotMethod> methods = new ArrayList<>();
  private final List<AllocationSite> sites = new ArrayList<>();
  private final Map<Topic, TopicAnswer> topics = new EnumMap<>(Topic.class);
  private Surroundings surroundings = Surroundings.UNKNOWN;
  private Gates gates = gatesOf("??????");
  private Explanation explanation =
      new Explanation("It owns some.", "It stops somewhere.", "Do something.");
  private Fit fit = Fit.NONE;
  private PatternReport patterns = PatternReport.EMPTY;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> wouldDecide = new ArrayList<>();
  private Optional<SpeedUp> speedUp = Optional.empty();
  private Optional<Economics> economics = Optional.empty();
  private Optional<Seam> seam = Optional.empty();
  private Optional<ComponentHistory> history = Optional.empty();
  private Optional<PlannedComponent> planned = Optional.empty();
  private final List<Finding> findings = new ArrayList<>();

  Draft(String name, String packageName, String owner, int lines) {
    component =
        new Component(name, "cache-service", new TreeSet<>(List.of(packageName)), owner, lines);
    for (Topic topic : Topic.values()) {
      unknown(topic, "It would be decided by " + topic.decidedBy() + ".");
    }
  }

  Draft cpu(long samples, double share, double low, double high) {
    cpuSamples = samples;
    cpu = new Share(share, low, high, 12_000);
    return this;
  }

  Draft allocation(long allocated, double share, double low, double high) {
    bytes = allocated;
    allocation = new Share(share, low, high, 4_000);
    return this;
  }

  /** How many of its CPU samples fit the source. */
  Draft fits(long samples) {
    sourceMatch = Share.wilson(samples, cpuSamples);
    return this;
  }

  Draft library(LibraryUse use) {
    libraries.add(use);
    return this;
  }

  Draft method(String type, String method, String file, int line, double self, double total) {
    Share share = new Share(self, self * 0.97, Math.min(1, self * 1.03), 12_000);
    methods.add(new HotMethod(new Place(type, method, file, line, line > 0), share, total));
    return this;
  }

  Draft site(
      String type, String method, String file, int line, String made, long size, double share) {
    Share of = new Share(share, share * 0.96, Math.min(1, share * 1.04), 4_000);
    sites.add(new AllocationSite(new Place(type, method, file, line, line > 0), made, size, of));
    return this;
  }

  Draft answer(Topic topic, Answer answer, Fact... facts) {

    topics.put(
        topic,
        new TopicAnswer(
            topic, answer, List.of(facts), List.of(facts), List.of(), List.of("cpu-share")));
    return this;
  }

  Draft unknown(Topic topic, String decides, Fact... facts) {
    topics.put(
        topic,
        new TopicAnswer(
            topic, Answer.UNKNOWN, List.of(facts), List.of(), List.of(decides), List.of()));
    return this;
  }

  /** Six letters for G0 to G5: P, F or ?. */
  Draft gates(String states) {
    gates = gatesOf(states);
    return this;
  }

  private static Gates gatesOf(String states) {
    Map<Gate, GateState> map = new EnumMap<>(Gate.class);
    int next = 0;
    for (Gate gate : Gate.values()) {
      map.put(
          gate,
          switch (states.charAt(next++)) {
            case 'P' -> GateState.PASS;
            case 'F' -> GateState.FAIL;
            default -> GateState.UNKNOWN;
          });
    }
    return new Gates(map);
  }

  Draft surroundings(Surroundings around) {
    surroundings = around;
    return this;
  }

  Draft reason(String reason) {
    reasons.add(reason);
    return this;
  }

  Draft wouldDecide(String input) {
    wouldDecide.add(input);
    return this;
  }

  Draft speedUp(SpeedUp one) {
    speedUp = Optional.of(one);
    return this;
  }

  Draft economics(Economics one) {
    economics = Optional.of(one);
    return this;
  }

  Draft seam(Seam one) {
    seam = Optional.of(one);
    return this;
  }

  Draft history(ComponentHistory one) {
    history = Optional.of(one);
    return this;
  }

  Draft planned(PlannedComponent one) {
    planned = Optional.of(one);
    return this;
  }

  Draft finding(Finding finding) {
    findings.add(finding);
    return this;
  }

  Draft explained(String what, String why, String next) {
    explanation = new Explanation(what, why, next);
    return this;
  }

  Draft fit(Fit found) {
    fit = found;
    return this;
  }

  Draft patterns(PatternReport found) {
    patterns = found;
    return this;
  }

  ComponentAssessment done() {
    return new ComponentAssessment(
        component,
        cpuSamples,
        cpu,
        bytes,
        allocation,
        sourceMatch,
        methods,
        sites,
        surroundings,
        topics,
        gates,
        gates.verdict(),
        explanation,
        reasons,
        wouldDecide,
        speedUp,
        economics,
        seam,
        history,
        libraries,
        planned,
        findings,
        patterns,
        fit);
  }
}
