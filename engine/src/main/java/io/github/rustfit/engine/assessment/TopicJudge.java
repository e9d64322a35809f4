package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks the rules about one component and combines their outcomes: all necessary rules and at least
 * one of the sufficient ones must say yes, and none that refuses may say no.
 */
final class TopicJudge {

  /** Topics that a declaration alone never answers yes (design, invariant 3). */
  private static final Set<Topic> NEEDS_OBSERVATION =
      Set.of(Topic.HOT_PATH, Topic.DEFECTS, Topic.CAUSE);

  private record Judged(RuleDescriptor rule, Outcome outcome) {}

  /** Who speaks first: the necessary rules, and among them the ones that rest on most evidence. */
  private static final Comparator<Judged> SPEAKING_ORDER =
      Comparator.<Judged, Role>comparing(one -> one.rule().role())
          .thenComparing(one -> -one.rule().needs().size());

  private final RuleContext context;
  private final List<Judged> judged = new ArrayList<>();
  private final SortedSet<Finding> findings = new TreeSet<>();

  TopicJudge(RuleContext context, List<Rule> rules, Collection<Problem> problems) {
    this.context = context;
    for (Rule rule : rules) {
      Outcome outcome = ask(rule, problems);
      judged.add(new Judged(rule.descriptor(), outcome));
      findings.addAll(outcome.findings());
    }
  }

  private Outcome ask(Rule rule, Collection<Problem> problems) {
    RuleDescriptor descriptor = rule.descriptor();
    List<String> missing =
        Stream.of(Need.values())
            .filter(descriptor.needs()::contains)
            .filter(need -> !context.has(need))
            .map(Need::toProvide)
            .toList();
    if (!missing.isEmpty()) {
      return Outcome.of(Answer.UNKNOWN, List.of(), List.of(), missing);
    }
    try {
      return Objects.requireNonNull(rule.judge(context), "no outcome");
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      problems.add(
          new Problem(
              "",
              0,
              "The rule '"
                  + descriptor.id()
                  + "' ("
                  + rule.getClass().getName()
                  + ") failed on component '"
                  + context.component().name()
                  + "': "
                  + e
                  + ".",
              "Report it to the rule's author; the rule answers unknown here."));
      return Outcome.unknown("The rule '" + descriptor.id() + "' failed; see the problems.");
    }
  }

  /** Everything to act on. */
  SortedSet<Finding> findings() {
    return findings;
  }

  /** The combined answers to all topics. */
  Map<Topic, TopicAnswer> answers() {
    Map<Topic, TopicAnswer> answers = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      answers.put(topic, answer(topic));
    }
    return answers;
  }

  /** The combined answer to a topic. */
  TopicAnswer answer(Topic topic) {
    List<Judged> asked = judged.stream().filter(one -> one.rule().topic() == topic).toList();
    List<Judged> deciding = deciding(topic);
    Answer answer = combine(topic, deciding, false);
    boolean onGain = answer == Answer.UNKNOWN && combine(topic, deciding, true) == Answer.YES;
    List<Fact> facts = asked.stream().flatMap(one -> one.outcome().facts().stream()).toList();
    List<Fact> leading =
        deciding.stream()
            .filter(one -> one.outcome().answer() == answer)
            .sorted(SPEAKING_ORDER)
            .flatMap(one -> one.outcome().facts().stream())
            .toList();
    Set<String> wouldDecide = new LinkedHashSet<>();
    if (answer == Answer.UNKNOWN) {
      boolean sufficed =
          deciding.stream()
              .anyMatch(
                  one ->
                      one.rule().role() == Role.SUFFICIENT
                          && one.outcome().answer() == Answer.YES
                          && one.outcome().observed());
      deciding.stream()
          .filter(one -> one.outcome().answer() == Answer.UNKNOWN)
          .filter(one -> !sufficed || one.rule().role() != Role.SUFFICIENT)
          .forEach(one -> wouldDecide.addAll(one.outcome().wouldDecide()));
      if (wouldDecide.isEmpty()) {
        wouldDecide.add("It would be decided by " + topic.decidedBy() + ".");
      }
    }
    return new TopicAnswer(
        topic,
        answer,
        onGain,
        facts,
        leading,
        List.copyOf(wouldDecide),
        asked.stream().map(one -> one.rule().id()).toList());
  }

  private List<Judged> deciding(Topic topic) {
    return judged.stream()
        .filter(one -> one.rule().topic() == topic)
        .filter(one -> one.rule().role() != Role.SUPPORTING)
        .filter(one -> one.outcome().concerned())
        .toList();
  }

  /** What the rules that decide a topic said, in the order of the rules. */
  List<WhatIf.Vote> votes(Topic topic) {
    return deciding(topic).stream()
        .map(
            one ->
                new WhatIf.Vote(
                    one.rule().id(),
                    one.rule().role(),
                    one.outcome().answer(),
                    one.outcome().onGain()))
        .toList();
  }

  /**
   * One answer from all.
   *
   * @param gained whether to take what turns on a gain for a yes
   */
  private static Answer combine(Topic topic, List<Judged> deciding, boolean gained) {
    Answer all = Answer.YES;
    Answer any = Answer.NO;
    boolean alternatives = false;
    boolean claimed = false;
    boolean observed = false;
    for (Judged one : deciding) {
      Answer answer = gained && one.outcome().onGain() ? Answer.YES : one.outcome().answer();
      switch (one.rule().role()) {
        case NECESSARY, REFUSING -> all = all.and(answer);
        case SUFFICIENT -> {
          any = any.or(answer);
          alternatives = true;
        }
        case SUPPORTING -> {}
      }
      boolean claims = one.rule().role() != Role.REFUSING;
      claimed |= claims;
      observed |= claims && answer == Answer.YES && one.outcome().observed();
    }
    Answer answer = (alternatives ? all.and(any) : all).and(claimed ? Answer.YES : Answer.UNKNOWN);
    boolean declaredOnly = answer == Answer.YES && !observed && NEEDS_OBSERVATION.contains(topic);
    return declaredOnly ? Answer.UNKNOWN : answer;
  }
}
