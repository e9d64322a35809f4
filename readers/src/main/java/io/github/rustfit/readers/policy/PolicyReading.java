package io.github.rustfit.readers.policy;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Policy;
import java.util.List;

/**
 * What became of a policy file.
 *
 * @param policy what it declares; the defaults, with the file as their source, when there is a
 *     problem
 * @param problems what is wrong with it, by line and column; any of them is a configuration error
 * @param crates where a crate catalogue of one's own is; empty for none
 * @param skipsStartUp whether start-up is to be left out of recordings and logs
 */
public record PolicyReading(
    Policy policy, List<Problem> problems, String crates, boolean skipsStartUp) {

  public PolicyReading {
    problems = List.copyOf(problems);
  }
}
