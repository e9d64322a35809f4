package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the CPU samples of one component come in, which of its packages own them, and which
 * libraries they go out to.
 */
final class Crossings {

  private record Way(String caller, Place place) {}

  /**
   * Where a sample goes out to.
   *
   * @param library root package
   * @param artifact name of the archive, or the root package again
   */
  record Out(String library, String artifact) {}

  private final Map<Way, Weight> entered = new HashMap<>();
  private final Map<String, Weight> libraries = new HashMap<>();
  private final Map<String, Weight> artifacts = new HashMap<>();
  private final Map<String, Weight> packages = new HashMap<>();
  private Weight all = Weight.ZERO;

  void add(String caller, Place entry, String owner, Out out, Weight weight) {
    all = all.merge(weight);
    packages.merge(owner, weight, Weight::merge);
    entered.merge(new Way(caller, entry), weight, Weight::merge);
    libraries.merge(out.library(), weight, Weight::merge);
    artifacts.merge(out.artifact(), weight, Weight::merge);
  }

  /** Entry points by share, the largest first. */
  List<EntryPoint> entryPoints() {
    Map<Way, Weight> sums = new HashMap<>();
    Map<Way, Place> hottest = new HashMap<>();
    entered.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Way, Weight>>comparingLong(line -> -line.getValue().amount())
                .thenComparing(line -> line.getKey().place()))
        .forEach(
            line -> {
              Way way = new Way(line.getKey().caller(), line.getKey().place().ofMethod());
              sums.merge(way, line.getValue(), Weight::merge);
              hottest.putIfAbsent(way, line.getKey().place());
            });
    return sums.entrySet().stream()
        .map(
            way ->
                new EntryPoint(
                    way.getKey().caller(),
                    hottest.getOrDefault(way.getKey(), way.getKey().place()),
                    shareOf(way.getValue())))
        .sorted(
            Comparator.<EntryPoint>comparingDouble(entry -> -entry.share().value())
                .thenComparing(EntryPoint::place)
                .thenComparing(EntryPoint::caller))
        .toList();
  }

  /** Libraries by share, the largest first. */
  List<LibraryShare> libraries() {
    return largest(libraries);
  }

  /** The same by artifact. */
  List<LibraryShare> artifacts() {
    return largest(artifacts);
  }

  private List<LibraryShare> largest(Map<String, Weight> parts) {
    return parts.entrySet().stream()
        .map(library -> new LibraryShare(library.getKey(), shareOf(library.getValue())))
        .sorted(
            Comparator.<LibraryShare>comparingDouble(library -> -library.share().value())
                .thenComparing(LibraryShare::name))
        .toList();
  }

  /** Packages that own the samples by share, the largest first. */
  List<PackageShare> packages() {
    return packages.entrySet().stream()
        .map(one -> new PackageShare(one.getKey(), shareOf(one.getValue())))
        .sorted(
            Comparator.<PackageShare>comparingDouble(one -> -one.share().value())
                .thenComparing(PackageShare::name))
        .toList();
  }

  private Share shareOf(Weight part) {
    return Share.weighted(part.amount(), all.amount(), all.effectiveSamples());
  }
}
