package io.github.rustfit.fleet.limit;

import java.util.List;
import java.util.Optional;

/**
 * What a platform team limits over all services.
 *
 * @param evidenceAgeDays how old the newest evidence of a service may be, in days
 * @param recordedSeconds how long the newest version of a service is to be recorded at least
 * @param wasteYear what a change of one component may be worth a year
 * @param currency of that
 * @param services names of services that have to be there
 * @param decisions what may cross a limit
 */
public record PortfolioLimits(
    Optional<Bound> evidenceAgeDays,
    Optional<Bound> recordedSeconds,
    Optional<Bound> wasteYear,
    String currency,
    List<String> services,
    List<PortfolioDecision> decisions) {

  /** No limit. */
  public static final PortfolioLimits NONE =
      new PortfolioLimits(
          Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(), List.of());

  public PortfolioLimits {
    services = List.copyOf(services);
    decisions = List.copyOf(decisions);
  }
}
