package io.github.rustfit.plugin.analysis;

import io.github.rustfit.engine.fold.FoldRule;
import io.github.rustfit.engine.fold.Folder;
import io.github.rustfit.engine.fold.OwnCode;
import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.input.OpenedInputs;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.readers.merge.EvidenceFiles;
import io.github.rustfit.readers.merge.MergedEvidence;
import io.github.rustfit.readers.source.JavaSources;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads any number of recordings, logs and evidence files and keeps their sums. */
public final class Folding {

  private final ClassLoader extensions;
  private final Consumer<String> progress;

  /**
   * What became of them.
   *
   * @param programs folded evidence by labels of which only service and version are set
   * @param ownCode whether any source told what is own code
   * @param errors what must be mended before anything can be relied on: requests that met nothing,
   *     evidence that cannot be read
   */
  public record Result(
      SortedMap<Labels, Evidence> programs, boolean ownCode, List<Problem> errors) {

    public Result {
      errors = List.copyOf(errors);
    }
  }

  /** As for {@link Analysis#Analysis(ClassLoader, Consumer)}. */
  public Folding(ClassLoader extensions, Consumer<String> progress) {
    this.extensions = extensions;
    this.progress = progress;
  }

  /**
   * Folds what the request names. Of its checkout the sources are read, which tell what is own
   * code, and do not become part of the evidence.
   */
  public Result run(AnalysisRequest request, FoldRule rule) {
    Path root = request.root();
    NamedInputs named = request.inputs();
    List<Problem> errors = new ArrayList<>();
    InputReaders readers = InputReaders.load(extensions);
    errors.addAll(readers.problems());
    Labelling labelling = named.labels().labelling(root, errors);
    Window window = named.part().under(false);
    MergedEvidence merged = new EvidenceFiles(root).read(Evidence.EMPTY, named.evidence());
    errors.addAll(merged.errors());
    SortedSet<SourceFile> sources = new TreeSet<>(sources(request));
    sources.addAll(merged.evidence().sources());
    Folder folder = new Folder(rule, OwnCode.of(sources));
    // What was folded before comes first, so that what it holds already is passed over.
    folder.add(merged.evidence());
    List<String> requests =
        Stream.concat(named.recordings().stream(), named.gcLogs().stream()).toList();
    OpenedInputs opened =
        new Inputs(root, readers.readers(), progress)
            .within(window)
            .labelled(labelling)
            .readEach(requests.isEmpty() ? defaults(named) : requests, folder::chunks, folder::add);
    if (!requests.isEmpty()) {
      errors.addAll(opened.evidence().problems());
    }
    return new Result(folder.programs(), !sources.isEmpty(), errors);
  }

  private static SortedSet<SourceFile> sources(AnalysisRequest request) {
    Optional<CacheFolder> cache =
        request.checkout().cache().map(folder -> new CacheFolder(request.root(), folder));
    return new JavaSources(request.root(), request.checkout().charset(), cache)
        .read(request.checkout().sourceRoots())
        .sources();
  }

  private static List<String> defaults(NamedInputs named) {
    return named.defaultPlaces().stream()
        .filter(Files::isDirectory)
        .map(folder -> folder.toAbsolutePath().toString())
        .toList();
  }
}
