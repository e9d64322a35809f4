package io.github.rustfit.engine.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.testing.Declared;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RequestPriceTest {

  private static Policy policy(OptionalDouble rate) {
    return Policy.DEFAULT
        .with(new Declared().fleet(3, 8, 2, Binding.CPU).facts())
        .with(
            new ServiceLevel(
                99,
                50,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                1,
                rate));
  }

  /**
   * 2 vCPU at 354.6 a year are 709.2; 50 requests a second are 1,576,800,000 in 365 days: 709.2 /
   * 1,576,800 = 0.000449772 for a thousand. The number of instances divides out.
   */
  @Test
  void a_thousand_requests_have_their_part_of_the_cpus_of_a_year() {
    RequestPrice price = RequestPrice.of(policy(OptionalDouble.of(50))).orElseThrow();

    assertThat(price.all()).isCloseTo(0.000449772, within(1e-9));
    assertThat(price.of(Share.wilson(1, 4)).orElseThrow()).isCloseTo(0.000112443, within(1e-9));
    assertThat(price.of(Share.UNKNOWN)).isEmpty();
    assertThat(price.currency()).isEqualTo("USD");
  }

  @Test
  void without_a_rate_or_a_price_nothing_is_said() {
    assertThat(RequestPrice.of(policy(OptionalDouble.empty()))).isEmpty();
    assertThat(RequestPrice.of(policy(OptionalDouble.of(0)))).isEmpty();
    assertThat(RequestPrice.of(policy(OptionalDouble.of(50)).with(DeclaredFacts.NONE))).isEmpty();
    assertThat(RequestPrice.of(Policy.DEFAULT)).isEmpty();
  }

  @Test
  void where_components_run_on_fleets_of_their_own_no_price_is_the_programs() {
    Policy policy = policy(OptionalDouble.of(50));
    DeclaredFacts facts = policy.facts();
    DeclaredFacts two =
        new DeclaredFacts(
            facts.currency(),
            facts.fleet(),
            Map.of("a", facts.fleet()),
            facts.team(),
            facts.personMonthCost(),
            Optional.empty(),
            Map.of(),
            facts.operations(),
            List.of(),
            facts.assumptions());
    assertThat(RequestPrice.of(policy.with(two))).isEmpty();
  }
}
