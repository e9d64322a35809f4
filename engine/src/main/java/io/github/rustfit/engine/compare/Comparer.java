package io.github.rustfit.engine.compare;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.runs.RunFigures;
import io.github.rustfit.engine.runs.RunTest;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares two sides, run by run. Of all that it says to have changed, the probability that any of
 * it is noise is at most {@link Margin#FAMILY_ERROR}: each of m intervals has the level 1 − that/m
 * (Bonferroni). Of a single run on either side nothing is said to have changed.
 */
public final class Comparer {

  /** Share of all CPU samples from which on a method is compared. */
  static final double LEAST_METHOD = 0.01;

  /** Methods of a component that are compared, the hottest on either side. */
  static final int MOST_METHODS = 10;

  private final Margin margin;

  /** A comparer that lets this much pass. */
  public Comparer(Margin margin) {
    this.margin = margin;
  }

  private record Drafted(
      String name,
      Optional<ComponentAssessment> before,
      Optional<ComponentAssessment> after,
      List<Draft> figures,
      List<DraftedMethod> methods) {}

  private record DraftedMethod(RunFigures.Method method, Draft share) {}

  /** What changed; the sides are those of one code base, see {@link Comparability}. */
  public Comparison compare(Side before, Side after) {
    ComponentFigures from = new ComponentFigures(before);
    ComponentFigures to = new ComponentFigures(after);
    List<Draft> process = ProcessFigures.of(before, from.runs(), after, to.runs());
    List<Drafted> drafted = drafted(before, from, after, to);
    List<Draft> all = new ArrayList<>(process);
    for (Drafted one : drafted) {
      all.addAll(one.figures);
      one.methods.forEach(method -> all.add(method.share));
    }
    int statements = (int) all.stream().filter(Draft::tested).count();
    double outside = RunTest.FALSE_ALARMS / Math.max(1, statements);
    boolean found = sampled(before) && sampled(after);
    List<ComponentComparison> components =
        drafted.stream()
            .map(one -> finish(one, outside, found))
            .sorted(
                Comparator.comparingInt(Comparer::rank).thenComparing(ComponentComparison::name))
            .toList();
    return new Comparison(
        margin,
        statements,
        before.setup(),
        after.setup(),
        process.stream().map(draft -> draft.at(outside, margin)).toList(),
        found
            ? findings(ofProcess(before.assessment()), ofProcess(after.assessment()))
            : FindingChanges.NONE,
        components,
        warnings(before, after, (int) all.stream().filter(Draft::testable).count()));
  }

  private static List<Problem> warnings(Side before, Side after, int testable) {
    List<Problem> warnings = new ArrayList<>();
    SingleRun.problem(before, after, testable).ifPresent(warnings::add);
    warnings.addAll(Comparability.warnings(before, after));
    return warnings;
  }

  static boolean sampled(Side side) {
    return side.assessment().profile().total(SampleKind.CPU).samples() > 0;
  }

  private static List<Drafted> drafted(
      Side before, ComponentFigures from, Side after, ComponentFigures to) {
    SortedMap<String, ComponentAssessment> old = byName(before.assessment());
    SortedMap<String, ComponentAssessment> now = byName(after.assessment());
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    List<Drafted> drafted = new ArrayList<>();
    for (String name : names) {
      Optional<ComponentAssessment> a = Optional.ofNullable(old.get(name));
      Optional<ComponentAssessment> b = Optional.ofNullable(now.get(name));
      drafted.add(
          new Drafted(
              name,
              a,
              b,
              ComponentFigures.of(from, a, to, b),
              methods(before, from, a, after, to, b)));
    }
    return drafted;
  }

  private static SortedMap<String, ComponentAssessment> byName(Assessment assessment) {
    SortedMap<String, ComponentAssessment> byName = new TreeMap<>();
    assessment.components().stream()
        .filter(one -> one.planned().isEmpty())
        .forEach(one -> byName.put(one.component().name(), one));
    return byName;
  }

  private static List<DraftedMethod> methods(
      Side before,
      ComponentFigures from,
      Optional<ComponentAssessment> a,
      Side after,
      ComponentFigures to,
      Optional<ComponentAssessment> b) {
    Map<RunFigures.Method, Share> old = ComponentFigures.methods(a);
    Map<RunFigures.Method, Share> now = ComponentFigures.methods(b);
    Set<RunFigures.Method> all = new HashSet<>(old.keySet());
    all.addAll(now.keySet());
    Share noneBefore = none(before);
    Share noneAfter = none(after);
    return all.stream()
        .filter(method -> most(method, old, now) >= LEAST_METHOD)
        .sorted(
            Comparator.<RunFigures.Method>comparingDouble(m -> -most(m, old, now))
                .thenComparing(RunFigures.Method::className)
                .thenComparing(RunFigures.Method::name))
        .limit(MOST_METHODS)
        .map(
            method ->
                new DraftedMethod(
                    method,
                    Draft.of(
                            ComparedMetric.METHOD_SHARE,
                            old.getOrDefault(method, noneBefore),
                            now.getOrDefault(method, noneAfter))
                        .over(from.shares(a, method), to.shares(b, method))))
        .toList();
  }

  /** A method without samples among those of a side. */
  private static Share none(Side side) {
    long samples = side.assessment().profile().total(SampleKind.CPU).effectiveSamples();
    return samples == 0 ? Share.UNKNOWN : Share.wilson(0, samples);
  }

  private static double most(
      RunFigures.Method method,
      Map<RunFigures.Method, Share> old,
      Map<RunFigures.Method, Share> now) {
    return Math.max(
        old.getOrDefault(method, Share.UNKNOWN).value(),
        now.getOrDefault(method, Share.UNKNOWN).value());
  }

  private ComponentComparison finish(Drafted one, double outside, boolean found) {
    return new ComponentComparison(
        one.name,
        one.before.map(it -> new Judgement(it.verdict(), it.gates())),
        one.after.map(it -> new Judgement(it.verdict(), it.gates())),
        one.figures.stream().map(draft -> draft.at(outside, margin).ofComponent()).toList(),
        one.methods.stream()
            .map(
                it ->
                    new MethodChange(
                        it.method.className(), it.method.name(), it.share.at(outside, margin)))
            .toList(),
        found ? findings(own(one.before), own(one.after)) : FindingChanges.NONE);
  }

  private static List<Finding> own(Optional<ComponentAssessment> component) {
    return component.stream()
        .flatMap(one -> one.findings().stream())
        .filter(finding -> !finding.processWide())
        .toList();
  }

  private static List<Finding> ofProcess(Assessment assessment) {
    return assessment.components().stream()
        .flatMap(one -> one.findings().stream())
        .filter(Finding::processWide)
        .toList();
  }

  private static FindingChanges findings(Collection<Finding> before, Collection<Finding> after) {
    SortedMap<String, Finding> old = byId(before);
    SortedMap<String, Finding> now = byId(after);
    List<Finding> gone = new ArrayList<>();
    old.forEach((id, finding) -> addUnless(now.containsKey(id), finding, gone));
    List<Finding> appeared = new ArrayList<>();
    now.forEach((id, finding) -> addUnless(old.containsKey(id), finding, appeared));
    return new FindingChanges(gone, appeared, old.size() - gone.size());
  }

  private static void addUnless(boolean known, Finding finding, List<Finding> findings) {
    if (!known) {
      findings.add(finding);
    }
  }

  /** What is found several times, as by several components, is one matter. */
  private static SortedMap<String, Finding> byId(Collection<Finding> findings) {
    SortedMap<String, Finding> byId = new TreeMap<>();
    findings.stream().sorted().forEach(finding -> byId.putIfAbsent(finding.id(), finding));
    return byId;
  }

  /** What became worse first, then what became better, what is judged otherwise, what moved. */
  private static int rank(ComponentComparison one) {
    List<Change> changes = one.figures().stream().map(MetricComparison::change).toList();
    if (changes.contains(Change.WORSE)) {
      return 0;
    }
    if (changes.contains(Change.BETTER)) {
      return 1;
    }
    return one.judgedOtherwise() ? 2 : changes.contains(Change.MOVED) ? 3 : 4;
  }
}
