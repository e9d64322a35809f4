package io.github.rustfit.fleet.page;

import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up portfolios. */
final class Portfolios {

  private Portfolios() {}

  /** A version of a service with 2 busy cores; with money, its CPUs cost 1000 EUR a year. */
  static ServiceFacts service(@Nullable String name, @Nullable String version, boolean money) {
    return new ServiceFacts(
        name,
        version,
        null,
        List.of("production"),
        3L,
        "2026-10-01",
        "2026-10-31",
        new ServiceFacts.Process(5, 2, 300.0, 2.0, new Interval(0.2, 0.1, 0.3), 12.5, 0.01),
        money ? new ServiceFacts.Money("EUR", 4.0, 1000.0, 1500.0) : ServiceFacts.Money.UNKNOWN,
        "version",
        money ? List.of() : List.of("instances", "prices"),
        null,
        "evidence/" + name + "/" + version + "/evidence.json");
  }

  /** A finding that takes a share of the CPU. */
  static FindingRow finding(ServiceFacts of, String component, String rule, double share) {
    return new FindingRow(
        of.service(),
        of.version(),
        component,
        rule,
        rule + "/" + component,
        "warning",
        "src/main/java/A.java",
        7L,
        "Boxing in a hot loop",
        "Use int",
        true,
        false,
        new Interval(share, share / 2, share * 1.5),
        null,
        share);
  }

  /** A component whose only finding takes half of its share of the CPU. */
  static PortfolioRow component(
      ServiceFacts of, String name, @Nullable String owner, Verdict verdict, double share) {
    FindingRow finding = finding(of, name, "boxed-values", share / 2);
    return new PortfolioRow(
        of,
        name,
        owner,
        1000L,
        verdict.id(),
        "G3",
        new Interval(share, share / 2, share * 1.5),
        new Interval(0.1, 0.05, 0.2),
        finding,
        finding.cpu(),
        "fix",
        null);
  }

  /** Services with as many components each, of ten teams. */
  static List<PortfolioRow> many(int services, int components) {
    List<PortfolioRow> rows = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      ServiceFacts facts = service("service-" + i, "1." + i, i % 2 == 0);
      for (int j = 0; j < components; j++) {
        Verdict verdict = Verdict.values()[(i + j) % Verdict.values().length];
        double share = (1.0 + (i * 31 + j * 17) % 97) / 97 / components;
        rows.add(component(facts, "module/part-" + j, "team-" + i % 10, verdict, share));
      }
    }
    return rows;
  }

  /** The findings of rows. */
  static List<FindingRow> findings(List<PortfolioRow> rows) {
    List<FindingRow> findings = new ArrayList<>();
    for (PortfolioRow row : rows) {
      if (row.finding() != null) {
        findings.add(row.finding());
      }
    }
    return findings;
  }
}
