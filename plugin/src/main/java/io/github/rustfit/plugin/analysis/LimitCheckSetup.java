package io.github.rustfit.plugin.analysis;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.enforcement.Change;
import io.github.rustfit.engine.enforcement.Enforcement;
import io.github.rustfit.engine.enforcement.UnlikeBaseline;
import io.github.rustfit.engine.trend.BuildFigures;
import io.github.rustfit.readers.baseline.BaselineFile;
import io.github.rustfit.readers.baseline.BaselineReading;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.history.ChangedFiles;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the baseline and what changed.
 *
 * @param enforcement what decides which crossed limits count; all do where something is wrong
 * @param errors what is wrong: configuration errors
 * @param warnings what is odd about the baseline or history that it is held against
 * @param notes what it is held against
 */
record LimitCheckSetup(
    Enforcement enforcement, List<Problem> errors, List<Problem> warnings, List<String> notes) {

  static LimitCheckSetup of(
      LimitCheckRequest request,
      Path root,
      Policy policy,
      Evidence evidence,
      Assessment assessment) {
    Collection<SourceFile> sources = evidence.sources();
    List<Problem> errors = new ArrayList<>();
    BaselineReading baseline = baseline(request, root);
    errors.addAll(baseline.problems());
    UnlikeBaseline unlike = unlike(request, root, baseline, evidence, assessment);
    Optional<Change> change = Optional.empty();
    if (!request.since().isBlank()) {
      ChangedFiles changed = ChangedFiles.since(root, request.since());
      errors.addAll(changed.problems());
      if (changed.problems().isEmpty()) {
        change =
            Optional.of(
                Change.of(
                    request.since(),
                    changed.paths(),
                    sources,
                    Components.of(sources, policy.components())));
      }
    }
    HistoryBaseline history =
        request
            .history()
            .map(file -> HistoryBaseline.of(request, root, file, policy, evidence, baseline))
            .orElseGet(() -> HistoryBaseline.without(baseline));
    errors.addAll(history.errors());
    return new LimitCheckSetup(
        new Enforcement(
            request.today(), history.baseline(), change, history.ofBuilds(), unlike.window()),
        errors,
        Stream.concat(unlike.problems().stream(), history.warnings().stream()).toList(),
        history.notes());
  }

  private static UnlikeBaseline unlike(
      LimitCheckRequest request,
      Path root,
      BaselineReading reading,
      Evidence evidence,
      Assessment assessment) {
    String file = request.baseline().map(path -> RelativePath.of(root, path)).orElse("");
    return reading
        .baseline()
        .map(one -> UnlikeBaseline.of(file, one, BuildFigures.facts(evidence, assessment)))
        .orElse(new UnlikeBaseline(Optional.empty(), List.of()));
  }

  private static BaselineReading baseline(LimitCheckRequest request, Path root) {
    Optional<Path> file =
        request.baseline().filter(path -> request.baselineNamed() || Files.exists(path));
    if (file.isEmpty()) {
      return BaselineReading.NONE;
    }
    String name = RelativePath.of(root, file.get());
    if (!Files.exists(file.get())) {
      return failed(
          name,
          "There is no such baseline.",
          "Write it with mvn rustfit:baseline, or correct rustfit.baseline.");
    }
    try (InputStream in = Files.newInputStream(file.get())) {
      return BaselineFile.read(name, in.readNBytes(BaselineFile.MAX_BYTES + 1), request.project());
    } catch (IOException e) {
      return failed(
          name,
          "The baseline cannot be read: " + Causes.of(e) + ".",
          "Check that it is a readable file.");
    }
  }

  private static BaselineReading failed(String where, String message, String remedy) {
    return new BaselineReading(Optional.empty(), List.of(new Problem(where, 0, message, remedy)));
  }
}
