package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.FolderHistory;
import io.github.rustfit.rules.evidence.Frame;
import io.github.rustfit.rules.evidence.GcRuns;
import io.github.rustfit.rules.evidence.LiveBasis;
import io.github.rustfit.rules.evidence.RunHistory;
import io.github.rustfit.rules.evidence.SampleKey;
import io.github.rustfit.rules.evidence.SampleKind;
import io.github.rustfit.rules.evidence.SourceMethod;
import io.github.rustfit.rules.evidence.Weight;
import io.github.rustfit.rules.fit.Archetype;
import io.github.rustfit.rules.fit.Fit;
import io.github.rustfit.rules.fit.Likeness;
import io.github.rustfit.rules.fit.Precedent;
import io.github.rustfit.rules.fit.Resemblance;
import io.github.rustfit.rules.fit.Trait;
import io.github.rustfit.rules.history.ComponentHistory;
import io.github.rustfit.rules.patterns.PatternReport;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.seam.Crossing;
import io.github.rustfit.rules.seam.Ease;
import io.github.rustfit.rules.seam.Entry;
import io.github.rustfit.rules.seam.EntryShape;
import io.github.rustfit.rules.seam.Kind;
import io.github.rustfit.rules.seam.Part;
import io.github.rustfit.rules.seam.PortDifficulty;
import io.github.rustfit.rules.seam.Seam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of a hostile assessment that a component may have or not. */
final class HostileDetails {

  private static final long SECOND = 1_000_000_000L;

  private HostileDetails() {}

  static Seam seam(String text) {
    Part part = new Part(Part.PARAMETER, text, Kind.OPAQUE, 0, 0);
    Member member = new Member(text, text, new SourceMethod(text, 3, 9));
    return new Seam(
        List.of(new Entry(member, 0.9, 0, 0, false, new Crossing(List.of(part)))),
        0.9,
        Ease.BOUND,
        EntryShape.SERVICE,
        text,
        false,
        List.of(text),
        Optional.empty(),
        new PortDifficulty(1, 1, 1, 1, 1, 1));
  }

  static ComponentHistory history(String text) {
    FolderHistory folder =
        new FolderHistory(1, 0, 1, 1, 1, 1, new TreeMap<>(Map.of(text, 1L)), new TreeSet<>());
    return new ComponentHistory(
        text, 1, true, false, false, List.of(folder), new TreeMap<>(Map.of(text, 1L)));
  }

  static Fit fit(String text) {
    Precedent precedent =
        new Precedent(
            text,
            text,
            Precedent.Outcome.REFUSED,
            Set.of(Trait.JVM),
            text,
            text,
            text,
            text,
            false,
            text,
            text);
    return new Fit(
        List.of(new Likeness(Archetype.PROTOTYPE, List.of(Fact.repository(text)))),
        List.of(new Resemblance(precedent, List.of(Trait.JVM), List.of(), List.of())));
  }

  static PatternReport patterns(String text) {
    return new PatternReport(
        new TreeMap<>(Map.of(text, 1)),
        List.of(new Finding(text, text, Level.NOTE, text, 3, text, text, false)));
  }

  /** One run for each text, whose pauses have it as kind and cause. */
  static GcRuns runs(List<String> texts) {
    RunHistory.Builder run = new RunHistory.Builder();
    long at = SECOND;
    for (String text : texts) {
      run.pause(at, 1_000_000, text, text, 2 << 20, 1 << 20, 4 << 20);
      run.live(LiveBasis.MIXED, at, 1 << 20);
      at += SECOND;
    }
    return GcRuns.of(run.build(1, "G1", at, 4 << 20));
  }

  /** A flame graph for each component, whose frames have hostile names. */
  static FlameGraphs graphs() {
    Map<String, List<FlameGraphs.Link>> links = new HashMap<>();
    int number = 0;
    for (String text : Hostile.TEXTS) {
      String name = "flamegraphs/hostile-" + number++ + ".html";
      String data =
          FlameData.of(text, "ns", FlameTree.of(samples(text), Set.of(text), Set.of(text)));
      links.put(text, List.of(new FlameGraphs.Link(name, text, data)));
    }
    return new FlameGraphs(List.of(), Optional.empty(), links);
  }

  static List<Map.Entry<SampleKey, Weight>> samples(String text) {
    List<Frame> stack = List.of(new Frame(text, text, 7), new Frame("", text, 0));
    return List.of(Map.entry(new SampleKey(SampleKind.CPU, stack, text), Weight.of(100, SECOND)));
  }
}
