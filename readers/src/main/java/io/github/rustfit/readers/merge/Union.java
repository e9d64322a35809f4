package io.github.rustfit.readers.merge;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Evidence of several builds of one state of the code: each file of it has one content. */
final class Union {

  private static final String HERE = "the checked-out sources";

  /** A file of the code and the build that it was read by. */
  private record Seen<T>(T content, String by) {}

  private final Map<String, Seen<SourceFile>> sources = new HashMap<>();
  private final Map<String, Seen<OperationsFile>> operations = new HashMap<>();
  private Evidence evidence = Evidence.EMPTY;

  Union(Evidence here) {
    add(HERE, here);
  }

  Evidence evidence() {
    return evidence;
  }

  /**
   * Adds what another build wrote.
   *
   * @param by name of the file, for problems
   * @throws RuntimeException if figures contradict each other; nothing is added then
   */
  void add(String by, Evidence other) {
    SortedSet<Problem> problems = new TreeSet<>(other.problems());
    Map<String, Seen<SourceFile>> newSources = new HashMap<>();
    SortedSet<SourceFile> ours = new TreeSet<>();
    for (SourceFile one : other.sources()) {
      if (fits(sources, newSources, one.path(), one, by, problems)) {
        ours.add(one);
      }
    }
    Map<String, Seen<OperationsFile>> newOperations = new HashMap<>();
    SortedSet<OperationsFile> files = new TreeSet<>();
    for (OperationsFile one : other.repository().operations()) {
      if (fits(operations, newOperations, one.path(), one, by, problems)) {
        files.add(one);
      }
    }
    Evidence merged =
        evidence.merge(
            new Evidence(
                other.inputs(),
                other.profiles(),
                other.gcLogs(),
                other.gcRuns(),
                other.recordedGcs(),
                ours,
                problems,
                other.repository().with(files),
                other.folds()));
    ProfileSummary profile = merged.profile();
    for (SampleKind kind : SampleKind.values()) {
      Weight total = profile.total(kind);
      if (total.samples() == Long.MAX_VALUE || total.amount() == Long.MAX_VALUE) {
        throw new IllegalArgumentException(kind + " adds up to more than a number holds");
      }
    }
    merged.gc();
    evidence = merged;
    newSources.forEach(sources::putIfAbsent);
    newOperations.forEach(operations::putIfAbsent);
  }

  private static <T> boolean fits(
      Map<String, Seen<T>> known,
      Map<String, Seen<T>> fresh,
      String path,
      T content,
      String by,
      SortedSet<Problem> problems) {
    Seen<T> seen = known.containsKey(path) ? known.get(path) : fresh.get(path);
    if (seen == null) {
      fresh.put(path, new Seen<>(content, by));
      return true;
    }
    if (!seen.content().equals(content)) {
      problems.add(
          new Problem(
              by,
              0,
              path + " has another content here than in " + seen.by() + ", which is taken.",
              "Merge evidence of builds of the same commit by the same version of rustfit."));
    }
    return seen.content().equals(content);
  }
}
