package com.acme.rustfit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.engine.assessment.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each rule alone, over evidence that says nothing but what the test says. */
class RulesTest {

  private static final long MINUTE = 60_000_000_000L;
  private static final long PERIOD = 20_000_000;

  private static final Frame SHOP = new Frame("com.acme.shop.Shop", "sell", 5);
  private static final Frame BUS = new Frame("com.acme.bus.v1.BusClient", "publish", 20);
  private static final Frame FORMAT = new Frame("java.lang.String", "format", 1);

  private static SampleKey cpu(Frame... leafFirst) {
    return new SampleKey(SampleKind.CPU, List.of(leafFirst), "");
  }

  private static ComponentAssessment assess(
      Rule rule, Set<String> imports, Map<SampleKey, Weight> samples) {
    ProfileSummary profile =
        new ProfileSummary(
            MINUTE,
            Map.of(SampleKind.CPU, MINUTE),
            samples,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            new TreeSet<>(),
            new TreeSet<>());
    SourceFile shop =
        new SourceFile(
            "shop",
            "Shop.java",
            "00",
            SourceFile.Role.MAIN,
            "com.acme.shop",
            9,
            new TreeSet<>(imports),
            List.of(
                new SourceType(
                    "com.acme.shop.Shop", 1, 9, List.of(new SourceMethod("sell", 4, 6)))));
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(Map.of("recording", profile)),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(shop)),
            new TreeSet<>());
    return new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.of(List.of(rule)))
        .assess(evidence)
        .components()
        .get(0);
  }

  /** So many of 1,000 samples in the old client. */
  private static ComponentAssessment publishing(int samples) {
    return assess(
        new OldBusClient(),
        Set.of("com.acme.bus.v1.BusClient"),
        Map.of(
            cpu(FORMAT, BUS, SHOP), Weight.of(samples, PERIOD),
            cpu(SHOP), Weight.of(1000 - samples, PERIOD)));
  }

  /** 100 of 1,000 are 10 %, by Wilson's formula 8.3 to 12.0 %: certainly above 5 %. */
  @Test
  void a_hot_old_client_is_replaced_before_anything_else() {
    ComponentAssessment shop = publishing(100);
    Finding finding = shop.findings().get(0);

    assertEquals(Answer.NO, shop.topics().get(Topic.TUNING).answer());
    assertEquals(OldBusClient.ID, finding.rule());
    assertEquals(Level.WARNING, finding.level());
    assertEquals(0.1, finding.cpu().value());
    assertTrue(finding.remedy().contains("com.acme.bus.v2.Publisher"), finding.remedy());
  }

  /** 60 of 1,000 are 6 %, by Wilson's formula 4.7 to 7.7 %: perhaps not above 5 %. */
  @Test
  void an_old_client_that_may_cost_little_is_only_told() {
    ComponentAssessment shop = publishing(60);

    assertEquals(Answer.UNKNOWN, shop.topics().get(Topic.TUNING).answer());
    assertEquals(Level.NOTE, shop.findings().get(0).level());
  }

  @Test
  void who_does_not_call_the_old_client_hears_nothing_of_it() {
    assertEquals(List.of(), publishing(0).findings());
  }

  @Test
  void who_books_stays_in_java() {
    ComponentAssessment shop =
        assess(new CertifiedLedger(), Set.of("com.acme.ledger.Ledger"), Map.of());

    assertEquals(Answer.NO, shop.topics().get(Topic.ECOSYSTEM).answer());
    assertEquals("Shop.java", shop.findings().get(0).file());
  }

  @Test
  void who_does_not_book_is_not_concerned() {
    ComponentAssessment shop = assess(new CertifiedLedger(), Set.of("java.util.List"), Map.of());

    assertEquals(Answer.UNKNOWN, shop.topics().get(Topic.ECOSYSTEM).answer());
    assertEquals(List.of(), shop.findings());
  }

  @Test
  void both_are_found_beside_the_built_in_ones() {
    Rules rules = Rules.load(RulesTest.class.getClassLoader());

    assertEquals(List.of(), rules.problems());
    assertTrue(
        rules.all().stream()
            .map(rule -> rule.descriptor().id())
            .toList()
            .containsAll(List.of(OldBusClient.ID, CertifiedLedger.ID)));
  }
}
