package com.acme.rustfit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.testing.Given;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule alone, over evidence that says nothing but what the test says. */
class RulesTest {

  private static final Frame BUS = Given.frame("com.acme.bus.v1.BusClient", "publish", 20);
  private static final Frame FORMAT = Given.frame("java.lang.String", "format", 1);

  /** So many of 1,000 samples of the component are in the old client. */
  private static Outcome publishing(int samples) {
    return new OldBusClient()
        .judge(
            new Situation()
                .sampled(samples, Given.cpu(FORMAT, BUS, Situation.IN_HOT))
                .cpuSamples(1000 - samples, 0)
                .context());
  }

  /** The component's file imports this and nothing else. */
  private static Outcome importing(String name) {
    SourceFile file =
        Given.file("app", "Hot.java", SourceFile.Role.MAIN, "com.acme.hot", Set.of(name));
    return new CertifiedLedger().judge(new Situation().judged(file).context());
  }

  /** 100 of 1,000 are 10 %, by Wilson's formula 8.3 to 12.0 %: certainly above 5 %. */
  @Test
  void a_hot_old_client_is_replaced_before_anything_else() {
    Outcome outcome = publishing(100);
    Finding finding = outcome.findings().get(0);

    assertEquals(Answer.NO, outcome.answer());
    assertEquals(OldBusClient.ID, finding.rule());
    assertEquals(Level.WARNING, finding.level());
    assertEquals(0.1, finding.cpu().value());
    assertTrue(finding.remedy().contains("com.acme.bus.v2.Publisher"), finding.remedy());
  }

  /** 60 of 1,000 are 6 %, by Wilson's formula 4.7 to 7.7 %: perhaps not above 5 %. */
  @Test
  void an_old_client_that_may_cost_little_is_only_told() {
    Outcome outcome = publishing(60);

    assertEquals(Answer.YES, outcome.answer());
    assertEquals(Level.NOTE, outcome.findings().get(0).level());
  }

  @Test
  void who_does_not_call_the_old_client_hears_nothing_of_it() {
    assertEquals(Outcome.NOT_CONCERNED, publishing(0));
  }

  @Test
  void who_books_stays_in_java() {
    Outcome outcome = importing("com.acme.ledger.Ledger");

    assertEquals(Answer.NO, outcome.answer());
    assertEquals("Hot.java", outcome.findings().get(0).file());
  }

  @Test
  void who_does_not_book_is_not_concerned() {
    assertEquals(Outcome.NOT_CONCERNED, importing("java.util.List"));
  }

  @Test
  void both_are_found() {
    List<String> found =
        ServiceLoader.load(Rule.class).stream().map(rule -> rule.type().getName()).toList();

    assertEquals(List.of(CertifiedLedger.class.getName(), OldBusClient.class.getName()), found);
  }
}
