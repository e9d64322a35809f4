package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the JVM is new enough for the tuning that would be tried first. */
public final class JdkVersion implements Rule {

  private static final Threshold FLOOR =
      new Threshold("JDK", 21, "feature release", "JEP 439: generational ZGC");
  private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d{1,4})\\b.*");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "jdk-version",
        "JDK version",
        "No if the recorded JVM is older than JDK 21, the first with a generational low-pause"
            + " collector.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(),
        List.of(FLOOR));
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (Tuning.ofTests(context)) {
      return Tuning.onlyTests();
    }
    SortedSet<String> versions = new TreeSet<>(context.gc().jvmVersions());
    versions.addAll(context.profile().jvmVersions());
    OptionalInt oldest =
        versions.stream().map(JdkVersion::feature).flatMapToInt(OptionalInt::stream).min();
    if (oldest.isEmpty()) {
      return Outcome.unknown(
          "Attach a recording, or a GC log with its first lines (-Xlog:gc*), which name the JVM's"
              + " version.");
    }
    Fact fact = Fact.measured("The recorded JVM is " + String.join(", ", versions) + ".");
    if (oldest.getAsInt() >= FLOOR.value()) {
      return Outcome.yes(fact);
    }
    return Outcome.no(fact)
        .with(
            List.of(
                new Finding(
                        "jdk-version",
                        "jdk-version",
                        Level.WARNING,
                        "",
                        0,
                        "The recorded JVM is JDK " + oldest.getAsInt() + ".",
                        "Run JDK 25 (or 21): generational ZGC, smaller object headers with"
                            + " -XX:+UseCompactObjectHeaders (JDK 25), and record again.",
                        true,
                        false,
                        Finding.Measured.NOTHING)
                    .ofProcess()));
  }

  /** The feature release of a version string: 17 of {@code 17.0.15+6}, 8 of {@code 1.8.0_402}. */
  static OptionalInt feature(String version) {
    Matcher matcher = FEATURE.matcher(version);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
