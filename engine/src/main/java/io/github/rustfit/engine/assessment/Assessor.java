package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.ecosystem.LibraryUse;
import io.github.rustfit.engine.fit.Fit;
import io.github.rustfit.engine.history.ComponentHistory;
import io.github.rustfit.engine.patterns.MovedLines;
import io.github.rustfit.engine.patterns.PatternReport;
import io.github.rustfit.engine.production.NativeParts;
import io.github.rustfit.engine.runs.RunFigures;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.component.LibraryNames;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Gates;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Turns evidence into an assessment. Stateless; the same arguments give an equal result. */
public final class Assessor {

  private static final Map<Gate, List<Topic>> CONJUNCTIONS =
      Map.of(
          Gate.G0, List.of(Topic.EVIDENCE),
          Gate.G2, List.of(Topic.CAUSE, Topic.REACH),
          Gate.G3, List.of(Topic.TUNING),
          Gate.G4, List.of(Topic.ECONOMICS, Topic.LIFETIME),
          Gate.G5, List.of(Topic.TEAM, Topic.OPERATIONS, Topic.ECOSYSTEM));

  private final Policy policy;
  private final CrateCatalogue crates;
  private final Rules rules;
  private final boolean candidates;
  private final List<Precedent> precedents;
  private final LibraryNames names;

  /** An assessor for these declarations, this catalogue and these rules. */
  public Assessor(Policy policy, CrateCatalogue crates, Rules rules) {
    this(policy, crates, rules, false);
  }

  /**
   * The same.
   *
   * @param candidates whether to list every match of a pattern, without judging it
   */
  public Assessor(Policy policy, CrateCatalogue crates, Rules rules, boolean candidates) {
    this(policy, crates, rules, candidates, List.of());
  }

  /**
   * The same.
   *
   * @param precedents published cases that components are compared with
   */
  public Assessor(
      Policy policy,
      CrateCatalogue crates,
      Rules rules,
      boolean candidates,
      List<Precedent> precedents) {
    this(policy, crates, rules, candidates, precedents, LibraryNames.NONE);
  }

  /**
   * The same.
   *
   * @param names what libraries are called, which decides nothing
   */
  public Assessor(
      Policy policy,
      CrateCatalogue crates,
      Rules rules,
      boolean candidates,
      List<Precedent> precedents,
      LibraryNames names) {
    this.names = names;
    this.precedents = List.copyOf(precedents);
    this.candidates = candidates;
    this.policy = policy;
    this.crates = crates;
    this.rules = rules;
  }

  /** Assesses every component of the evidence's sources. */
  public Assessment assess(Evidence evidence) {
    return assess(evidence, Optional.empty());
  }

  /** The same, with what follows if something else were declared. */
  public Explored explore(Evidence evidence) {
    Exploration exploration = new Exploration(policy, rules.all());
    Assessment assessment = assess(evidence, Optional.of(exploration));
    return new Explored(assessment, exploration.whatIf());
  }

  private Assessment assess(Evidence evidence, Optional<Exploration> exploration) {
    SortedSet<Problem> problems = new TreeSet<>(evidence.problems());
    problems.addAll(rules.problems());
    problems.addAll(Losses.problems(evidence));
    problems.addAll(Overlaps.problems(evidence));
    problems.addAll(evidence.gcSeries().problems());
    OtherLanguages.problem(evidence.sources()).ifPresent(problems::add);
    problems.addAll(evidence.gcOverlap().problems());
    Components components = Components.of(evidence.sources(), policy.components());
    problems.addAll(components.problems());
    problems.addAll(StrayTrials.problems(evidence.repository().trials(), components));
    Program program = Program.of(evidence, components, policy, crates, names);
    Attribution attribution = program.attribution();
    problems.addAll(attribution.problems());
    problems.addAll(CutStacks.problems(attribution, components));
    NativeParts nativeParts = NativeParts.of(evidence, attribution);
    problems.addAll(NativeCode.problems(nativeParts, evidence));
    Map<Component, List<SourceFile>> sources = sourcesOf(evidence.sources(), components);
    List<ComponentAssessment> assessed = new ArrayList<>();
    Map<String, String> moved = new HashMap<>();
    for (Component component : components.all()) {
      List<SourceFile> own = sources.getOrDefault(component, List.of());
      ComponentContext context = ComponentContext.of(program, component, own);
      assessed.add(NativeCode.with(nativeParts, assess(context, problems, exploration)));
      MovedLines.of(context).ifPresent(why -> moved.put(component.name(), why));
    }
    SourceFit fit = new SourceFit(attribution, moved);
    fit.problem().ifPresent(problems::add);
    LimitCheckResult limitCheck =
        LimitCheck.check(
            policy,
            new LimitedFigures(
                program.profile(),
                program.gc(),
                RunFigures.of(evidence, attribution, components.all())),
            assessed,
            fit,
            nativeParts,
            problems);
    assessed.addAll(
        new PlannedComponents(policy, crates, rules, precedents)
            .assess(components, problems, exploration));
    assessed.sort(Comparator.comparing(one -> one.component().name()));
    return new Assessment(
        List.copyOf(evidence.inputs()),
        policy,
        rules.all().stream().map(Rule::descriptor).toList(),
        program.profile(),
        program.gc(),
        Unattributed.of(attribution),
        assessed,
        limitCheck,
        List.copyOf(problems),
        evidence.repository(),
        nativeParts);
  }

  private static Map<Component, List<SourceFile>> sourcesOf(
      Set<SourceFile> sources, Components components) {
    Map<Component, List<SourceFile>> byComponent = new HashMap<>();
    sources.stream()
        .filter(file -> file.role() == SourceFile.Role.MAIN)
        .forEach(
            file ->
                components
                    .ofFile(file)
                    .ifPresent(
                        component ->
                            byComponent
                                .computeIfAbsent(component, c -> new ArrayList<>())
                                .add(file)));
    return byComponent;
  }

  private ComponentAssessment assess(
      ComponentContext context, SortedSet<Problem> problems, Optional<Exploration> exploration) {
    TopicJudge judge = new TopicJudge(context, rules.all(), problems);
    exploration.ifPresent(one -> one.judged(context, judge));
    return assemble(
        context,
        judge.answers(),
        List.copyOf(judge.findings()),
        PatternReport.of(context.sources(), judge.findings(), candidates),
        Optional.empty(),
        precedents);
  }

  /** What follows from the answers. */
  static ComponentAssessment assemble(
      RuleContext context,
      Map<Topic, TopicAnswer> topics,
      List<Finding> findings,
      PatternReport patterns,
      Optional<PlannedComponent> planned,
      List<Precedent> precedents) {
    Component component = context.component();
    Gates gates = gates(topics, findings, forMoney(context));
    Optional<Seam> seam = Seam.of(context);
    Usage usage = Usage.of(context);
    List<String> tried = CodeGain.of(context).tried();
    List<String> reasons = new ArrayList<>(reasons(gates, topics, tried, seam));
    TooMuch.of(context, usage.cpu()).ifPresent(reasons::add);
    List<String> wouldDecide = wouldDecide(gates, topics);
    Explanation explanation =
        Explanation.of(
            usage.cpu(),
            usage.allocation(),
            planned.isPresent(),
            gates,
            topics,
            reasons,
            tried,
            wouldDecide,
            findings);
    return new ComponentAssessment(
        component,
        usage,
        new Conclusion(topics, gates, explanation, reasons, wouldDecide),
        new Prospect(
            SpeedUp.of(context),
            CodeGain.of(context),
            Economics.of(context),
            seam,
            LibraryUse.of(context),
            Fit.of(context, answer(topics, Topic.TUNING), seam, precedents)),
        ComponentHistory.of(context),
        planned,
        findings.stream().sorted(Finding.BY_COST).toList(),
        patterns);
  }

  private static Gates gates(
      Map<Topic, TopicAnswer> topics, List<Finding> findings, boolean money) {
    Map<Gate, GateState> states = new EnumMap<>(Gate.class);
    for (Gate gate : Gate.values()) {
      GateState state = GateState.of(answer(topics, gate, money, false));
      boolean assumed =
          state == GateState.UNKNOWN && answer(topics, gate, money, true) == Answer.YES;
      states.put(gate, assumed ? GateState.ASSUMED : state);
    }
    return new Gates(
        states, findings.stream().anyMatch(one -> one.confirmed() && !one.processWide()));
  }

  private static Answer answer(
      Map<Topic, TopicAnswer> topics, Gate gate, boolean money, boolean gained) {
    boolean any = gate == Gate.G1;
    Answer answer = any ? Answer.NO : Answer.YES;
    for (Topic topic : topicsOf(gate)) {
      TopicAnswer found = topics.get(topic);
      Answer next = found != null && found.onGain() && gained ? Answer.YES : answer(topics, topic);
      next = topic == Topic.REACH ? reaches(next, topics, money) : next;
      answer = any ? answer.or(next) : answer.and(next);
    }
    return answer;
  }

  /**
   * Whether the cure reaches a pain. A latency that stays too long refuses nothing where defects or
   * money are reasons as well; and while Java's own remedies are left, what a replacement could
   * reach after them is not asked.
   */
  private static Answer reaches(Answer latency, Map<Topic, TopicAnswer> topics, boolean money) {
    Answer reached = latency.or(answer(topics, Topic.DEFECTS)).or(money ? Answer.YES : Answer.NO);
    boolean later = latency == Answer.UNKNOWN && answer(topics, Topic.TUNING) == Answer.NO;
    return reached == Answer.UNKNOWN && later ? Answer.YES : reached;
  }

  /** Whether money is declared to be a reason. */
  private static boolean forMoney(RuleContext context) {
    return context
        .policy()
        .facts()
        .fleet(context.component().name())
        .targetSavingPerYear()
        .isPresent();
  }

  /** The topics that a gate rests on. */
  public static List<Topic> topicsOf(Gate gate) {
    return gate == Gate.G1
        ? List.of(Topic.HOT_PATH, Topic.DEFECTS)
        : CONJUNCTIONS.getOrDefault(gate, List.of());
  }

  private static Answer answer(Map<Topic, TopicAnswer> topics, Topic topic) {
    TopicAnswer found = topics.get(topic);
    return found == null ? Answer.UNKNOWN : found.answer();
  }

  private static List<String> reasons(
      Gates gates, Map<Topic, TopicAnswer> topics, List<String> tried, Optional<Seam> seam) {
    List<String> reasons = new ArrayList<>();
    if (gates.verdict() == Verdict.NOT_ENOUGH_EVIDENCE) {
      for (Gate gate : gates.wouldDecide()) {
        reasons.add(
            "Gate " + gate + " (" + gate.title() + ") is undecided, and the verdict turns on it.");
      }
      if (gates.state(Gate.G0) == GateState.FAIL) {
        against(Gate.G0, topics).forEach(reasons::add);
      }
      return reasons;
    }
    if (gates.verdict() == Verdict.KEEP_IN_JAVA
        && Explanation.stop(gates, Verdict.KEEP_IN_JAVA).isEmpty()) {
      reasons.add(Explanation.NO_WAY);
    }
    for (Gate gate : Gate.values()) {
      if (gates.state(gate) == GateState.FAIL && gate != Gate.G0) {
        against(gate, topics).forEach(reasons::add);
      }
    }
    if (!gates.verdict().refuses()) {
      for (Topic topic : List.of(Topic.HOT_PATH, Topic.DEFECTS, Topic.CAUSE)) {
        TopicAnswer answer = topics.get(topic);
        if (answer != null && answer.answer() == Answer.YES) {
          answer.leading().stream().map(Fact::text).forEach(reasons::add);
        }
      }
      reasons.addAll(tried);
      seam.map(Seam::text).ifPresent(reasons::add);
    }
    return reasons.stream().distinct().toList();
  }

  private static Stream<String> against(Gate gate, Map<Topic, TopicAnswer> topics) {
    return topicsOf(gate).stream()
        .map(topics::get)
        .filter(answer -> answer != null && answer.answer() == Answer.NO)
        .flatMap(answer -> answer.against().stream())
        .map(Fact::text);
  }

  private static List<String> wouldDecide(Gates gates, Map<Topic, TopicAnswer> topics) {
    List<String> inputs = new ArrayList<>();
    for (Gate gate : Gate.values()) {
      boolean asked =
          gates.verdict() == Verdict.WORTH_A_TRIAL
              ? gates.state(gate) == GateState.ASSUMED
              : gates.wouldDecide().contains(gate);
      for (Topic topic : asked ? topicsOf(gate) : List.<Topic>of()) {
        boolean outOfReach = topic == Topic.REACH && answer(topics, topic) == Answer.NO;
        TopicAnswer answer = topics.get(outOfReach ? Topic.DEFECTS : topic);
        if (answer != null && answer.answer() == Answer.UNKNOWN) {
          inputs.addAll(answer.wouldDecide());
        }
      }
    }
    if (gates.verdict() == Verdict.NOT_ENOUGH_EVIDENCE && gates.state(Gate.G0) == GateState.FAIL) {
      inputs.add("It would be decided by " + Topic.EVIDENCE.decidedBy() + ".");
    }
    return inputs.stream().distinct().toList();
  }
}
