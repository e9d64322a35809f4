package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Format;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How much of a profile does not show all that its recordings did, since they were folded. */
public final class CutShares {

  private CutShares() {}

  /** Of each kind the share of what has cut stacks, 0..1; kinds of which nothing was cut miss. */
  public static SortedMap<SampleKind, Double> of(ProfileSummary profile) {
    SortedMap<SampleKind, Weight> all = new TreeMap<>();
    SortedMap<SampleKind, Weight> cut = new TreeMap<>();
    profile
        .samples()
        .forEach(
            (key, weight) -> {
              all.merge(key.kind(), weight, Weight::merge);
              if (folded(key)) {
                cut.merge(key.kind(), weight, Weight::merge);
              }
            });
    SortedMap<SampleKind, Double> shares = new TreeMap<>();
    cut.forEach((kind, part) -> shares.put(kind, share(part, all.getOrDefault(kind, part))));
    return shares;
  }

  private static boolean folded(SampleKey key) {
    List<Frame> stack = key.stack();
    Frame root = stack.isEmpty() ? Frame.CUT : stack.get(stack.size() - 1);
    return root.equals(Frame.FOLDED) || root.equals(Frame.FOLDED_BLIND);
  }

  private static double share(Weight part, Weight all) {
    return all.amount() > 0
        ? (double) part.amount() / all.amount()
        : (double) part.samples() / Math.max(1, all.samples());
  }

  /** The same in words, as {@code 4.1 % of CPU, 3.7 % of allocation}; empty for nothing. */
  public static String words(ProfileSummary profile) {
    return of(profile).entrySet().stream()
        .map(one -> Format.percent(one.getValue()) + " of " + name(one.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String name(SampleKind kind) {
    return kind == SampleKind.CPU ? "CPU" : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
