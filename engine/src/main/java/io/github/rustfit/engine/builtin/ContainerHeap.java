package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.bytes;
import static io.github.rustfit.rules.stats.Format.number;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the JVM's heap fits the container that its manifest gives it. */
public final class ContainerHeap implements Rule {

  static final String ID = "container-heap";

  private static final String BESIDE =
      "project assumption; beside the heap stand code cache (240 MiB reserved), metaspace, stacks"
          + " and direct buffers";
  private static final Threshold SHARE = new Threshold("heap in the limit", 0.85, "share", BESIDE);
  private static final Threshold ROOM = new Threshold("room beside the heap", 1024, "MiB", BESIDE);

  private static final double MIB = 1 << 20;

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Heap fits the container",
        "No if a manifest lets the heap take more than 85 % of the container's memory and leaves less"
            + " than 1,024 MiB beside it.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(),
        List.of(SHARE, ROOM, ContainerCpu.CPUS, ContainerCpu.MEMORY));
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<Fact> against = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (JavaContainer container : JavaContainer.of(context)) {
      container
          .own(Kind.MEMORY_LIMIT)
          .ifPresent(limit -> heap(container, limit, facts, against, findings));
      ContainerCpu.look(container, facts, findings);
    }
    if (!against.isEmpty()) {
      return Outcome.of(Answer.NO, against, findings, List.of());
    }
    Optional<String> unread = unread(context);
    if (unread.isPresent()) {
      return Outcome.of(
          Answer.UNKNOWN,
          facts,
          findings,
          List.of(
              "The containers in "
                  + unread.get()
                  + " cannot be read: render or correct it, e.g. helm template … > rendered.yaml in"
                  + " the project's folder."));
    }
    if (facts.isEmpty()) {
      facts.add(
          Fact.repository("No manifest in the repository gives a JVM a container of some size."));
    }
    return Outcome.of(Answer.YES, facts, findings, List.of());
  }

  /**
   * A file whose containers could not be read, unless another file of its kind shows containers:
   * that is where a rendered template is found.
   */
  private static Optional<String> unread(RuleContext context) {
    List<OperationsFile> files =
        context.repository().operations().stream()
            .filter(file -> file.concerns(context.component().module()))
            .toList();
    Set<OperationsFile.Kind> shown = EnumSet.noneOf(OperationsFile.Kind.class);
    files.stream()
        .filter(file -> !file.facts(Kind.IMAGE).isEmpty())
        .forEach(file -> shown.add(file.kind()));
    return files.stream()
        .filter(file -> !file.facts(Kind.UNREAD).isEmpty() && !shown.contains(file.kind()))
        .map(OperationsFile::path)
        .findFirst();
  }

  private static void heap(
      JavaContainer container,
      JavaContainer.Placed limit,
      List<Fact> facts,
      List<Fact> against,
      List<Finding> findings) {
    double most = limit.fact().number();
    Optional<HeapSetting> setting = HeapSetting.of(container, most);
    if (setting.isEmpty()) {
      if (container.commandSeen()) {
        facts.add(Fact.repository(unset(container, limit)));
        findings.add(
            finding(
                container,
                "default",
                Level.NOTE,
                limit,
                unset(container, limit),
                "Say what the heap may take: -XX:MaxRAMPercentage=75 in JAVA_TOOL_OPTIONS, or -Xmx,"
                    + " as far as the rest of the process leaves room."));
      }
      return;
    }
    double heap = setting.get().bytes();
    String text =
        "The heap of "
            + container.subject()
            + " may grow to "
            + bytes(heap)
            + " ("
            + setting.get().option().fact().value()
            + ", "
            + setting.get().option().place()
            + ") in a container of "
            + bytes(most)
            + " ("
            + limit.place()
            + "), "
            + percent(heap / most)
            + " of it.";
    if (heap > SHARE.value() * most && most - heap < ROOM.value() * MIB) {
      against.add(Fact.repository(text));
      findings.add(
          finding(
              container,
              "room",
              Level.WARNING,
              setting.get().option(),
              text + " With what stands beside the heap, the container is killed when it fills.",
              "Raise the limit, or lower the heap to about 75 % of it (-XX:MaxRAMPercentage=75), and"
                  + " watch the resident memory under load."));
    } else {
      facts.add(Fact.repository(text));
    }
  }

  private static String unset(JavaContainer container, JavaContainer.Placed limit) {
    double most = limit.fact().number();
    return "No heap setting was found for "
        + container.subject()
        + ", limited to "
        + bytes(most)
        + " ("
        + limit.place()
        + "): by default the JVM takes "
        + number(HeapSetting.defaultPercent(most))
        + " % of it, "
        + bytes(most * HeapSetting.defaultPercent(most) / 100)
        + ", as heap at most.";
  }

  static Finding finding(
      JavaContainer container,
      String matter,
      Level level,
      JavaContainer.Placed at,
      String message,
      String remedy) {
    String id = ID + ":" + matter + ":" + container.path() + ":" + container.subject();
    return new Finding(
            ID,
            id,
            level,
            at.path(),
            at.fact().line(),
            message,
            remedy,
            false,
            false,
            Finding.Measured.NOTHING)
        .ofProcess();
  }
}
