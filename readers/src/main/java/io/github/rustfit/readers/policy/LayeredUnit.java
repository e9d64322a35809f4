package io.github.rustfit.readers.policy;

import io.github.rustfit.readers.yaml.Location;
import io.github.rustfit.rules.policy.Origin;

/** What one of several policies sets a key to. */
record LayeredUnit(PolicyLayer layer, PolicyUnit unit) {

  /** Where the value stands. */
  Origin.Place place() {
    return place(layer, layer.document().valueAt(unit.pointer()));
  }

  static Origin.Place place(PolicyLayer layer, Location at) {
    return new Origin.Place(layer.source(), at.line());
  }
}
