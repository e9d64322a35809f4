package io.github.rustfit.fleet.group;

import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import java.io.Serializable;
import java.util.List;

/**
 * What came of one version of a service.
 *
 * @param portfolio a row for each component, or one without; none where what was read belongs to
 *     other versions of the service
 * @param findings what to act on
 * @param limits what became of the limits of its own policy
 * @param inputs what became of the inputs
 */
public record Judged(
    List<PortfolioRow> portfolio,
    List<FindingRow> findings,
    List<LimitRow> limits,
    List<InputRow> inputs)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public Judged {
    portfolio = List.copyOf(portfolio);
    findings = List.copyOf(findings);
    limits = List.copyOf(limits);
    inputs = List.copyOf(inputs);
  }
}
