package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.YamlDocument;

/** How targets fit each other, the latency that is declared, and what the service runs on. */
final class TargetsChecks {

  private static final double MIB_PER_GIB = 1024;
  private static final double MILLIS_PER_SECOND = 1000;

  private final YamlDocument document;

  private TargetsChecks(YamlDocument document) {
    this.document = document;
  }

  /** Adds what does not fit to the document's problems. */
  static void check(YamlDocument document) {
    TargetsChecks checks = new TargetsChecks(document);
    checks.sources("startUp", "Ms");
    checks.sources("residentMemory", "MiB");
    checks.longLived();
    checks.memory("/fleet");
    checks.load("/fleet");
    checks.saving("/fleet");
    JsonNode components = document.root().path("components");
    for (int i = 0; i < components.size(); i++) {
      checks.memory("/components/" + i + "/fleet");
      checks.load("/components/" + i + "/fleet");
    }
  }

  private void sources(String target, String unit) {
    JsonNode of = at("/targets/" + target);
    if (of.path("observed" + unit).isNumber() && !of.has("source")) {
      add(
          "/targets/" + target + "/observed" + unit,
          "it stands without a source",
          "Add source: how it was found, e.g. the median of so many cold starts.");
    }
    if (of.has("prototypeSource") && !of.has("prototype" + unit)) {
      add(
          "/targets/" + target + "/prototypeSource",
          "it stands without prototype" + unit,
          "Add prototype" + unit + ", the figure that was found, or remove the source.");
    }
  }

  private void longLived() {
    if (at("/targets/longLived").asBoolean() && at("/targets").has("startUp")) {
      add(
          "/targets/longLived",
          "a program that is started once and runs on has no target of start-up, and "
              + document.valueAt("/targets/startUp").words()
              + " declares one",
          "Remove longLived if starts matter, as when instances are added under load; otherwise"
              + " remove targets.startUp.");
    }
  }

  /** No process holds more than its machine has. */
  private void memory(String fleet) {
    JsonNode memory = at(fleet + "/memoryGiB");
    for (String key : new String[] {"targetMiB", "observedMiB"}) {
      JsonNode resident = at("/targets/residentMemory/" + key);
      if (memory.isNumber()
          && resident.isNumber()
          && resident.asDouble() > memory.asDouble() * MIB_PER_GIB) {
        add(
            "/targets/residentMemory/" + key,
            resident.asText()
                + " MiB are more than the instance has, memoryGiB is "
                + memory.asText()
                + " in "
                + document.valueAt(fleet + "/memoryGiB").words(),
            "Correct one of the two: a process cannot hold more than its instance has.");
      }
    }
  }

  /** What requests keep busy is their rate times their time of service (Little's law). */
  private void load(String fleet) {
    JsonNode cpus = at(fleet + "/vCpus");
    JsonNode rate = at("/serviceLevel/requestsPerSecond");
    JsonNode service = at("/serviceLevel/serviceTimeMs");
    if (cpus.isNumber() && rate.isNumber() && service.isNumber()) {
      double busy = rate.asDouble() * service.asDouble() / MILLIS_PER_SECOND;
      if (busy > cpus.asDouble()) {
        add(
            "/serviceLevel/requestsPerSecond",
            rate.asText()
                + " requests a second of "
                + service.asText()
                + " ms without waiting keep more CPUs busy than the instance has, vCpus is "
                + cpus.asText()
                + " in "
                + document.valueAt(fleet + "/vCpus").words(),
            "Correct one of the three; the rate is that of one instance.");
      }
    }
  }

  /** No migration saves more than is paid. */
  private void saving(String fleet) {
    JsonNode of = at(fleet);
    for (String key :
        new String[] {
          "instances",
          "memoryGiB",
          "vCpus",
          "pricePerGiBYear",
          "pricePerVCpuYear",
          "targetSavingPerYear"
        }) {
      if (!of.path(key).isNumber()) {
        return;
      }
    }
    double paid =
        of.path("instances").asDouble()
            * (of.path("memoryGiB").asDouble() * of.path("pricePerGiBYear").asDouble()
                + of.path("vCpus").asDouble() * of.path("pricePerVCpuYear").asDouble());
    if (of.path("targetSavingPerYear").asDouble() > paid) {
      add(
          fleet + "/targetSavingPerYear",
          of.path("targetSavingPerYear").asText()
              + " are more than the whole fleet costs in a year, instances times memory and CPUs"
              + " times their prices",
          "Correct the saving or the prices.");
    }
  }

  private JsonNode at(String pointer) {
    return document.root().at(pointer);
  }

  private void add(String pointer, String what, String remedy) {
    document
        .problems()
        .add(
            document.valueAt(pointer),
            pointer.substring(1).replace('/', '.') + ": " + what,
            remedy);
  }
}
