package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.source.SourceRoot;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to analyse.
 *
 * @param root the project's root folder: relative paths start here, reported paths are relative to
 *     it
 * @param sourceRoots source roots of all modules
 * @param charset encoding of the sources
 * @param recordings files, folders and globs with recordings; empty for the default places
 * @param gcLogs files, folders and globs with GC logs; empty for the default places
 * @param defaultPlaces folders that are looked into where nothing is named
 * @param policy files and class-path resources, separated by commas, that count beside {@code
 *     rustfit.yaml} at the root; may be empty
 * @param history whether to read the git history of the sources
 * @param cache folder that keeps what was read of it; empty for none
 * @param candidates whether to list every match of a pattern in the source
 * @param gate what decides which crossed limits count
 */
public record AnalysisRequest(
    Path root,
    List<SourceRoot> sourceRoots,
    Charset charset,
    List<String> recordings,
    List<String> gcLogs,
    List<Path> defaultPlaces,
    String policy,
    boolean history,
    Optional<Path> cache,
    boolean candidates,
    GateRequest gate) {

  public AnalysisRequest {
    sourceRoots = List.copyOf(sourceRoots);
    recordings = List.copyOf(recordings);
    gcLogs = List.copyOf(gcLogs);
    defaultPlaces = List.copyOf(defaultPlaces);
  }

  /** The same request, listing candidates or not. */
  public AnalysisRequest listingCandidates(boolean list) {
    return new AnalysisRequest(
        root,
        sourceRoots,
        charset,
        recordings,
        gcLogs,
        defaultPlaces,
        policy,
        history,
        cache,
        list,
        gate);
  }

  /** The same request, with a folder that keeps what was read of the history. */
  public AnalysisRequest cachingIn(Path folder) {
    return new AnalysisRequest(
        root,
        sourceRoots,
        charset,
        recordings,
        gcLogs,
        defaultPlaces,
        policy,
        history,
        Optional.of(folder),
        candidates,
        gate);
  }

  /** The same request with this to decide which crossed limits count. */
  public AnalysisRequest judging(GateRequest other) {
    return new AnalysisRequest(
        root,
        sourceRoots,
        charset,
        recordings,
        gcLogs,
        defaultPlaces,
        policy,
        history,
        cache,
        candidates,
        other);
  }
}
