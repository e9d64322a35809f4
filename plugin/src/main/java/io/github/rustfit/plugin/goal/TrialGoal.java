package io.github.rustfit.plugin.goal;

import io.github.rustfit.readers.digest.SourceDigests;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialMachine;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.trial.bench.TrialException;
import io.github.rustfit.trial.bench.TrialPlan;
import io.github.rustfit.trial.bench.TrialRun;
import io.github.rustfit.trial.pairs.StopRule;
import io.github.rustfit.trial.starter.EntryMethod;
import io.github.rustfit.trial.starter.StarterException;
import io.github.rustfit.trial.starter.StarterKernel;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code trial}: builds a port of a component's method, compares what it gives, measures in pairs
 * what it gains, and keeps that beside the source, where later reports find it.
 */
public final class TrialGoal {

  private static final int CASES = 20_000;

  private final Setup setup;
  private final StarterGoal starter;
  private final TrialOptions options;

  /**
   * What is tried, as the user wrote it; the first four as for {@link StarterGoal}.
   *
   * @param options how
   */
  public TrialGoal(
      Setup setup,
      @Nullable String component,
      @Nullable String entry,
      @Nullable String directory,
      @Nullable String body,
      TrialOptions options) {
    this.setup = setup;
    this.starter = new StarterGoal(setup, component, entry, directory, body);
    this.options = options;
  }

  /** Runs it. */
  public void run() throws GoalException {
    options.check();
    StarterGoal.Begun begun = starter.begin();
    TrialStore store = TrialStore.of(setup.root(), begun.component());
    List<StarterKernel> kernels = begun.folder().kernels(begun.all());
    List<String> failed = new ArrayList<>();
    for (EntryMethod method : begun.chosen()) {
      StarterKernel kernel =
          kernels.stream()
              .filter(one -> one.id().equals(idOf(kernels, begun, method)))
              .findFirst()
              .orElseThrow();
      try {
        tried(begun, method, kernel, store);
      } catch (TrialException e) {
        failed.add(method.id() + ": " + e.getMessage());
      } catch (StarterException | UncheckedIOException e) {
        throw new GoalException("rustfit: " + e.getMessage(), e);
      }
    }
    if (failed.size() < begun.chosen().size()) {
      setup.log().info("rustfit: judged again, with what was measured:");
      AnalysisRun.of(setup, MissingRecording.WARN, setup.limits()).run();
    }
    AnalysisRun.refuse(failed);
  }

  /** Methods keep their places in the list of the starter. */
  private static String idOf(
      List<StarterKernel> kernels, StarterGoal.Begun begun, EntryMethod method) {
    for (int i = 0; i < begun.all().size(); i++) {
      if (begun.all().get(i).id().equals(method.id())) {
        return kernels.get(i).id();
      }
    }
    throw new IllegalStateException(method.id() + " is not in its starter");
  }

  private void tried(
      StarterGoal.Begun begun, EntryMethod method, StarterKernel kernel, TrialStore store)
      throws TrialException, StarterException, GoalException {
    GoalLog log = setup.log();
    log.info("rustfit: trying " + method.id() + " (" + method.place() + ")");
    TrialRun run = TrialRun.of(plan(begun, kernel), line -> log.info("rustfit: " + line));
    TrialOutputs outputs = run.compare();
    Trial blank =
        new Trial(
            begun.component(),
            method.id(),
            port(begun, kernel),
            setup.today().toString(),
            Machine.here(run.jdk(), run.rustc(), ""),
            outputs,
            Optional.empty(),
            new SourceDigests(setup.root(), setup.workspace().charset())
                .of(setup.portabilityAnalysis(begun.result()).needed(method.member())),
            begun.folder().crateDigest(),
            store.takeBack(method.id()),
            new TreeSet<>());
    if (!outputs.equal()) {
      store.keep(blank);
      throw new TrialException(
          "Java and Rust do not give the same, so nothing was measured; what differs stands above."
              + " The report says so until the port is tried again: "
              + store.file());
    }
    TrialRun.Measured measured =
        run.measure(
            so -> {
              if (so.figures().pairs() >= StopRule.OF_TRIALS.fewest()) {
                store.keep(with(blank, run, so));
              }
            });
    Trial trial = with(blank, run, measured);
    store.keep(trial);
    TrialText.lines(trial).forEach(line -> log.info(line));
    log.info("rustfit: kept in " + store.file() + "; commit it, and reports judge by it.");
  }

  /** Whose port it is: one by machine that nobody changed refutes nothing, whatever is declared. */
  private Trial.Port port(StarterGoal.Begun begun, StarterKernel kernel) {
    if (begun.folder().straightPort(kernel.module())) {
      if (options.finished()) {
        setup
            .log()
            .warn(
                "rustfit: the body of "
                    + kernel.method()
                    + " is the straight port by machine as it was written, so it does not count as"
                    + " finished.");
      }
      return Trial.Port.MACHINE;
    }
    return options.finished() ? Trial.Port.FINISHED : Trial.Port.OPEN;
  }

  private Trial with(Trial blank, TrialRun run, TrialRun.Measured measured) {
    TrialFigures figures = measured.figures();
    TrialMachine machine = Machine.here(run.jdk(), run.rustc(), measured.technique());
    return new Trial(
        blank.component(),
        blank.entry(),
        blank.port(),
        blank.day(),
        machine,
        blank.outputs(),
        Optional.of(figures),
        blank.sources(),
        blank.crate(),
        options.takeBack(blank.takeBack(), figures),
        blank.changed());
  }

  private TrialPlan plan(StarterGoal.Begun begun, StarterKernel kernel) throws GoalException {
    Path root = setup.root();
    List<Path> classPath =
        Stream.concat(
                setup.workspace().classFolders().stream(),
                setup.workspace().classPath().stream().map(one -> one.file()))
            .toList();
    return new TrialPlan(
        begun.folder().path(),
        new TrialPlan.TrialKernel(
            kernel.method(),
            kernel.binding(),
            kernel.module(),
            kernel.key(),
            kernel.part(),
            kernel.library()),
        classPath,
        setup.places().output().resolveSibling("rustfit-trial").resolve(kernel.key()),
        options.jdkHome(root),
        new TrialPlan.TrialInputs(options.capturedPlace(root), CASES, options.length()),
        new TrialPlan.Measuring(
            StopRule.OF_TRIALS,
            Duration.ofSeconds(options.seconds()),
            Duration.ofMillis(options.warmUpMillis()),
            Duration.ofMillis(options.millis()),
            options.options()),
        other(root));
  }

  private Optional<TrialPlan.OtherCode> other(Path root) throws GoalException {
    String named = JudgeOptions.stripped(options.other());
    if (named.isEmpty()) {
      return Optional.empty();
    }
    if (named.indexOf('#') > 0) {
      return Optional.of(new TrialPlan.OtherCode(named, named, List.of()));
    }
    List<Path> classes = new ArrayList<>();
    for (String one : named.split(File.pathSeparator)) {
      classes.add(TrialOptions.path(root, one, "rustfit.variant"));
    }
    return Optional.of(new TrialPlan.OtherCode(named, "", classes));
  }
}
