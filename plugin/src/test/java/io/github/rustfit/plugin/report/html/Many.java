package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Draft;
import io.github.rustfit.plugin.report.flame.DrawnData;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A code base of 1,000 components with 5,000 findings. The twenty hottest have flame graphs of
 * about a thousand frames, and every component has as many rows as a page shows.
 */
final class Many {

  static final int COMPONENTS = 1000;
  static final int FINDINGS = 5;
  private static final int DRAWN = 20;

  private Many() {}

  static Assessment assessment() {
    List<ComponentAssessment> all = new ArrayList<>();
    for (int i = 0; i < COMPONENTS; i++) {
      all.add(component(i));
    }
    return CacheService.with(all);
  }

  private static ComponentAssessment component(int i) {
    String type = "com.acme.platform.m" + i + ".processing.OrderRequestProcessor";
    String file = "platform/module-" + i + "/src/main/java/" + type.replace('.', '/') + ".java";
    double share = i < DRAWN ? 0.03 : 0.4 / COMPONENTS;
    Draft draft =
        new Draft("platform/module-" + i, "com.acme.platform.m" + i, "team-" + i % 7, 1000 + i)
            .gates(i % 3 == 0 ? "PPPF??" : i % 3 == 1 ? "PFPPPP" : "?PPPPP")
            .cpu(100, share, share * 0.8, share * 1.2)
            .allocation(1 << 20, share, share * 0.8, share * 1.2)
            .reason("Gate G3 (tuning) fails: what the JVM offers is not used up.")
            .wouldDecide("Declare serviceLevel.targetMs in rustfit.yaml.");
    for (int row = 0; row < Section.MOST; row++) {
      draft.method(type, "process" + row, file, row + 1, share / 20, share / 10);
      draft.site(type, "process" + row, file, row + 1, "byte[]", 1 << 16, share / 20);
    }
    for (int row = 0; row < FINDINGS; row++) {
      draft.finding(
          new Finding(
              "allocation-in-loop",
              type + row,
              Level.WARNING,
              file,
              row + 1,
              "OrderRequestProcessor.process" + row + " allocates byte[] for each request.",
              "Reuse the buffer of the request instead of copying it.",
              row % 2 == 0,
              false,
              Finding.Measured.NOTHING));
    }
    for (Topic topic : Topic.values()) {
      draft.answer(
          topic,
          Answer.NO,
          Fact.measured("Its CPU share is " + share + ", measured over all recordings."),
          Fact.repository("The source of module " + i + " has no sign of it."));
    }
    return draft.done();
  }

  static FlameGraphs graphs() {
    Map<String, List<FlameGraphs.Link>> links = new HashMap<>();
    for (int i = 0; i < DRAWN; i++) {
      String own = "com.acme.platform.m" + i;
      List<Map.Entry<SampleKey, Weight>> samples = new ArrayList<>();
      for (int leaf = 0; leaf < 50; leaf++) {
        List<Frame> stack = new ArrayList<>();
        for (int depth = 20; depth > 0; depth--) {
          stack.add(new Frame(own + ".Type" + depth, "call" + leaf % (depth + 1), depth));
        }
        SampleKey key = new SampleKey(SampleKind.CPU, stack, "");
        samples.add(Map.entry(key, Weight.of(100 + leaf, 10_000_000)));
      }
      String data = DrawnData.of("CPU time", samples, Set.of(own), Set.of());
      links.put(
          "platform/module-" + i,
          List.of(new FlameGraphs.Link("flamegraphs/module-" + i + ".html", "CPU time", data)));
    }
    return new FlameGraphs(List.of(), Optional.empty(), links, Optional.empty());
  }
}
