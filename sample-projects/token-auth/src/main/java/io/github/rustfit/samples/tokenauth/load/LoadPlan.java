package io.github.rustfit.samples.tokenauth.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the driver does, given as {@code name=value} arguments after the folder of the issuer's
 * keys.
 *
 * @param keys where the issuer's keys are
 * @param port where the service listens
 * @param connections how many clients send at the same time
 * @param requestsPerSecond the offered rate of all clients together
 * @param warmUp load before anything is measured
 * @param measured load that counts
 */
record LoadPlan(
    Path keys,
    int port,
    int connections,
    int requestsPerSecond,
    Duration warmUp,
    Duration measured) {

  static LoadPlan parse(String[] args) {
    Map<String, Integer> values =
        new HashMap<>(
            Map.of(
                "port", 7324,
                "connections", 16,
                "rate", 3_000,
                "warmUpSeconds", 15,
                "measuredSeconds", 297));
    for (String arg : List.of(args).subList(1, args.length)) {
      String[] pair = arg.split("=", 2);
      if (pair.length != 2 || values.replace(pair[0], Integer.valueOf(pair[1])) == null) {
        throw new IllegalArgumentException("expected one of " + values.keySet() + "=n: " + arg);
      }
    }
    return new LoadPlan(
        Path.of(args[0]),
        values.get("port"),
        values.get("connections"),
        values.get("rate"),
        Duration.ofSeconds(values.get("warmUpSeconds")),
        Duration.ofSeconds(values.get("measuredSeconds")));
  }
}
