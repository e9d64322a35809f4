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
 * @param cache folder that keeps what was read of sources and history; empty for none
 * @param candidates whether to list every match of a pattern in the source
 * @param evidence files, folders and globs with evidence that other builds wrote
 * @param checkout whether to read the sources, the history and the files of operations; without,
 *     the evidence of other builds must hold them
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
    List<String> evidence,
    boolean checkout,
    LimitCheckRequest gate) {

  public AnalysisRequest {
    sourceRoots = List.copyOf(sourceRoots);
    recordings = List.copyOf(recordings);
    gcLogs = List.copyOf(gcLogs);
    defaultPlaces = List.copyOf(defaultPlaces);
    evidence = List.copyOf(evidence);
  }

  /** A request of what is here, without evidence of other builds. */
  public AnalysisRequest(
      Path root,
      List<SourceRoot> sourceRoots,
      Charset charset,
      List<String> recordings,
      List<String> gcLogs,
      List<Path> defaultPlaces,
      String policy,
      boolean history,
      Optional<Path> cache,
      boolean candidates) {
    this(
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
        List.of(),
        true,
        LimitCheckRequest.EVERYTHING);
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
        evidence,
        checkout,
        gate);
  }

  /** The same request, with a folder that keeps what was read of sources and history. */
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
        evidence,
        checkout,
        gate);
  }

  /** The same request, with evidence that other builds wrote. */
  public AnalysisRequest merging(List<String> files) {
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
        files,
        checkout,
        gate);
  }

  /**
   * The same request of other inputs and of nothing in the default places.
   *
   * @param named recordings and logs; with evidence files, the sources are theirs
   * @param files evidence that other builds wrote
   */
  public AnalysisRequest of(List<String> named, List<String> files) {
    return new AnalysisRequest(
        root,
        sourceRoots,
        charset,
        named,
        named,
        List.of(),
        policy,
        history,
        cache,
        candidates,
        files,
        files.isEmpty(),
        gate);
  }

  /** The same request with this to decide which crossed limits count. */
  public AnalysisRequest judging(LimitCheckRequest other) {
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
        evidence,
        checkout,
        other);
  }
}
