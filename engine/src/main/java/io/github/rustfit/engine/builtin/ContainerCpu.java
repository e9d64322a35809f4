package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.bytes;
import static io.github.rustfit.rules.stats.Format.number;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.Optional;

/** What a container's size makes the JVM choose by itself. */
final class ContainerCpu {

  private static final String SOURCE =
      "HotSpot, os::is_server_class_machine: 2 processors and 2 GiB less 256 MiB";
  static final Threshold CPUS = new Threshold("processors", 2, "processors", SOURCE);
  static final Threshold MEMORY = new Threshold("memory", 1792, "MiB", SOURCE);

  /** Thousandths in a CPU. */
  private static final double MILLI = 1000;

  private ContainerCpu() {}

  /** Adds notes on the collector and on throttling; none of them decides. */
  static void look(JavaContainer container, List<Fact> facts, List<Finding> findings) {
    Optional<JavaContainer.Placed> cpu = container.own(Kind.CPU_LIMIT);
    Optional<JavaContainer.Placed> memory = container.own(Kind.MEMORY_LIMIT);
    boolean chosen =
        container.option("-XX:+Use").isPresent()
            || container.option("-XX:ActiveProcessorCount=").isPresent();
    if (!chosen && container.commandSeen()) {
      cpu.filter(limit -> processors(limit) < CPUS.value())
          .or(() -> memory.filter(limit -> limit.fact().number() < MEMORY.value() * (1 << 20)))
          .ifPresent(limit -> serial(container, limit, facts, findings));
    }
    cpu.filter(limit -> limit.fact().number() % MILLI != 0)
        .ifPresent(limit -> throttled(container, limit, facts, findings));
  }

  /** HotSpot rounds a quota up to whole processors. */
  private static double processors(JavaContainer.Placed limit) {
    return Math.ceil(limit.fact().number() / MILLI);
  }

  private static void serial(
      JavaContainer container,
      JavaContainer.Placed limit,
      List<Fact> facts,
      List<Finding> findings) {
    String text =
        container.subject()
            + " is limited to "
            + (limit.fact().kind() == Kind.CPU_LIMIT
                ? number(limit.fact().number() / MILLI) + " CPU"
                : bytes(limit.fact().number()))
            + " ("
            + limit.place()
            + ") and no collector is chosen: the JVM takes the serial one, whose pauses grow with"
            + " the heap.";
    facts.add(Fact.repository(text));
    findings.add(
        ContainerHeap.finding(
            container,
            "collector",
            Level.NOTE,
            limit,
            text,
            "Say what you want: -XX:+UseSerialGC if it is meant, otherwise -XX:+UseG1GC or"
                + " -XX:+UseZGC and at least 2 CPUs and 1,792 MiB."));
  }

  private static void throttled(
      JavaContainer container,
      JavaContainer.Placed limit,
      List<Fact> facts,
      List<Finding> findings) {
    String text =
        container.subject()
            + " may use "
            + number(limit.fact().number() / MILLI)
            + " CPU ("
            + limit.place()
            + "), and the JVM counts "
            + number(processors(limit))
            + ": its collector and compiler threads use up the quota and are throttled, which"
            + " lengthens pauses.";
    facts.add(Fact.repository(text));
    findings.add(
        ContainerHeap.finding(
            container,
            "throttling",
            Level.NOTE,
            limit,
            text,
            "Limit to whole CPUs, or request CPUs without a limit, and watch nr_throttled in"
                + " cpu.stat."));
  }
}
