package com.acme.rustfit;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.Set;

/** Keeps in Java what books: the ledger's library is certified, and it is a Java library. */
public final class CertifiedLedger implements Rule {

  static final String ID = "acme-certified-ledger";

  private static final String PACKAGE = "com.acme.ledger.";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Certified ledger",
        "No if the component imports com.acme.ledger, which is certified for Java alone; otherwise"
            + " it does not object.",
        Topic.ECOSYSTEM,
        Role.REFUSING,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<SourceFile> books =
        context.sources().stream()
            .filter(file -> file.imports().stream().anyMatch(name -> name.startsWith(PACKAGE)))
            .toList();
    if (books.isEmpty()) {
      return Outcome.NOT_CONCERNED;
    }
    return Outcome.no(
            Fact.repository(
                "It books through com.acme.ledger, which is certified for Java alone: "
                    + books.get(0).path()
                    + "."))
        .with(books.stream().map(CertifiedLedger::finding).toList());
  }

  private static Finding finding(SourceFile file) {
    return new Finding(
        ID,
        ID + ":" + file.path(),
        Level.NOTE,
        file.path(),
        0,
        "Books through com.acme.ledger, which is certified for Java alone.",
        "Keep booking in a component of its own, so that it does not hold back the rest.",
        false,
        false,
        Finding.Measured.NOTHING);
  }
}
