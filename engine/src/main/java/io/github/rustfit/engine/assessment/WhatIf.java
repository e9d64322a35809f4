package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.economics.EconomicsBasis;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What it takes to tell the verdicts if something else were declared.
 *
 * <p>Economics, lifetime and team follow from declared figures by arithmetic, so the votes of their
 * rules are kept apart. Hot path, cause, reach and tuning turn on the latency target in steps that
 * only the recordings tell, so their answers are given for a list of targets. Every other answer
 * stays.
 *
 * @param targetsMs latency targets for which there are answers, ascending, milliseconds; empty when
 *     no service level is declared
 * @param reactions one for each component, in the order in which they were judged
 */
public record WhatIf(List<Double> targetsMs, List<Reaction> reactions) {

  /** Nothing was explored. */
  public static final WhatIf NONE = new WhatIf(List.of(), List.of());

  /** Topics whose answers follow from declared figures by arithmetic. */
  public static final List<Topic> BY_ARITHMETIC =
      List.of(Topic.ECONOMICS, Topic.LIFETIME, Topic.TEAM);

  /** Topics whose answers are steps over the latency target. */
  public static final List<Topic> BY_TARGET =
      List.of(Topic.HOT_PATH, Topic.CAUSE, Topic.REACH, Topic.TUNING);

  /**
   * What a rule that decides a topic says.
   *
   * @param rule its id
   * @param role how it counts; never {@link Role#SUPPORTING}
   * @param answer with the declared values
   * @param onGain for an unknown answer, whether it turns on a gain that is assumed
   */
  public record Vote(String rule, Role role, Answer answer, boolean onGain) {}

  /**
   * What the rules of a topic say at one target.
   *
   * @param answer the topic's answer
   * @param onGain for an unknown answer, whether it turns on a gain that is assumed
   */
  public record Step(Answer answer, boolean onGain) {}

  /**
   * A component.
   *
   * @param component its name
   * @param basis what its economics rest on
   * @param votes of the topics {@link #BY_ARITHMETIC}
   * @param byTarget answers of the topics {@link #BY_TARGET}, one for each target; empty when it
   *     was not asked
   * @param complete whether it is known what other targets change: {@code byTarget} says it, or
   *     nothing without it; false for a component that is too small to be asked
   */
  public record Reaction(
      String component,
      EconomicsBasis basis,
      Map<Topic, List<Vote>> votes,
      Map<Topic, List<Step>> byTarget,
      boolean complete) {

    public Reaction {
      votes = Collections.unmodifiableMap(new EnumMap<>(votes));
      EnumMap<Topic, List<Step>> steps = new EnumMap<>(Topic.class);
      byTarget.forEach((topic, answers) -> steps.put(topic, List.copyOf(answers)));
      byTarget = Collections.unmodifiableMap(steps);
    }
  }

  public WhatIf {
    targetsMs = List.copyOf(targetsMs);
    reactions = List.copyOf(reactions);
  }

  /** The component of that name. */
  public Optional<Reaction> of(String component) {
    return reactions.stream().filter(one -> one.component().equals(component)).findFirst();
  }
}
