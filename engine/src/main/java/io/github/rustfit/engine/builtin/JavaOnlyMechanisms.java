package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.MechanismUse.Mechanism;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether the component's own source rests on what only a JVM has. */
public final class JavaOnlyMechanisms implements Rule {

  private static final String SOURCE = "project assumption: a utility or two can be written anew";
  private static final Threshold FILES =
      new Threshold("files with reflection or class loading", 5, "files", SOURCE);
  private static final Threshold PART =
      new Threshold("part of the component's files", 0.1, "share", SOURCE);

  /** Not to be had outside a JVM, whatever the amount. */
  private static final Set<Mechanism> VETOES = Set.of(Mechanism.BYTECODE, Mechanism.SERIALIZATION);

  /** To be written anew as long as they do not carry the design. */
  private static final Set<Mechanism> SPREADING =
      Set.of(Mechanism.REFLECTION, Mechanism.DYNAMIC_PROXY, Mechanism.CLASS_LOADING);

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "java-only-mechanisms",
        "Free of what only a JVM has",
        "No if its source uses Java serialization beyond its own memory, generates classes at run"
            + " time, or uses reflection in at least 5 files and 10 % of them.",
        Topic.ECOSYSTEM,
        Role.NECESSARY,
        Set.of(),
        List.of(FILES, PART));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Map<Mechanism, SortedMap<String, Integer>> found = new EnumMap<>(Mechanism.class);
    for (SourceFile file : context.sources()) {
      for (MechanismUse use : file.mechanisms()) {
        found
            .computeIfAbsent(use.mechanism(), mechanism -> new TreeMap<>())
            .putIfAbsent(file.path(), use.line());
      }
    }
    if (found.isEmpty() && context.sources().stream().anyMatch(file -> !file.java())) {
      return Outcome.unknown(
          "Look yourself whether its files that are not Java use reflection, serialization or"
              + " generated classes.");
    }
    if (found.isEmpty()) {
      return Outcome.yes(
          Fact.repository(
              context.sources().isEmpty()
                  ? "There is no source that uses reflection, serialization or generated classes."
                  : "Its source uses no reflection, serialization, class loaders or generated"
                      + " classes."));
    }
    long spread =
        context.sources().stream()
            .filter(
                file ->
                    file.mechanisms().stream().anyMatch(use -> SPREADING.contains(use.mechanism())))
            .count();
    boolean everywhere =
        spread >= FILES.value() && spread >= PART.value() * context.sources().size();
    List<Fact> facts = new ArrayList<>();
    boolean refused = false;
    for (Map.Entry<Mechanism, SortedMap<String, Integer>> one : found.entrySet()) {
      boolean veto =
          VETOES.contains(one.getKey()) || (everywhere && SPREADING.contains(one.getKey()));
      refused |= veto;
      facts.add(Fact.repository(text(one.getKey(), veto) + places(one.getValue()) + "."));
    }
    return Outcome.of(refused ? Answer.NO : Answer.YES, facts, List.of(), List.of());
  }

  private static String places(SortedMap<String, Integer> lines) {
    return Listed.first(
        lines.entrySet().stream().map(one -> one.getKey() + ":" + one.getValue()).toList());
  }

  private static String text(Mechanism mechanism, boolean veto) {
    return switch (mechanism) {
      case SERIALIZATION ->
          "It reads or writes Java serialization, which no other language speaks; change the format"
              + " first: ";
      case BYTECODE -> "It generates classes at run time, which has no counterpart in Rust: ";
      case SERIALIZED_COPY ->
          "It copies objects by serialization within memory, to be written anew: ";
      case REFLECTION ->
          veto
              ? "Reflection is all over it, and Rust has none: "
              : "Cost: reflection in few files, to be written anew: ";
      case DYNAMIC_PROXY ->
          veto
              ? "Dynamic proxies are part of its design, and Rust has none: "
              : "Cost: dynamic proxies, to be written anew as wrappers or macros: ";
      case CLASS_LOADING ->
          veto
              ? "It loads classes of its own choice, and Rust links when it is built: "
              : "Cost: it loads classes itself, to be written anew as features or plug-in"
                  + " processes: ";
    };
  }
}
