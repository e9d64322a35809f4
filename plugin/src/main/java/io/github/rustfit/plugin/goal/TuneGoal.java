package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.readers.digest.SourceDigests;
import io.github.rustfit.readers.gclog.GcLogFile;
import io.github.rustfit.readers.tuning.TuningFile;
import io.github.rustfit.rules.evidence.tuning.TunedCode;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningMachine;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.trial.tune.TuneException;
import io.github.rustfit.trial.tune.TunePlan;
import io.github.rustfit.trial.tune.TuneRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code tune}: runs the program under its load with other JVMs and other options, finds by
 * measurement which serve it best, and keeps that beside the source, where later reports find it.
 */
public final class TuneGoal {

  private static final int MOST_FILES = 50;
  private static final double MOST_OF_THE_CPU = 0.8;

  private final Setup setup;
  private final TuneOptions options;

  /**
   * @param options what is tuned
   */
  public TuneGoal(Setup setup, TuneOptions options) {
    this.setup = setup;
    this.options = options;
  }

  /** Runs it. */
  public void run() throws GoalException {
    GoalLog log = setup.log();
    Path work = setup.places().output().resolveSibling("rustfit-tune");
    TunePlan plan = options.plan(setup.root(), work);
    TuningFile.Reading before = TuningFile.read(setup.root());
    if (!before.problems().isEmpty()) {
      throw new GoalException(
          "rustfit: " + before.problems().get(0).text() + " It is not written over; move it away.");
    }
    KeptFile file = KeptFile.of(setup.root(), setup.root().resolve(TuningFile.PLACE));
    empty(work);
    AnalysisResult analysed = setup.analysis().run(setup.request().judging(setup.limits()));
    TunedCode code = code(analysed);
    TunePlan measured = plan.with(code(plan, work, log));
    String day = setup.today().toString();
    TuneRun run =
        new TuneRun(
            measured,
            new TuneRun.Setting(
                findings(analysed),
                Runtime.getRuntime().availableProcessors(),
                Machine.memoryBytes()),
            GcLogFile::read,
            line -> log.info("rustfit: " + line));
    TuneRun.Tuned tuned;
    try {
      tuned = run.run(soFar -> keep(file, before, tuning(measured, soFar, code, day)));
    } catch (TuneException e) {
      throw new GoalException("rustfit: " + e.getMessage() + kept(file.path(), before), e);
    } catch (UncheckedIOException e) {
      throw new GoalException("rustfit: " + e.getMessage() + ". Measure again once it can be.", e);
    }
    Tuning tuning = tuning(measured, tuned, code, day);
    TuneText.lines(tuning, tuned.leftOut()).forEach(log::info);
    try {
      keep(file, before, tuning);
    } catch (UncheckedIOException e) {
      throw new GoalException("rustfit: " + e.getMessage() + "; its figures stand above.", e);
    }
    log.info(
        "rustfit: kept in "
            + file.path()
            + (tuning.tells()
                ? "; commit it, and reports judge by it."
                : "; as nothing is claimed, reports judge nothing by it."));
  }

  /** Other code, and the program as an executable where that can be made here. */
  private List<TunePlan.Code> code(TunePlan plan, Path work, GoalLog log) throws GoalException {
    List<TunePlan.Code> all =
        new ArrayList<>(options.variants().code(setup.root(), plan.code().command(), work, log));
    if (!options.variants().hasImage()) {
      NativeImage.of(plan, work, log).ifPresent(all::add);
    }
    return all;
  }

  private String kept(Path file, TuningFile.Reading before) {
    return TuningFile.read(setup.root()).tunings().equals(before.tunings())
        ? ""
        : " What was measured until then is kept in " + file + ".";
  }

  private static Tuning tuning(TunePlan plan, TuneRun.Tuned tuned, TunedCode code, String day) {
    return new Tuning(
        day,
        new TuningMachine(
            Machine.cpu(),
            Runtime.getRuntime().availableProcessors(),
            Machine.memoryBytes(),
            Machine.system()),
        plan.goal().aim(),
        plan.code().command(),
        tuned.noise(),
        tuned.heap(),
        code,
        tuned.best(),
        tuned.configurations());
  }

  /** Digests of the files that take most of the CPU by what was recorded, if anything was. */
  private TunedCode code(AnalysisResult result) throws GoalException {
    Map<String, Double> shares = new HashMap<>();
    result.assessment().components().stream()
        .flatMap(one -> one.hotMethods().stream())
        .filter(one -> !one.place().file().isEmpty() && one.self().known())
        .forEach(one -> shares.merge(one.place().file(), one.self().value(), Double::sum));
    double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    SortedSet<String> hot = new TreeSet<>();
    double taken = 0;
    for (String file :
        shares.keySet().stream()
            .sorted(
                Comparator.<String>comparingDouble(one -> -shares.getOrDefault(one, 0.0))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_FILES)
            .toList()) {
      if (taken < MOST_OF_THE_CPU * all) {
        taken += shares.getOrDefault(file, 0.0);
        hot.add(file);
      }
    }
    if (hot.isEmpty()) {
      setup
          .log()
          .info(
              "rustfit: no CPU recording is there, so later reports cannot tell whether the code is"
                  + " still the one that is measured now");
    }
    return new TunedCode(
        new SourceDigests(setup.root(), setup.workspace().charset()).of(hot), new TreeSet<>());
  }

  /** Ids of rules that found something of the process; none where nothing was recorded. */
  private Set<String> findings(AnalysisResult result) {
    Set<String> rules =
        result.assessment().components().stream()
            .map(ComponentAssessment::findings)
            .flatMap(List::stream)
            .filter(Finding::processWide)
            .map(Finding::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!rules.isEmpty()) {
      setup.log().info("rustfit: the report names for the process: " + String.join(", ", rules));
    }
    return rules;
  }

  private static void keep(KeptFile file, TuningFile.Reading before, Tuning tuning) {
    TreeSet<Tuning> all = new TreeSet<>(before.tunings());
    all.removeIf(one -> one.aim() == tuning.aim() && one.machine().equals(tuning.machine()));
    all.add(tuning);
    file.write(TuningFile.text(all));
  }

  private static void empty(Path folder) throws GoalException {
    try {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(one);
          }
        }
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new GoalException("rustfit: " + folder + " cannot be emptied: " + e.getMessage(), e);
    }
  }
}
