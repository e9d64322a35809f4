package io.github.rustfit.samples.readstates.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the driver does, given as {@code name=value} arguments.
 *
 * @param port where the service listens
 * @param markers how many markers are put into the cache before the load starts
 * @param connections how many clients send at the same time
 * @param requestsPerSecond the offered rate of all clients together
 * @param operationsPerRequest the size of a batch
 * @param warmUp load before anything is measured
 * @param measured load that counts
 */
record LoadPlan(
    int port,
    int markers,
    int connections,
    int requestsPerSecond,
    int operationsPerRequest,
    Duration warmUp,
    Duration measured) {

  static LoadPlan parse(String[] args) {
    Map<String, Integer> values =
        new HashMap<>(
            Map.of(
                "port", 7311,
                "markers", 12_000_000,
                "connections", 8,
                "rate", 5_000,
                "batch", 24,
                "warmUpSeconds", 60,
                "measuredSeconds", 330));
    for (String arg : args) {
      String[] pair = arg.split("=", 2);
      if (pair.length != 2 || values.replace(pair[0], Integer.valueOf(pair[1])) == null) {
        throw new IllegalArgumentException("expected one of " + values.keySet() + "=n: " + arg);
      }
    }
    return new LoadPlan(
        values.get("port"),
        values.get("markers"),
        values.get("connections"),
        values.get("rate"),
        values.get("batch"),
        Duration.ofSeconds(values.get("warmUpSeconds")),
        Duration.ofSeconds(values.get("measuredSeconds")));
  }
}
