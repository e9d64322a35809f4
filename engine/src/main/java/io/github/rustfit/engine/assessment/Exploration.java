package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.economics.EconomicsBasis;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Asks the rules about the same evidence with other latency targets. Only components that own at
 * least a hundredth of the CPU or of the allocation are asked, so that the work is bounded by two
 * hundred components whatever the size of the code base.
 */
final class Exploration {

  private static final double LEAST_SHARE = 0.01;

  /** Multiples of the declared target; denser near it, where a change is most likely meant. */
  private static final double[] MULTIPLES = {
    0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 7, 10
  };

  /** Just below and just above the observed latency, where the target begins to be missed. */
  private static final double[] BESIDE_OBSERVED = {0.99, 1.01};

  /** How a target that nobody declared is rounded. */
  private static final String FOUR_DIGITS = "%.3e";

  private final Policy policy;
  private final List<Rule> rules;
  private final List<Double> targets;
  private final List<WhatIf.Reaction> reactions = new ArrayList<>();

  Exploration(Policy policy, List<Rule> rules) {
    this.policy = policy;
    this.rules =
        rules.stream()
            .filter(rule -> WhatIf.BY_TARGET.contains(rule.descriptor().topic()))
            .filter(rule -> rule.descriptor().role() != Role.SUPPORTING)
            .toList();
    this.targets = policy.serviceLevel().map(Exploration::targets).orElse(List.of());
  }

  private static List<Double> targets(ServiceLevel level) {
    SortedSet<Double> targets = new TreeSet<>();
    targets.add(level.targetMs());
    for (double multiple : MULTIPLES) {
      targets.add(rounded(level.targetMs() * multiple));
    }
    level
        .observedMs()
        .ifPresent(
            observed -> {
              targets.add(observed);
              for (double beside : BESIDE_OBSERVED) {
                targets.add(rounded(observed * beside));
              }
            });
    targets.removeIf(target -> !(target > 0 && target < Double.POSITIVE_INFINITY));
    return List.copyOf(targets);
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, FOUR_DIGITS, value));
  }

  /** Takes a component with code, after its judge was asked. */
  void judged(ComponentContext context, TopicJudge judge) {
    boolean asked = !targets.isEmpty() && matters(context);
    add(context, judge, asked ? byTarget(context) : Map.of(), asked);
  }

  /** Takes a component without code; nothing of it was recorded that a target could change. */
  void planned(ComponentContext context, TopicJudge judge) {
    add(context, judge, Map.of(), true);
  }

  private void add(
      ComponentContext context,
      TopicJudge judge,
      Map<Topic, List<WhatIf.Step>> steps,
      boolean complete) {
    Map<Topic, List<WhatIf.Vote>> votes = new EnumMap<>(Topic.class);
    WhatIf.BY_ARITHMETIC.forEach(topic -> votes.put(topic, judge.votes(topic)));
    reactions.add(
        new WhatIf.Reaction(
            context.component().name(), EconomicsBasis.of(context), votes, steps, complete));
  }

  private static boolean matters(ComponentContext context) {
    return matters(context, SampleKind.CPU) || matters(context, SampleKind.ALLOCATION);
  }

  private static boolean matters(ComponentContext context, SampleKind kind) {
    Share share = context.attribution().share(context.component(), kind);
    return share.known() && share.value() >= LEAST_SHARE;
  }

  private Map<Topic, List<WhatIf.Step>> byTarget(ComponentContext context) {
    Map<Topic, List<WhatIf.Step>> steps = new EnumMap<>(Topic.class);
    for (double target : targets) {
      List<Problem> told = new ArrayList<>(); // by the judge of the declared target already
      TopicJudge judge = new TopicJudge(at(context, target), rules, told);
      WhatIf.BY_TARGET.forEach(
          topic ->
              steps
                  .computeIfAbsent(topic, one -> new ArrayList<>())
                  .add(step(judge.answer(topic))));
    }
    return steps;
  }

  private static WhatIf.Step step(TopicAnswer answer) {
    return new WhatIf.Step(answer.answer(), answer.onGain());
  }

  private ComponentContext at(ComponentContext context, double targetMs) {
    ServiceLevel level = policy.serviceLevel().orElseThrow();
    return context.with(
        policy.with(
            new ServiceLevel(
                level.percentile(),
                targetMs,
                level.observedMs(),
                level.observedP50Ms(),
                level.serviceTimeMs(),
                level.fanOut(),
                level.requestsPerSecond())));
  }

  WhatIf whatIf() {
    return new WhatIf(targets, reactions);
  }
}
