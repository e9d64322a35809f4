package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.patterns.HotCost;
import io.github.rustfit.engine.patterns.HotLine;
import io.github.rustfit.engine.patterns.HotLines;
import io.github.rustfit.engine.patterns.HotPattern;
import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether hot lines follow patterns that a few lines of Java cure. */
public final class HotLineFixes implements Rule {

  private static final Threshold WORTH =
      new Threshold(
          "CPU of one confirmed fix, with what the collector takes for its bytes",
          0.05,
          "share",
          "project assumption: as much as two runs of one program differ by on a quiet machine");

  /** Half of 1 − 1/1.25, the gain below which {@link SpeedUpWorth} calls no migration worth it. */
  private static final Threshold TOGETHER =
      new Threshold(
          "the same of all confirmed fixes",
          0.1,
          "share",
          "half of the gain that a speed-up of 1.25× takes: (1 − 1/1.25) / 2");

  private static final String COLLECTOR_UNKNOWN =
      "Attach a GC log with -Xlog:gc* and a recording with jdk.CPULoad: they tell what the collector"
          + " takes, and with it what the bytes of the hot lines cost.";

  /** Share from which a confirmed fix is a warning. */
  private static final double SHOWN_FROM = 0.01;

  private static final int SHOWN = 5;
  private static final int LISTED = 50;

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "hot-line-fixes",
        "Hot lines that Java can fix",
        "No if a recording confirms a known pattern at a line, and the fix is worth 5 % of the CPU,"
            + " or all fixes together 10 %; yes if none is. Allocated bytes count by what the"
            + " collector takes, and in full where pauses are visible.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(),
        List.of(HotLines.HOT, HotLines.WITNESSES, WORTH, TOGETHER, HotLines.EXCEPTIONS));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Outcome outcome = inJava(context);
    return outcome.answer() == Answer.YES && foreign(context)
        ? Outcome.of(
            Answer.UNKNOWN,
            List.of(),
            outcome.findings(),
            List.of(
                "Look yourself at the hot lines of its files that are not Java: patterns are"
                    + " looked for in Java alone."))
        : outcome;
  }

  private static Outcome inJava(RuleContext context) {
    if (!anyMatch(context)) {
      return Outcome.yes(Fact.repository("Its source shows no pattern that is slow on hot paths."));
    }
    List<HotLine> lines =
        HotLines.of(context).stream().filter(line -> !line.pattern().waits()).toList();
    List<Finding> findings =
        lines.stream().limit(LISTED).map(line -> line.finding(level(line))).toList();
    return judge(context, lines.stream().filter(HotLine::decides).toList()).with(findings);
  }

  private static Outcome judge(RuleContext context, List<HotLine> confirmed) {
    HotCost sum = HotLines.together(context, confirmed);
    if (confirmed.stream().anyMatch(line -> line.cost().certainly(WORTH.value()))
        || sum.certainly(TOGETHER.value())) {
      return Outcome.of(Answer.NO, facts(confirmed), List.of(), List.of());
    }
    List<String> missing =
        Stream.of(Need.CPU_PROFILE, Need.ALLOCATION_PROFILE)
            .filter(need -> !context.has(need))
            .filter(need -> need != Need.ALLOCATION_PROFILE || !HotLines.cheap(context, WORTH))
            .map(Need::toProvide)
            .toList();
    if (!missing.isEmpty()) {
      return Outcome.of(Answer.UNKNOWN, facts(confirmed), List.of(), missing);
    }
    if (confirmed.stream().noneMatch(line -> line.cost().probably(WORTH.value()))
        && !sum.probably(TOGETHER.value())) {
      return Outcome.yes(
          Fact.measured(
              "No confirmed fix of a hot line is worth "
                  + Format.percent(WORTH.value())
                  + " of the CPU, what the collector takes for it included, and all of them are not"
                  + " worth "
                  + Format.percent(TOGETHER.value())
                  + "."));
    }
    return Outcome.of(
        Answer.UNKNOWN,
        facts(confirmed),
        List.of(),
        List.of(
            sum.unpriced(WORTH.value())
                ? COLLECTOR_UNKNOWN
                : "Record longer: fixes of hot lines lie around the limit."));
  }

  private static List<Fact> facts(List<HotLine> confirmed) {
    List<Fact> facts = new ArrayList<>();
    confirmed.stream().limit(SHOWN).forEach(line -> facts.add(Fact.measured(line.text())));
    if (confirmed.size() > SHOWN) {
      facts.add(Fact.measured((confirmed.size() - SHOWN) + " more confirmed fixes are listed."));
    }
    return facts;
  }

  private static Level level(HotLine line) {
    return line.decides() && line.cost().notable(SHOWN_FROM) ? Level.WARNING : Level.NOTE;
  }

  /** Whether code that nobody looked into is hot enough for a fix to decide. */
  private static boolean foreign(RuleContext context) {
    if (context.sources().stream().allMatch(SourceFile::java)) {
      return false;
    }
    double hot =
        context.attribution().hotMethods(context.component()).stream()
            .filter(method -> context.sources().stream().anyMatch(file -> foreign(file, method)))
            .mapToDouble(method -> method.self().value())
            .sum();
    return !context.has(Need.CPU_PROFILE) || hot >= WORTH.value();
  }

  private static boolean foreign(SourceFile file, HotMethod method) {
    return !file.java() && file.path().equals(method.place().file());
  }

  private static boolean anyMatch(RuleContext context) {
    return context.sources().stream()
        .flatMap(file -> file.patterns().stream())
        .anyMatch(
            match ->
                Patterns.find(match.pattern()).orElse(null) instanceof HotPattern pattern
                    && !pattern.waits());
  }
}
