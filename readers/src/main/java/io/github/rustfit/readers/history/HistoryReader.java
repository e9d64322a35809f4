package io.github.rustfit.readers.history;

import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.cache.CodeVersion;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.WindowCacheConfig;

/**
 * Reads what the commits of the git repositories that hold the sources say of them. Neither the
 * environment nor the configuration of the machine or its user is looked at; nothing is run,
 * fetched or written but the cache. Sources outside any repository have no history, which is no
 * problem; a repository that cannot be read is one.
 */
public final class HistoryReader {

  private static final int DELTA_CACHE_BYTES = 96 << 20;
  private static final int PACK_CACHE_BYTES = 128 << 20;
  private static final int PACK_WINDOW_BYTES = 64 << 10;

  private final Path root;
  private final Optional<CacheFolder> cache;

  /**
   * @param root the project's root: names in the result are relative to it
   * @param cache folder that keeps what was read, by commit; empty for none
   */
  public HistoryReader(Path root, Optional<CacheFolder> cache) {
    this.root = root.toAbsolutePath().normalize();
    this.cache = cache;
  }

  /**
   * Reads the history of the folders that hold shipped sources; those that git does not know have
   * none.
   *
   * @return evidence of histories and problems only; the same with a cache and without
   */
  public Evidence read(Collection<SourceFile> sources) {
    SortedMap<Path, SortedMap<String, String>> repositories = new TreeMap<>();
    SortedSet<String> folders = new TreeSet<>();
    sources.stream()
        .filter(file -> file.role() == SourceFile.Role.MAIN)
        .forEach(file -> folders.add(Change.folder(file.path())));
    for (String folder : folders) {
      Path place = root.resolve(folder).normalize();
      WorkTree.above(place)
          .ifPresent(
              tree ->
                  repositories
                      .computeIfAbsent(tree, t -> new TreeMap<>())
                      .put(slashed(tree.relativize(place)), folder));
    }
    Evidence evidence = Evidence.EMPTY;
    for (Map.Entry<Path, SortedMap<String, String>> one : repositories.entrySet()) {
      evidence = evidence.merge(readQuietly(one.getKey(), one.getValue()));
    }
    return evidence;
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private Evidence readQuietly(Path workTree, SortedMap<String, String> folders) {
    return QuietSystem.during(
        () -> {
          makeRoom();
          return readRepository(workTree, folders);
        });
  }

  /** Room for the trees that commits have in common; JGit's own default holds a tenth of it. */
  private static void makeRoom() {
    WindowCacheConfig room = new WindowCacheConfig();
    room.setDeltaBaseCacheLimit(DELTA_CACHE_BYTES);
    room.setPackedGitLimit(PACK_CACHE_BYTES);
    room.setPackedGitWindowSize(PACK_WINDOW_BYTES);
    room.install();
  }

  private Evidence readRepository(Path workTree, SortedMap<String, String> folders) {
    String where = RelativePath.of(root, workTree.resolve(".git"));
    try (Repository repository = WorkTree.open(workTree)) {
      if (CloneKind.sha256(repository)) {
        return problem(
            where,
            "The git history is not known: the repository names its objects by SHA-256"
                + " (extensions.objectFormat), which cannot be read here.",
            "All else was read; switch rustfit.history off to be told no more.");
      }
      ObjectId head = new Refs(repository).head().orElse(null);
      if (head == null) {
        return Evidence.EMPTY; // no commit yet
      }
      Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
      Optional<String> version =
          cache.flatMap(
              folder ->
                  CodeVersion.of(List.of(HistoryReader.class, History.class, Repository.class)));
      String key = HistoryCache.key(version.orElse(""), dependencies(head, shallow, folders));
      Optional<HistoryCache> entries = version.flatMap(known -> cache.map(HistoryCache::new));
      Optional<Evidence> kept = entries.flatMap(folder -> folder.get(key));
      if (kept.isPresent()) {
        return kept.get();
      }
      HistoryWalk walk = new HistoryWalk(repository, folders, where, CloneKind.of(repository));
      Evidence evidence = evidence(walk.read(head, shallow), walk.problems());
      if (walk.problems().isEmpty()) {
        entries.ifPresent(folder -> folder.put(key, evidence));
      }
      return evidence;
    } catch (IOException e) {
      return unreadable(where, Causes.of(e));
    } catch (RuntimeException e) {
      return unreadable(where, e.getClass().getSimpleName());
    }
  }

  private static List<String> dependencies(
      ObjectId head, Set<ObjectId> shallow, SortedMap<String, String> folders) {
    List<String> parts = new ArrayList<>();
    parts.add(head.name());
    shallow.stream().map(ObjectId::name).sorted().forEach(parts::add);
    folders.forEach(
        (folder, name) -> {
          parts.add("folder " + folder);
          parts.add(name);
        });
    return parts;
  }

  private static Evidence evidence(History history, List<Problem> problems) {
    return Evidence.of(new TreeSet<>(problems))
        .with(RepositoryEvidence.of(new TreeMap<>(Map.of(history.head(), history))));
  }

  private static Evidence unreadable(String where, String cause) {
    return problem(
        where,
        "The git history cannot be read: " + cause + ".",
        "Check the repository with git fsck, or switch rustfit.history off.");
  }

  private static Evidence problem(String where, String message, String remedy) {
    return Evidence.of(new TreeSet<>(List.of(new Problem(where, 0, message, remedy))));
  }
}
