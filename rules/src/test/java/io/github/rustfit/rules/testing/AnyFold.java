package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.Fold;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes sums of several inputs of what evidence has. */
final class AnyFold {

  private AnyFold() {}

  /** The same evidence, in half of the cases with a sum. */
  static Arbitrary<Evidence> of(Evidence evidence) {
    return fold().list().ofMaxSize(1).map(folds -> folded(evidence, folds));
  }

  /** Sums of some of the inputs. */
  private static Arbitrary<Fold> fold() {
    Arbitrary<Set<String>> members = Arbitraries.of("aa", "bb", "cc").set().ofMinSize(1);
    return Combinators.combine(members, Arbitraries.of(0L, 500L))
        .as((some, share) -> new Fold(new TreeSet<>(some), share));
  }

  /** The same in which the first of each are sums. */
  private static Evidence folded(Evidence evidence, List<Fold> folds) {
    SortedMap<String, Fold> byKey = new TreeMap<>();
    folds.forEach(fold -> byKey.put(fold.share() + "-" + fold.members(), fold));
    return new Evidence(
        evidence.inputs(),
        first(evidence.profiles(), byKey.keySet()),
        first(evidence.gcLogs(), byKey.keySet()),
        evidence.gcRuns(),
        first(evidence.recordedGcs(), byKey.keySet()),
        evidence.sources(),
        evidence.problems(),
        evidence.repository(),
        byKey);
  }

  private static <V> SortedMap<String, V> first(SortedMap<String, V> map, Set<String> keys) {
    SortedMap<String, V> named = new TreeMap<>(map);
    for (String key : keys) {
      if (!named.isEmpty()) {
        named.put(key, Objects.requireNonNull(named.remove(named.firstKey())));
      }
    }
    return named;
  }
}
