package io.github.rustfit.samples.edgeworker.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the driver does, given as {@code name=value} arguments.
 *
 * @param port where the worker listens
 * @param requestsPerSecond the offered rate
 * @param warmUp load before anything is measured
 * @param measured load that counts
 */
record LoadPlan(int port, int requestsPerSecond, Duration warmUp, Duration measured) {

  static LoadPlan parse(String[] args) {
    Map<String, Integer> values =
        new HashMap<>(
            Map.of("port", 7321, "rate", 12, "warmUpSeconds", 30, "measuredSeconds", 302));
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
