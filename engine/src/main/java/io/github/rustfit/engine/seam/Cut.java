package io.github.rustfit.engine.seam;

import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.component.Passages;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the methods to cut at. A stack is cut at the outermost method that is admitted, as an inner
 * one is called no less often; of those the ones with most samples are taken until they cover
 * enough.
 */
final class Cut {

  private static final Set<String> BODIES = Set.of("run", "call", "main");

  private final Passages passages;
  private final long all;
  private final Map<Member, Long> through = new HashMap<>();
  private final Map<Member, Long> inner = new HashMap<>();
  private final Map<Member, Entry> entries = new HashMap<>();

  Cut(Passages passages, Types types) {
    this.passages = passages;
    this.all = passages.all().amount();
    passages
        .inside()
        .forEach(
            (path, weight) -> {
              for (int i = 0; i < path.size(); i++) {
                through.merge(path.get(i), weight.amount(), Long::sum);
                if (i > 0) {
                  inner.merge(path.get(i), weight.amount(), Long::sum);
                }
              }
            });
    through.forEach(
        (member, amount) -> {
          boolean callable = !member.method().name().startsWith("<");
          if (callable && amount >= Seam.LEAST_ENTRY.value() * all) {
            entries.put(member, entry(member, amount, types));
          }
        });
  }

  private Entry entry(Member member, long amount, Types types) {
    long outside = passages.outside(member).amount();
    double total = (double) amount + outside;
    return new Entry(
        member,
        (double) amount / all,
        (double) inner.getOrDefault(member, 0L) / amount,
        outside / total,
        loop(member, total),
        types.crossing(member));
  }

  /** What a thread or a program begins with runs long, not often. */
  private boolean loop(Member member, double total) {
    boolean takesNothing =
        member
            .method()
            .signature()
            .filter(
                signature ->
                    signature.parameters().isEmpty()
                        || signature.parameters().equals(List.of("java.lang.String[]")))
            .isPresent();
    return takesNothing
        && BODIES.contains(member.method().name())
        && passages.first(member).amount() * 2 >= total;
  }

  /** Methods that together cover enough, the most important first; as far as they can. */
  List<Entry> at(Ease admitted) {
    Map<List<Member>, Long> open = new LinkedHashMap<>();
    passages.inside().forEach((path, weight) -> open.put(path, weight.amount()));
    List<Entry> chosen = new ArrayList<>();
    long covered = 0;
    while (covered < Seam.ENOUGH.value() * all && chosen.size() < Seam.MOST_ENTRIES.value()) {
      Map<Member, Long> gains = new HashMap<>();
      open.forEach(
          (path, amount) ->
              outermost(path, admitted)
                  .ifPresent(entry -> gains.merge(entry.member(), amount, Long::sum)));
      Optional<Entry> best =
          gains.entrySet().stream()
              .filter(gain -> gain.getValue() >= Seam.LEAST_ENTRY.value() * all)
              .min(
                  Comparator.<Map.Entry<Member, Long>>comparingLong(gain -> -gain.getValue())
                      .thenComparing(Map.Entry::getKey))
              .map(gain -> entries.get(gain.getKey()));
      if (best.isEmpty()) {
        break;
      }
      Entry entry = best.get();
      chosen.add(entry);
      covered = covered(chosen);
      open.keySet().removeIf(path -> path.contains(entry.member()));
    }
    return chosen;
  }

  private Optional<Entry> outermost(List<Member> path, Ease admitted) {
    for (Member member : path) {
      Entry entry = entries.get(member);
      if (entry != null && entry.ease().compareTo(admitted) <= 0) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Methods that at least so much passes through, the most first; loops of threads among them. */
  List<Entry> through(double amount) {
    return entries.values().stream()
        .filter(entry -> through.getOrDefault(entry.member(), 0L) >= amount)
        .sorted(
            Comparator.<Entry>comparingDouble(entry -> -entry.share()).thenComparing(Entry::member))
        .toList();
  }

  /** What passes through at least one of them, in the unit of the samples. */
  long covered(List<Entry> chosen) {
    Set<Member> members = new HashSet<>();
    chosen.forEach(entry -> members.add(entry.member()));
    long covered = 0;
    for (Map.Entry<List<Member>, Weight> path : passages.inside().entrySet()) {
      if (path.getKey().stream().anyMatch(members::contains)) {
        covered += path.getValue().amount();
      }
    }
    return covered;
  }

  /** Share of the component's CPU that comes in through a loop of its own, 0..1. */
  double looping(String name) {
    long looping = 0;
    for (Entry entry : entries.values()) {
      if (entry.loop() && (name.isEmpty() || entry.member().method().name().equals(name))) {
        looping = Math.max(looping, covered(List.of(entry)));
      }
    }
    return all == 0 ? 0 : (double) looping / all;
  }
}
