package io.github.rustfit.rules.testing;

import static io.github.rustfit.rules.evidence.repository.History.YEAR_SECONDS;

import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates histories of the folder of {@link Situation#HOT}; few values, many collisions. */
public final class AnyHistory {

  private static final long HEAD = 10 * YEAR_SECONDS;

  private AnyHistory() {}

  /** A history, perhaps shallow or read up to an age. */
  public static Arbitrary<History> history() {
    Arbitrary<Long> end =
        Arbitraries.of(History.ALL, History.ALL, HEAD - 3 * YEAR_SECONDS, HEAD - YEAR_SECONDS / 2);
    return Combinators.combine(
            Arbitraries.of("c1", "c2"),
            Arbitraries.of(true, false),
            end,
            Arbitraries.maps(Arbitraries.of(folderOf(Situation.HOT.path()), "x"), folder()),
            Arbitraries.maps(Arbitraries.of("rust", "c"), Arbitraries.longs().between(1, 9)))
        .as(
            (head, shallow, after, folders, others) ->
                new History(
                    head, HEAD, shallow, after, new TreeMap<>(folders), new TreeMap<>(others)));
  }

  private static Arbitrary<FolderHistory> folder() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 9),
            Arbitraries.of(HEAD - 5 * YEAR_SECONDS, HEAD - YEAR_SECONDS / 3),
            Arbitraries.longs().between(0, 300),
            Arbitraries.longs().between(0, 300),
            Arbitraries.maps(Arbitraries.of("aa", "bb"), Arbitraries.longs().between(1, 9)),
            Arbitraries.integers().between(0, 50),
            Arbitraries.integers().between(0, 50))
        .as(
            (commits, first, added, lines, authors, races, others) ->
                new FolderHistory(
                    commits,
                    first,
                    HEAD,
                    added,
                    added,
                    lines,
                    new TreeMap<>(authors),
                    new TreeSet<>(fixes(races, others))));
  }

  /** So many fixes of races, and so many of which nothing is known. */
  public static List<FixCommit> fixes(int races, int others) {
    List<FixCommit> fixes = new ArrayList<>();
    for (int i = 0; i < races; i++) {
      fixes.add(fix("aaaaaaaa%04d", i, Set.of(FixClass.RACE)));
    }
    for (int i = 0; i < others; i++) {
      fixes.add(fix("bbbbbbbb%04d", i, Set.of()));
    }
    return fixes;
  }

  private static FixCommit fix(String id, int i, Set<FixClass> classes) {
    return new FixCommit(String.format(java.util.Locale.ROOT, id, i), HEAD, new TreeSet<>(classes));
  }

  /** A complete history of the folder of {@link Situation#HOT}. */
  public static History of(FolderHistory folder, Map<String, Long> otherLanguages) {
    return new History(
        "c1",
        HEAD,
        false,
        History.ALL,
        new TreeMap<>(Map.of(folderOf(Situation.HOT.path()), folder)),
        new TreeMap<>(otherLanguages));
  }

  /** The same without what happened so many years before its head, as a shallow clone has it. */
  public static History shallow(History history, double years) {
    return new History(
        history.head(),
        history.headSeconds(),
        true,
        HEAD - Math.round(years * YEAR_SECONDS),
        history.folders(),
        history.otherLanguages());
  }

  /** A folder that is so many years old, of which so many lines came in the last year. */
  public static FolderHistory folder(
      double years, long added, long lines, Map<String, Long> authors, List<FixCommit> fixes) {
    return new FolderHistory(
        9,
        HEAD - Math.round(years * YEAR_SECONDS),
        HEAD,
        added,
        added / 2,
        lines,
        new TreeMap<>(authors),
        new TreeSet<>(fixes));
  }

  /** The same repository, as a shallow clone has it and whole. */
  public record Depths(RepositoryEvidence shallow, RepositoryEvidence whole) {}

  /** Whole histories with ages of all commits, cut where a shallow clone of some depth ends. */
  public static Arbitrary<Depths> depths() {
    Arbitrary<Double> age = Arbitraries.doubles().between(0, 4);
    return Combinators.combine(
            age.list().ofMaxSize(60), age.list().ofMaxSize(60), age, age, Arbitraries.of(20L, 90L))
        .as(
            (races, others, first, depth, added) ->
                new Depths(
                    clone(races, others, first, depth, added),
                    clone(races, others, first, 100, added)));
  }

  private static RepositoryEvidence clone(
      List<Double> races, List<Double> others, double first, double depth, long added) {
    List<FixCommit> fixes = new ArrayList<>();
    for (int i = 0; i < races.size(); i++) {
      if (races.get(i) < Math.min(depth, 2)) {
        fixes.add(fix("aaaaaaaa%04d", i, Set.of(FixClass.RACE)));
      }
    }
    for (int i = 0; i < others.size(); i++) {
      if (others.get(i) < Math.min(depth, 2)) {
        fixes.add(fix("bbbbbbbb%04d", i, Set.of()));
      }
    }
    long lines = Math.round(added * Math.min(1, depth));
    History whole =
        of(folder(Math.min(first, depth), lines, 100, Map.of("aa", 1L), fixes), Map.of());
    History seen = depth < 100 ? shallow(whole, depth) : whole;
    return RepositoryEvidence.of(new TreeMap<>(Map.of(seen.head(), seen)));
  }

  private static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
