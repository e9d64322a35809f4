package io.github.rustfit.rules.policy;

import java.util.List;
import java.util.Optional;

/**
 * Where each value of a policy was said.
 *
 * @param all one origin a key, by key; none for the defaults
 */
public record Origins(List<Origin> all) {

  /** Of a policy that nobody wrote. */
  public static final Origins NONE = new Origins(List.of());

  public Origins {
    all = all.stream().sorted().toList();
  }

  /** Where the value of this key was said; empty when nobody set it. */
  public Optional<Origin.Place> of(String key) {
    return all.stream().filter(origin -> origin.key().equals(key)).findFirst().map(Origin::said);
  }
}
