package io.github.rustfit.engine.patterns;

import io.github.rustfit.rules.component.LineSamples;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The matches of a component that look like defects. */
public final class Suspects {

  /** Most findings of one pattern; the rest is in the count. */
  private static final int LISTED = 10;

  private record Suspect(SourceFile file, PatternMatch match, Share cpu) {}

  private final Map<DefectPattern, List<Suspect>> byPattern =
      new TreeMap<>(Comparator.comparing(DefectPattern::id));

  private Suspects() {}

  /** Those of the context's component. */
  public static Suspects of(RuleContext context) {
    Suspects suspects = new Suspects();
    for (SourceFile file : context.sources()) {
      for (PatternMatch match : file.patterns()) {
        if (Patterns.find(match.pattern()).orElse(null) instanceof DefectPattern pattern) {
          suspects
              .byPattern
              .computeIfAbsent(pattern, p -> new ArrayList<>())
              .add(new Suspect(file, match, cpu(context, file, match)));
        }
      }
    }
    return suspects;
  }

  private static Share cpu(RuleContext context, SourceFile file, PatternMatch match) {
    if (!context.has(Need.CPU_PROFILE)) {
      return Share.UNKNOWN;
    }
    LineSamples lines = context.attribution().lines();
    Weight own = lines.ofMethod(file.path(), match.className(), match.method(), SampleKind.CPU);
    Weight total = context.attribution().total(SampleKind.CPU);
    return Share.weighted(own.amount(), total.amount(), total.effectiveSamples());
  }

  /** How many there are of each pattern that can speak for Rust, or of each that cannot. */
  public String counts(boolean speaking) {
    return byPattern.entrySet().stream()
        .filter(one -> one.getKey().speaks() == speaking)
        .map(one -> one.getKey().id() + " " + Format.count(one.getValue().size()))
        .collect(Collectors.joining(", "));
  }

  /** The ones that can speak for Rust, those on the hottest methods first. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    byPattern.forEach(
        (pattern, suspects) -> {
          if (pattern.speaks()) {
            suspects.stream()
                .sorted(
                    Comparator.<Suspect>comparingDouble(one -> -one.cpu().value())
                        .thenComparing(one -> one.file().path())
                        .thenComparing(Suspect::match))
                .limit(LISTED)
                .forEach(one -> findings.add(finding(pattern, one)));
          }
        });
    return findings;
  }

  private static Finding finding(DefectPattern pattern, Suspect one) {
    boolean hot = one.cpu().certainlyAtLeast(HotPattern.HOT);
    String where =
        hot ? ", in a method that owns " + Format.percent(one.cpu()) + " of CPU samples" : "";
    return new Finding(
        pattern.id(),
        Matches.id(one.match()),
        Level.NOTE,
        one.file().path(),
        one.match().firstLine(),
        pattern.title()
            + Matches.subject(one.match())
            + " in "
            + Matches.place(one.match())
            + where
            + ": "
            + pattern.rust().text()
            + ". It may be correct as it is.",
        pattern.remedy(),
        false,
        false,
        Finding.Measured.NOTHING);
  }
}
