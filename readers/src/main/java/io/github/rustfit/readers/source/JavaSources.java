package io.github.rustfit.readers.source;

import com.github.javaparser.JavaParser;
import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.cache.CodeVersion;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.FileSearch;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.source.cache.SourceCache;
import io.github.rustfit.readers.source.outline.Language;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads sources of Java, and who owns what in those of other languages, several files at a time.
 * The result depends on the files alone, never on the number of threads nor on a cache; a file that
 * does not parse is a problem and the rest goes on.
 */
public final class JavaSources {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_FILES = 1_000_000;
  private static final int MAX_THREADS = 8;

  /** Room for long expressions: javac's own default is a few thousand operators deep. */
  private static final long STACK_BYTES = 16L << 20;

  private final Path root;
  private final Charset charset;
  private final Optional<CacheFolder> folder;

  /**
   * @param root the project's root: paths in the result are relative to it
   * @param charset encoding of the sources
   * @param folder keeps what was read of each file, by its content; empty for none
   */
  public JavaSources(Path root, Charset charset, Optional<CacheFolder> folder) {
    this.root = root.toAbsolutePath().normalize();
    this.charset = charset;
    this.folder = folder;
  }

  /** Sources in that encoding, all read anew. */
  public JavaSources(Path root, Charset charset) {
    this(root, charset, Optional.empty());
  }

  /** Sources in UTF-8, all read anew. */
  public JavaSources(Path root) {
    this(root, StandardCharsets.UTF_8);
  }

  /**
   * Reads all files of Java, Kotlin, Scala and Groovy below the roots; a root that does not exist
   * has none, and a file below two roots belongs to the first.
   *
   * @return evidence of source files and problems only
   */
  public Evidence read(List<SourceRoot> roots) {
    SortedSet<Problem> problems = new TreeSet<>();
    Optional<SourceCache> cache = folder.flatMap(JavaSources::open);
    List<Callable<SourceReader.Result>> tasks = tasks(roots, cache, problems);
    SortedSet<SourceFile> sources = new TreeSet<>();
    int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(threads, tasks.size())), JavaSources::thread);
    try {
      for (Future<SourceReader.Result> result : pool.invokeAll(tasks)) {
        sources.addAll(result.get().files());
        problems.addAll(result.get().problems());
      }
      cache.ifPresent(SourceCache::save);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problems.add(new Problem("", 0, "Reading sources was interrupted.", "Run it again."));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a source file escaped its reader", e.getCause());
    } finally {
      pool.shutdownNow();
    }
    return new Evidence(
        Collections.emptySortedSet(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        sources,
        problems,
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static Optional<SourceCache> open(CacheFolder folder) {
    return CodeVersion.of(List.of(SourceReader.class, SourceFile.class, JavaParser.class))
        .map(version -> SourceCache.open(folder, version));
  }

  private List<Callable<SourceReader.Result>> tasks(
      List<SourceRoot> roots, Optional<SourceCache> cache, SortedSet<Problem> problems) {
    List<Callable<SourceReader.Result>> tasks = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (SourceRoot sources : roots) {
      Path directory = root.resolve(sources.directory()).normalize();
      try {
        FileSearch.Found found =
            FileSearch.below(root, directory, JavaSources::isSource, MAX_DEPTH, MAX_FILES);
        problems.addAll(found.problems());
        for (Path file : found.files()) {
          if (seen.add(file)) {
            tasks.add(() -> new SourceReader(root, sources, charset, cache).read(file));
          }
        }
      } catch (IOException e) {
        String what = "The source root cannot be searched: " + Causes.of(e) + ".";
        problems.add(
            new Problem(RelativePath.of(root, directory), 0, what, "Check its permissions."));
      }
    }
    return tasks;
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return name.endsWith(".java") || Language.of(name).isPresent();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "rustfit-sources", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
