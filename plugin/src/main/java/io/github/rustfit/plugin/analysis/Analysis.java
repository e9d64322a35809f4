package io.github.rustfit.plugin.analysis;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Explored;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.engine.fold.FoldNote;
import io.github.rustfit.engine.runs.RecordedPrograms;
import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.classpath.ArtifactNames;
import io.github.rustfit.readers.crates.CatalogueReading;
import io.github.rustfit.readers.crates.CrateCatalogueReader;
import io.github.rustfit.readers.digest.SourceDigests;
import io.github.rustfit.readers.history.HistoryReader;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.input.OpenedInputs;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.readers.merge.EvidenceFiles;
import io.github.rustfit.readers.merge.MergedEvidence;
import io.github.rustfit.readers.operations.OperationsFiles;
import io.github.rustfit.readers.policy.PolicyReading;
import io.github.rustfit.readers.precedents.PrecedentReader;
import io.github.rustfit.readers.source.JavaSources;
import io.github.rustfit.readers.trial.TrialFiles;
import io.github.rustfit.readers.tuning.TuningFile;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.policy.Policy;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads the inputs of a request and assesses them. */
public final class Analysis {

  /** The kind of the readers whose inputs {@code rustfit.gcLogs} names. */
  private final ClassLoader extensions;

  private static final Problem EVIDENCE_IS_WHOLE =
      new Problem(
          "",
          0,
          "rustfit.from and rustfit.to cut recordings and logs, while evidence that other builds"
              + " wrote (rustfit.evidence) has no times to cut by.",
          "Give them to the builds that read the recordings, and leave them out here.");

  private final Consumer<String> progress;
  private final UnaryOperator<InputReader> watched;

  /** An analysis that does not tell how far it is. */
  public Analysis(ClassLoader extensions) {
    this(extensions, line -> {});
  }

  /**
   * @param extensions where rules and readers are looked for: the plugin's class loader, which sees
   *     the dependencies that the user declares for the plugin
   * @param progress takes a line of text now and then while large inputs are read; see {@link
   *     Inputs#Inputs(Path, List, Consumer)}
   */
  public Analysis(ClassLoader extensions, Consumer<String> progress) {
    this(extensions, progress, UnaryOperator.identity());
  }

  private Analysis(
      ClassLoader extensions, Consumer<String> progress, UnaryOperator<InputReader> watched) {
    this.extensions = extensions;
    this.progress = progress;
    this.watched = watched;
  }

  /**
   * The same analysis, of whose recordings and logs somebody else takes note.
   *
   * @param watching gives for a reader one that reads the same and may hand it on
   */
  public Analysis watchedBy(UnaryOperator<InputReader> watching) {
    return new Analysis(extensions, progress, watching);
  }

  /** Runs the analysis. Bad input is part of the result and is never thrown. */
  public AnalysisResult run(AnalysisRequest request) {
    return run(
        request, new PolicyLocator(request.root(), extensions).read(request.judging().policy()));
  }

  /**
   * Whether a policy plans components that have no code yet.
   *
   * @param root the project's root folder
   * @param policy where it is; empty for the root's
   */
  public boolean plansAnything(Path root, String policy) {
    PolicyReading reading = new PolicyLocator(root, extensions).read(policy);
    return !reading.policy().facts().planned().isEmpty();
  }

  /** The same as if nothing were declared, whatever policy there is. */
  public AnalysisResult runWithoutPolicy(AnalysisRequest request) {
    return run(request, new PolicyReading(Policy.DEFAULT, List.of(), "", false));
  }

  private AnalysisResult run(AnalysisRequest request, PolicyReading policy) {
    List<Problem> errors = new ArrayList<>();
    InputReaders readers = InputReaders.load(extensions);
    errors.addAll(readers.problems());
    List<InputReader> reading = readers.readers().stream().map(watched).toList();
    Rules rules = Rules.load(extensions);
    errors.addAll(rules.problems());
    errors.addAll(policy.problems());
    CatalogueReading catalogue =
        new CatalogueLocator(request.root(), extensions)
            .read(policy.policy().placeOf("crates").source(), policy.crates());
    errors.addAll(catalogue.problems());

    Optional<CacheFolder> cache =
        request.checkout().cache().map(folder -> new CacheFolder(request.root(), folder));
    Evidence evidence = request.checkout().read() ? checkout(request, cache) : Evidence.EMPTY;
    Window window = request.inputs().part().under(policy.skipsStartUp());
    if (!request.inputs().part().window().all() && !request.inputs().evidence().isEmpty()) {
      errors.add(EVIDENCE_IS_WHOLE);
    }
    Labelling labelling = request.inputs().labels().labelling(request.root(), errors);
    OpenedInputs named =
        new Inputs(request.root(), reading, progress)
            .within(window)
            .labelled(labelling)
            .read(
                Stream.concat(
                        request.inputs().recordings().stream(), request.inputs().gcLogs().stream())
                    .toList());
    if (!named.failedRequests().isEmpty()) {
      errors.addAll(named.evidence().problems());
    }
    evidence =
        evidence.merge(named.evidence()).merge(defaults(request, reading, window, labelling));
    if (!request.inputs().evidence().isEmpty()) {
      MergedEvidence merged =
          new EvidenceFiles(request.root()).read(evidence, request.inputs().evidence());
      errors.addAll(merged.errors());
      evidence = merged.evidence();
    }
    if (!request.checkout().read() && evidence.sources().isEmpty()) {
      // Folded evidence has none: it is taken to be of the code that is here.
      evidence = evidence.merge(sources(request, cache));
    }
    ArtifactNames names = new ArtifactNames(request.checkout().classPath());
    Explored explored =
        new Assessor(
                policy.policy(),
                CrateCatalogueReader.builtIn().with(catalogue.entries()),
                rules,
                request.judging().candidates(),
                PrecedentReader.builtIn(),
                names)
            .explore(evidence);
    LimitCheckSetup limits =
        LimitCheckSetup.of(
            request.judging().limitCheck(),
            request.root(),
            policy.policy(),
            evidence,
            explored.assessment());
    errors.addAll(limits.errors());
    return new AnalysisResult(
            evidence,
            limits.enforcement().judge(explored.assessment()),
            explored.whatIf(),
            errors,
            Stream.concat(cache.flatMap(CacheFolder::problem).stream(), limits.warnings().stream())
                .toList(),
            notes(
                window,
                limits,
                List.of(RecordedPrograms.several(evidence.inputs()), FoldNote.of(evidence))))
        .withProblems(withoutCpuSamples(evidence))
        .withProblems(names.problems());
  }

  private static List<String> notes(Window window, LimitCheckSetup limits, List<String> others) {
    String part =
        window.all() ? "" : "Only a part of recordings and logs was looked at: " + window + ".";
    return Stream.of(Stream.of(part), others.stream(), limits.notes().stream())
        .flatMap(notes -> notes)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /** What the project's folder says beside recordings and logs. */
  private static Evidence checkout(AnalysisRequest request, Optional<CacheFolder> cache) {
    Evidence evidence =
        sources(request, cache)
            .merge(OperationsFiles.read(request.root(), request.checkout().sourceRoots()))
            .merge(new TrialFiles(request.root(), request.checkout().charset()).read())
            .merge(tunings(request.root(), request.checkout().charset()));
    return request.checkout().history()
        ? evidence.merge(new HistoryReader(request.root(), cache).read(evidence.sources()))
        : evidence;
  }

  private static Evidence sources(AnalysisRequest request, Optional<CacheFolder> cache) {
    return new JavaSources(request.root(), request.checkout().charset(), cache)
        .read(request.checkout().sourceRoots());
  }

  private static Evidence tunings(Path root, Charset charset) {
    TuningFile.Reading reading = TuningFile.read(root);
    SourceDigests digests = new SourceDigests(root, charset);
    SortedSet<Tuning> tunings = new TreeSet<>();
    reading
        .tunings()
        .forEach(one -> tunings.add(one.changed(digests.changed(one.code().sources()))));
    return Evidence.of(new TreeSet<>(reading.problems()))
        .with(RepositoryEvidence.EMPTY.tuned(tunings));
  }

  /**
   * Names each recording when not one of them holds a CPU sample. It is no part of the evidence:
   * merged with that of another build, there may be some.
   */
  private static List<Problem> withoutCpuSamples(Evidence evidence) {
    List<Problem> problems = new ArrayList<>();
    if (evidence.profile().total(SampleKind.CPU).samples() == 0) {
      SortedSet<String> recordings = evidence.inputsOf(evidence.profiles().keySet());
      for (Input input : evidence.inputs()) {
        // A capture counts calls, and nobody expects samples of it.
        if (recordings.contains(input.sha256()) && !input.kind().equals(InputKind.CAPTURE.id())) {
          problems.add(
              new Problem(
                  input.path(),
                  0,
                  "The recording holds no CPU sample: its event was not enabled, or the program was"
                      + " idle.",
                  "Record under load with settings=profile (jdk.ExecutionSample), or with"
                      + " async-profiler's cpu event."));
        }
      }
    }
    return problems;
  }

  /** The default places serve the kind of input that the request does not name. */
  private Evidence defaults(
      AnalysisRequest request, List<InputReader> readers, Window window, Labelling labelling) {
    List<InputReader> unnamed =
        readers.stream()
            .filter(
                reader ->
                    reader.kind().gcLog()
                        ? request.inputs().gcLogs().isEmpty()
                        : request.inputs().recordings().isEmpty())
            .toList();
    List<InputReader> named = new ArrayList<>(readers);
    named.removeAll(unnamed);
    return unnamed.isEmpty()
        ? Evidence.EMPTY
        : new Inputs(request.root(), unnamed, progress)
            .within(window)
            .labelled(labelling)
            .readDefaults(request.inputs().defaultPlaces(), named)
            .evidence();
  }
}
