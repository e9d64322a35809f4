package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.jvm.JdkFeature;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Whether the JVM is new enough for the tuning that would be tried first. */
public final class JdkVersion implements Rule {

  private static final Threshold FLOOR =
      new Threshold("JDK", 21, "feature release", "JEP 439: generational ZGC");

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
    Optional<Outcome> settled = Tuning.settled(context, Aim.values());
    if (settled.isPresent()) {
      return settled.get();
    }
    OptionalInt oldest = JdkFeature.oldest(context);
    if (oldest.isEmpty()) {
      return Outcome.unknown(
          "Attach a recording, or a GC log with its first lines (-Xlog:gc*), which name the JVM's"
              + " version.");
    }
    Fact fact =
        Fact.measured(
            "The recorded JVM is " + String.join(", ", JdkFeature.versions(context)) + ".");
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
                        "Run the newest JDK you can, 25 or at least 21: generational ZGC (21), smaller"
                            + " object headers with -XX:+UseCompactObjectHeaders (25; by default in"
                            + " 27, JEP 534), an AOT cache for starts (24; with any collector from"
                            + " 26, JEP 516), and record again.",
                        true,
                        false,
                        Finding.Measured.NOTHING)
                    .ofProcess()));
  }
}
