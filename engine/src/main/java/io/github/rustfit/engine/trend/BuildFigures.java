package io.github.rustfit.engine.trend;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.runs.GcFigures;
import io.github.rustfit.engine.runs.RunFigures;
import io.github.rustfit.engine.runs.RunValues;
import io.github.rustfit.rules.builds.BuildSetup;
import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a build measured, as the history keeps it. */
public final class BuildFigures {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MINUTE = 60e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MIB = 1 << 20;

  /** An end of a window that is of one day, and so of one build. */
  private static final Pattern CLOCK = Pattern.compile("\\b(from|to)=\\d{4,}-[^,]*");

  private final Assessment assessment;
  private final RunFigures runs;
  private final SortedMap<String, SortedMap<String, Double>> figures = new TreeMap<>();

  private BuildFigures(Assessment assessment, RunFigures runs) {
    this.assessment = assessment;
    this.runs = runs;
  }

  /**
   * What a build measured; empty where it has no figure at all, and where its recordings are of
   * another program.
   *
   * @param project {@code groupId:artifactId}
   * @param commit full name of the commit; empty when unknown
   * @param date the day that the build was given
   */
  public static Optional<RecordedBuild> of(
      String project,
      String commit,
      Optional<LocalDate> date,
      Evidence evidence,
      Assessment assessment) {
    Components components = Components.of(evidence.sources(), assessment.policy().components());
    Attribution attribution = Attribution.of(assessment.profile(), evidence.sources(), components);
    RunFigures runs = RunFigures.of(evidence, attribution, components.all());
    BuildFigures all = new BuildFigures(assessment, runs);
    if (attribution.foreign().isPresent()) {
      return Optional.empty();
    }
    assessment.components().stream().filter(one -> one.planned().isEmpty()).forEach(all::component);
    all.process();
    if (all.figures.isEmpty()) {
      return Optional.empty();
    }
    SortedSet<String> used = evidence.inputsOf(evidence.profiles().keySet());
    used.addAll(evidence.inputsOf(evidence.gcLogs().keySet()));
    used.addAll(evidence.inputsOf(evidence.recordedGcs().keySet()));
    SortedSet<String> inputs =
        evidence.inputs().stream()
            .map(Input::sha256)
            .filter(used::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    return Optional.of(
        new RecordedBuild(
            project,
            commit,
            date,
            inputs,
            Math.max(1, runs.count()),
            setup(evidence, assessment),
            all.figures));
  }

  private void component(ComponentAssessment one) {
    Component component = one.component();
    if (one.cpu().known()) {
      put(component.name(), TrendFigure.CPU_SHARE, runs.share(component, SampleKind.CPU));
      put(component.name(), TrendFigure.CPU_TIME, runs.rate(component, SampleKind.CPU));
    }
    if (one.allocation().known()) {
      put(
          component.name(),
          TrendFigure.ALLOCATION_SHARE,
          runs.share(component, SampleKind.ALLOCATION));
      put(
          component.name(),
          TrendFigure.ALLOCATION_RATE,
          runs.rate(component, SampleKind.ALLOCATION).times(NANOS_PER_SECOND / MIB));
    }
  }

  private void process() {
    if (assessment.profile().total(SampleKind.CPU).samples() > 0) {
      put("", TrendFigure.CPU_TIME, runs.rate(SampleKind.CPU));
    }
    put(
        "",
        TrendFigure.ALLOCATION_RATE,
        runs.gc(GcFigures::allocation).times(NANOS_PER_SECOND / MIB));
    put("", TrendFigure.PAUSES, runs.gc(GcFigures::pauses).times(NANOS_PER_MINUTE));
    put("", TrendFigure.PAUSE_P50, pause(50));
    put("", TrendFigure.PAUSE_P99, pause(99));
    put("", TrendFigure.PAUSE_TIME, runs.gc(GcFigures::paused));
    put("", TrendFigure.FULL_COLLECTIONS, runs.gc(GcFigures::full));
    put("", TrendFigure.GC_CPU, runs.gc(GcFigures::cpu));
    put("", TrendFigure.PROCESS_CPU, runs.profile(BuildFigures::cores));
  }

  private RunValues pause(double percent) {
    return runs.gc(gc -> GcFigures.pause(gc, percent)).times(1 / NANOS_PER_MILLI);
  }

  private static Optional<RunValues.Value> cores(ProfileSummary profile) {
    Tally cpu = profile.processCpu();
    return cpu.known()
        ? Optional.of(RunValues.Value.ofPortions(cpu.perNano(), cpu.overNanos() / NANOS_PER_SECOND))
        : Optional.empty();
  }

  private void put(String component, TrendFigure figure, RunValues values) {
    if (!values.values().isEmpty()) {
      figures
          .computeIfAbsent(component, name -> new TreeMap<>())
          .put(figure.id(), values.runs().mean());
    }
  }

  private static BuildSetup setup(Evidence evidence, Assessment assessment) {
    ProfileSummary profile = assessment.profile();
    return new BuildSetup(
        facts(evidence, assessment),
        Math.round(profile.recordedNanos() / NANOS_PER_SECOND),
        profile.total(SampleKind.CPU).effectiveSamples(),
        profile.total(SampleKind.ALLOCATION).effectiveSamples());
  }

  /** What a build was measured with, see {@link BuildSetup#facts()}. */
  public static SortedMap<String, SortedSet<String>> facts(
      Evidence evidence, Assessment assessment) {
    ProfileSummary profile = assessment.profile();
    SortedMap<String, SortedSet<String>> facts = new TreeMap<>();
    put(
        facts,
        "jvm",
        Stream.concat(profile.jvmVersions().stream(), assessment.gc().jvmVersions().stream()));
    put(facts, "collector", assessment.gc().collectors().stream());
    put(facts, "cores", profile.cores().stream().map(String::valueOf));
    put(facts, "cpuLimitMillis", profile.facts().cpuLimits().stream().map(String::valueOf));
    put(facts, "memoryLimitBytes", profile.facts().memoryLimits().stream().map(String::valueOf));
    put(
        facts,
        "heapLimitBytes",
        Stream.of(assessment.gc().maxHeapBytes()).filter(it -> it > 0).map(String::valueOf));
    put(
        facts,
        "startedBy",
        profile.facts().launchers().stream().map(one -> one.name().toLowerCase(Locale.ROOT)));
    put(facts, "format", kinds(evidence).stream());
    put(
        facts,
        "window",
        evidence.inputs().stream()
            .map(Input::part)
            .filter(part -> !part.isEmpty())
            .map(part -> CLOCK.matcher(part).replaceAll("$1=a time of the clock")));
    return facts;
  }

  private static void put(
      SortedMap<String, SortedSet<String>> facts, String name, Stream<String> values) {
    SortedSet<String> all = values.collect(Collectors.toCollection(TreeSet::new));
    if (!all.isEmpty()) {
      facts.put(name, all);
    }
  }

  private static Collection<String> kinds(Evidence evidence) {
    SortedSet<String> recordings = evidence.inputsOf(evidence.profiles().keySet());
    return evidence.inputs().stream()
        .filter(input -> recordings.contains(input.sha256()))
        .map(Input::kind)
        .filter(kind -> !kind.equals(InputKind.CAPTURE.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
