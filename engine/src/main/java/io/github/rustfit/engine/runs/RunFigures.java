package io.github.rustfit.engine.runs;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every figure that is compared from run to run, as each run has it. */
public final class RunFigures {

  /** A method, whatever its line. */
  public record Method(String className, String name) {}

  /** What one recording says of components. */
  private record Recorded(
      Map<SampleKind, Long> observed,
      Map<SampleKind, Weight> totals,
      Map<String, Map<SampleKind, Weight>> owned,
      Map<String, Map<Method, Double>> methods) {

    Weight total(SampleKind kind) {
      return totals.getOrDefault(kind, Weight.ZERO);
    }

    Weight owned(Component component, SampleKind kind) {
      return owned.getOrDefault(component.name(), Map.of()).getOrDefault(kind, Weight.ZERO);
    }
  }

  private final RecordedRuns runs;
  private final List<Recorded> recorded = new ArrayList<>();

  private RunFigures(RecordedRuns runs) {
    this.runs = runs;
  }

  /**
   * The figures of these runs.
   *
   * @param whole who owns the samples of all of them
   */
  public static RunFigures of(
      Evidence evidence, Attribution whole, Collection<Component> components) {
    RunFigures figures = new RunFigures(RecordedRuns.of(evidence));
    List<ProfileSummary> profiles = figures.runs.profiles();
    for (ProfileSummary profile : profiles) {
      Attribution part = profiles.size() == 1 ? whole : whole.part(profile);
      figures.recorded.add(recorded(profile, part, components));
    }
    return figures;
  }

  private static Recorded recorded(
      ProfileSummary profile, Attribution attribution, Collection<Component> components) {
    Map<SampleKind, Weight> totals = new EnumMap<>(SampleKind.class);
    Map<String, Map<SampleKind, Weight>> owned = new HashMap<>();
    Map<String, Map<Method, Double>> methods = new HashMap<>();
    for (SampleKind kind : profile.observed().keySet()) {
      totals.put(kind, attribution.total(kind));
    }
    for (Component component : components) {
      Map<SampleKind, Weight> weights = new EnumMap<>(SampleKind.class);
      for (SampleKind kind : profile.observed().keySet()) {
        weights.put(kind, attribution.owned(component, kind));
      }
      owned.put(component.name(), weights);
      Map<Method, Double> shares = new HashMap<>();
      for (HotMethod hot : attribution.hotMethods(component)) {
        shares.merge(
            new Method(hot.place().className(), hot.place().method()),
            hot.self().value(),
            Double::sum);
      }
      methods.put(component.name(), shares);
    }
    return new Recorded(profile.observed(), totals, owned, methods);
  }

  /** How many runs there are. */
  public int count() {
    return runs.count();
  }

  /** A component's share of all samples of a kind, 0..1. */
  public RunValues share(Component component, SampleKind kind) {
    List<RunValues.Value> values = new ArrayList<>();
    for (Recorded run : recorded) {
      Weight total = run.total(kind);
      if (total.amount() > 0) {
        values.add(
            RunValues.Value.ofShare(
                (double) run.owned(component, kind).amount() / total.amount(),
                total.effectiveSamples()));
      }
    }
    return new RunValues(values);
  }

  /** The share of all CPU samples that a method of a component owns, 0..1. */
  public RunValues share(Component component, Method method) {
    List<RunValues.Value> values = new ArrayList<>();
    for (Recorded run : recorded) {
      Weight total = run.total(SampleKind.CPU);
      if (total.amount() > 0) {
        values.add(
            RunValues.Value.ofShare(
                run.methods.getOrDefault(component.name(), Map.of()).getOrDefault(method, 0.0),
                total.effectiveSamples()));
      }
    }
    return new RunValues(values);
  }

  /** What a component's samples of a kind amount to per nanosecond, in the kind's unit. */
  public RunValues rate(Component component, SampleKind kind) {
    return rate(kind, run -> run.owned(component, kind));
  }

  /** What all samples of a kind amount to per nanosecond, in the kind's unit. */
  public RunValues rate(SampleKind kind) {
    return rate(kind, run -> run.total(kind));
  }

  private RunValues rate(SampleKind kind, Function<Recorded, Weight> weight) {
    List<RunValues.Value> values = new ArrayList<>();
    for (Recorded run : recorded) {
      long over = run.observed.getOrDefault(kind, 0L);
      Weight own = weight.apply(run);
      boolean counted = own.amount() == 0 && own.samples() > 0; // and not weighed
      if (over > 0 && !counted) {
        values.add(RunValues.Value.ofEvents((double) own.amount() / over, own.effectiveSamples()));
      }
    }
    return new RunValues(values);
  }

  /**
   * A figure of the collector: of the logs, or of the recordings where more of these tell.
   *
   * @param figure what a run says; empty when it does not tell
   */
  public RunValues gc(Function<GcSummary, Optional<RunValues.Value>> figure) {
    List<RunValues.Value> logged =
        runs.logs().stream().map(figure).flatMap(Optional::stream).toList();
    List<RunValues.Value> others =
        runs.recorded().stream().map(figure).flatMap(Optional::stream).toList();
    return new RunValues(others.size() > logged.size() ? others : logged);
  }

  /** A figure of each recording. */
  public RunValues profile(Function<ProfileSummary, Optional<RunValues.Value>> figure) {
    return new RunValues(runs.profiles().stream().map(figure).flatMap(Optional::stream).toList());
  }
}
