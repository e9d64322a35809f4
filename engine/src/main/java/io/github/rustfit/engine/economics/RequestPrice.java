package io.github.rustfit.engine.economics;

import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.stats.Share;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the CPUs of an instance cost for a number of requests, idle time included: all that an
 * instance's CPUs cost in a year of 365 days, divided by the requests that it serves in one at the
 * declared rate. Nothing measured is in it.
 *
 * @param requestsPerSecond requests that one instance serves, declared
 * @param vCpus CPUs of one instance, declared
 * @param pricePerVCpuYear price of one for a year, declared
 * @param currency of the price
 */
public record RequestPrice(
    double requestsPerSecond, double vCpus, double pricePerVCpuYear, String currency) {

  /** The number of requests that prices are for. */
  public static final int REQUESTS = 1000;

  /**
   * What a policy says; empty where it does not declare all of it, or where components run on
   * fleets of their own, so that no one price is the program's.
   */
  public static Optional<RequestPrice> of(Policy policy) {
    Fleet fleet = policy.facts().fleet();
    OptionalDouble rate =
        policy.serviceLevel().map(ServiceLevel::requestsPerSecond).orElse(OptionalDouble.empty());
    boolean declared =
        rate.orElse(0) > 0 && fleet.vCpus().isPresent() && fleet.pricePerVCpuYear().isPresent();
    return declared && policy.facts().componentFleets().isEmpty()
        ? Optional.of(
            new RequestPrice(
                rate.getAsDouble(),
                fleet.vCpus().getAsDouble(),
                fleet.pricePerVCpuYear().getAsDouble(),
                policy.facts().currency()))
        : Optional.empty();
  }

  /** The price of all CPUs of an instance for {@value #REQUESTS} requests. */
  public double all() {
    return REQUESTS * vCpus * pricePerVCpuYear / (requestsPerSecond * History.YEAR_SECONDS);
  }

  /** The part of it that a share of the CPU time has; empty where that is unknown. */
  public OptionalDouble of(Share cpu) {
    return cpu.known() ? OptionalDouble.of(cpu.value() * all()) : OptionalDouble.empty();
  }
}
