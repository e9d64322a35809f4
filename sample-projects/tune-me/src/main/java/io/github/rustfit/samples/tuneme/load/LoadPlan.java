package io.github.rustfit.samples.tuneme.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the driver does, given as {@code name=value} arguments.
 *
 * @param port where the service listens
 * @param requestsPerSecond the offered rate
 * @param warmUp load before anything is measured
 * @param measured load that counts
 */
record LoadPlan(int port, int requestsPerSecond, Duration warmUp, Duration measured) {

  static LoadPlan parse(String[] args) {
    Map<String, Integer> values =
        new HashMap<>(
            Map.of(
                "port", 7314,
                "rate", 120,
                "warmUpSeconds", 40,
                "measuredSeconds", 310));
    for (String arg : args) {
      String[] pair = arg.split("=", 2);
      if (pair.length != 2 || values.replace(pair[0], Integer.valueOf(pair[1])) == null) {
        throw new IllegalArgumentException("expected one of " + values.keySet() + "=n: " + arg);
      }
    }
    return new LoadPlan(
        values.get("port"),
        values.get("rate"),
        Duration.ofSeconds(values.get("warmUpSeconds")),
        Duration.ofSeconds(values.get("measuredSeconds")));
  }
}
