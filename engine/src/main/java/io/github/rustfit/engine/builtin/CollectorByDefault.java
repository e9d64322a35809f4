package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.bytes;

import io.github.rustfit.engine.jvm.JdkFeature;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the JVM chose the serial collector because its container is small. */
public final class CollectorByDefault implements Rule {

  private static final String ID = "collector-by-default";
  private static final String SOURCE =
      "HotSpot, os::is_server_class_machine: 2 processors and 2 GiB less 256 MiB";
  private static final Threshold CPUS = new Threshold("processors", 2, "processors", SOURCE);
  private static final Threshold MEMORY = new Threshold("memory", 1792, "MiB", SOURCE);

  /** JEP 523: G1 is the default in all environments. */
  private static final int G1_EVERYWHERE = 27;

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.supporting(
        ID,
        "Collector chosen by default",
        "Warns if the serial collector runs because the JVM saw fewer than 2 processors or less than"
            + " 1,792 MiB, up to JDK 26.",
        CPUS,
        MEMORY);
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
    GcSetup setup = context.gc().details().setup();
    if (!context.gc().collectors().contains("Serial")) {
      return Tuning.nothing("The serial collector is not in use.");
    }
    if (setup.flags().stream().anyMatch(flag -> flag.equals("-XX:+UseSerialGC"))) {
      return Tuning.nothing("The serial collector was chosen by -XX:+UseSerialGC.");
    }
    if (JdkFeature.oldest(context).orElse(0) >= G1_EVERYWHERE) {
      return Tuning.nothing(
          "From JDK "
              + G1_EVERYWHERE
              + " on G1 is the default in all environments (JEP 523), so the size of the machine is"
              + " not why the serial collector runs.");
    }
    List<String> small = new ArrayList<>();
    if (!setup.cpus().isEmpty() && setup.cpus().first() < CPUS.value()) {
      small.add("1 processor");
    }
    if (!setup.memoryBytes().isEmpty()
        && setup.memoryBytes().first() < MEMORY.value() * (1 << 20)) {
      small.add(bytes(setup.memoryBytes().first()) + " of memory");
    }
    if (small.isEmpty()) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    String fact =
        "The serial collector runs because the JVM saw "
            + String.join(" and ", small)
            + ", not because somebody chose it.";
    return Outcome.no(Fact.measured(fact))
        .with(
            List.of(
                Tuning.finding(
                    ID,
                    Level.NOTE,
                    fact,
                    "Say what you want: -XX:+UseSerialGC if it is meant, otherwise -XX:+UseG1GC or"
                        + " -XX:+UseZGC and a container of at least 2 CPUs and 1,792 MiB.")));
  }
}
