package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.engine.assessment.WhatIf.Reaction;
import io.github.rustfit.engine.economics.EconomicsBasis;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.Verdict;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the page needs to judge other declarations by the plugin's arithmetic: numbers with all
 * their digits, and the answers of every rule that the page does not ask itself.
 */
final class WhatIfData {

  /** Rules that the page asks itself. */
  private static final Set<String> ASKED =
      Set.of("migration-pays", "saving-target", "team-capacity", "declared-horizon");

  /** What the rules told of a component; most components have it in common with others. */
  private record Told(
      Map<Topic, List<String>> votes,
      Map<Topic, WhatIf.Step> answers,
      Map<Topic, List<WhatIf.Step>> byTarget,
      boolean complete) {

    static Told of(Section section, Map<String, Reaction> reactions) {
      Reaction reaction = Objects.requireNonNull(reactions.get(section.name()));
      Map<Topic, List<String>> votes = new EnumMap<>(Topic.class);
      reaction
          .votes()
          .forEach((topic, all) -> votes.put(topic, all.stream().map(WhatIfData::text).toList()));
      Map<Topic, WhatIf.Step> answers = new EnumMap<>(Topic.class);
      section
          .one()
          .topics()
          .forEach((topic, one) -> answers.put(topic, new WhatIf.Step(one.answer(), one.onGain())));
      answers.keySet().removeAll(WhatIf.BY_ARITHMETIC);
      return new Told(votes, answers, reaction.byTarget(), reaction.complete());
    }
  }

  private WhatIfData() {}

  static void write(Json json, Assessment assessment, List<Section> sections, WhatIf whatIf)
      throws IOException {
    Policy policy = assessment.policy();
    Map<String, Reaction> reactions = new HashMap<>();
    whatIf.reactions().forEach(one -> reactions.put(one.component(), one));
    json.object(
        "whatIf",
        () -> {
          json.text("currency", policy.facts().currency());
          json.text("sunset", policy.facts().horizon().map(Horizon::sunset).orElse(""));
          json.object("verdicts", () -> verdicts(json));
          json.objects("gates", List.of(Gate.values()), gate -> gate(json, gate));
          json.object("thresholds", () -> thresholds(json, assessment.rules()));
          json.object("unsourced", () -> unsourced(json, policy.facts().assumptions()));
          json.object("assumptions", () -> assumptions(json, policy.facts().assumptions()));
          json.object("serviceLevel", () -> level(json, policy));
          json.exacts(
              "targets", whatIf.targetsMs().stream().mapToDouble(target -> target).toArray());
          List<Section> shown =
              sections.stream().filter(one -> reactions.containsKey(one.name())).toList();
          Map<Told, Integer> told = new LinkedHashMap<>();
          for (Section section : shown) {
            told.putIfAbsent(Told.of(section, reactions), told.size());
          }
          json.objects("told", told.keySet(), one -> told(json, one));
          json.objects(
              "components",
              shown,
              section -> {
                json.whole("told", told.getOrDefault(Told.of(section, reactions), 0));
                component(json, section, reactions, policy.facts());
              });
        });
  }

  private static void verdicts(Json json) throws IOException {
    for (Verdict verdict : Verdict.values()) {
      json.text(verdict.id(), verdict.title());
    }
  }

  private static void gate(Json json, Gate gate) throws IOException {
    json.text("title", gate.title());
    json.strings("topics", Assessor.topicsOf(gate).stream().map(WhatIfData::id).toList());
  }

  /** The economics judge by the horizon and by what is asked for, so they have none. */
  private static void thresholds(Json json, List<RuleDescriptor> rules) throws IOException {
    for (RuleDescriptor rule : rules) {
      if (ASKED.contains(rule.id()) && rule.topic() != Topic.ECONOMICS) {
        json.exacts(rule.id(), rule.thresholds().stream().mapToDouble(Threshold::value).toArray());
      }
    }
  }

  private static void assumptions(Json json, Assumptions assumptions) throws IOException {
    for (Assumption assumption : Assumption.values()) {
      ThreePoint value = assumptions.get(assumption);
      json.exacts(assumption.id(), value.pessimistic(), value.central(), value.optimistic());
    }
  }

  /** Gains that are declared without a source, which carry nothing. */
  private static void unsourced(Json json, Assumptions assumptions) throws IOException {
    for (Assumption gain : List.of(Assumption.KERNEL_SPEED_UP, Assumption.MEMORY_REDUCTION)) {
      json.flag(gain.id(), assumptions.declares(gain) && assumptions.source(gain).isEmpty());
    }
  }

  /** What of the service level stays; a copied policy repeats it. */
  private static void level(Json json, Policy policy) throws IOException {
    if (policy.serviceLevel().isEmpty()) {
      return;
    }
    ServiceLevel level = policy.serviceLevel().get();
    json.exact("percentile", level.percentile());
    json.exact("targetMs", level.targetMs());
    exact(json, "observedMs", level.observedMs());
    exact(json, "observedP50Ms", level.observedP50Ms());
    exact(json, "serviceTimeMs", level.serviceTimeMs());
    json.whole("fanOut", level.fanOut());
    exact(json, "requestsPerSecond", level.requestsPerSecond());
  }

  private static void told(Json json, Told told) throws IOException {
    json.object("votes", () -> votes(json, told.votes()));
    json.object("answers", () -> answers(json, told.answers()));
    json.object("byTarget", () -> byTarget(json, told.byTarget()));
    json.flag("complete", told.complete());
  }

  private static void component(
      Json json, Section section, Map<String, Reaction> reactions, DeclaredFacts facts)
      throws IOException {
    EconomicsBasis basis = Objects.requireNonNull(reactions.get(section.name())).basis();
    json.text("id", section.id());
    json.text("name", Texts.shown(section.name()));
    json.text("verdict", section.one().verdict().id());
    json.whole("lines", basis.linesOfCode());
    ThreePoint cpu = basis.cpu();
    json.exacts(
        "cpu",
        cpu.pessimistic(),
        cpu.central(),
        cpu.optimistic(),
        basis.cpuAtLeast(),
        basis.cpuAtMost());
    json.flag("cpuKnown", basis.cpuMissing().isEmpty());
    Share memory = basis.memory();
    json.exacts("memory", memory.value(), memory.low(), memory.high());
    json.flag("memoryKnown", basis.memoryMissing().isEmpty());
    json.exact("sizedGiB", basis.sizedGiB());
    json.flag("fixes", section.one().gates().fixes());
    json.object("own", () -> own(json, section.name(), facts));
  }

  /** What is declared for this component alone; a value for the whole never replaces it. */
  private static void own(Json json, String name, DeclaredFacts facts) throws IOException {
    Fleet fleet = facts.componentFleets().getOrDefault(name, Fleet.NOT_DECLARED);
    exact(json, "fleet.instances", fleet.instances());
    exact(json, "fleet.memoryGiB", fleet.memoryGiB());
    exact(json, "fleet.vCpus", fleet.vCpus());
    exact(json, "fleet.pricePerGiBYear", fleet.pricePerGiBYear());
    exact(json, "fleet.pricePerVCpuYear", fleet.pricePerVCpuYear());
    if (fleet.binding().isPresent()) {
      json.text("fleet.binding", fleet.binding().map(Binding::id).orElseThrow());
    }
    exact(json, "fleet.targetSavingPerYear", fleet.targetSavingPerYear());
    Horizon horizon = facts.componentHorizons().get(name);
    if (horizon != null) {
      json.exact("horizon.years", horizon.years());
    }
  }

  private static void exact(Json json, String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.exact(name, value.getAsDouble());
    }
  }

  private static void votes(Json json, Map<Topic, List<String>> votes) throws IOException {
    for (Map.Entry<Topic, List<String>> one : votes.entrySet()) {
      json.strings(id(one.getKey()), one.getValue());
    }
  }

  /** A vote as its role and, where the page asks the rule itself, its id; else the answer. */
  private static String text(WhatIf.Vote vote) {
    return vote.role().name().toLowerCase(Locale.ROOT)
        + (ASKED.contains(vote.rule())
            ? ":" + vote.rule()
            : "=" + (vote.onGain() ? "gain" : vote.answer().id()));
  }

  private static void answers(Json json, Map<Topic, WhatIf.Step> answers) throws IOException {
    for (Map.Entry<Topic, WhatIf.Step> one : answers.entrySet()) {
      json.text(id(one.getKey()), letter(one.getValue()));
    }
  }

  /** One letter for each target. */
  private static void byTarget(Json json, Map<Topic, List<WhatIf.Step>> steps) throws IOException {
    for (Map.Entry<Topic, List<WhatIf.Step>> one : steps.entrySet()) {
      json.text(
          id(one.getKey()),
          one.getValue().stream().map(WhatIfData::letter).collect(Collectors.joining()));
    }
  }

  /** The answer's letter, or g where it turns on a gain. */
  private static String letter(WhatIf.Step step) {
    return step.onGain() ? "g" : step.answer().id().substring(0, 1);
  }

  private static String id(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }
}
