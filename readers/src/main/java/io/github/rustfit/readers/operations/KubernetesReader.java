package io.github.rustfit.readers.operations;

import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads Kubernetes manifests: what runs how many containers of which size. Source: <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/">workload
 * resources</a>.
 */
final class KubernetesReader {

  /** Kinds with a template of pods in {@code spec.template}, of Kubernetes and of its kin. */
  private static final Set<String> TEMPLATED =
      Set.of(
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "ReplicationController",
          "Job",
          "Rollout",
          "DeploymentConfig");

  private static final int MAX_LISTS = 5;

  private static final String ARCHITECTURE = "kubernetes.io/arch";

  private final Facts facts;

  private KubernetesReader(Facts facts) {
    this.facts = facts;
  }

  /** Adds what one document says. */
  static void read(YamlNode document, Facts facts) {
    new KubernetesReader(facts).resource(document, 0);
  }

  private void resource(YamlNode one, int depth) {
    String kind = one.get("kind").text();
    String subject = kind + "/" + one.get("metadata", "name").text();
    if (kind.equals("List") && depth < MAX_LISTS) {
      one.get("items").items().forEach(item -> resource(item, depth + 1));
    } else if (TEMPLATED.contains(kind)) {
      replicas(subject, one.get("spec", "replicas"), Kind.REPLICAS);
      pod(subject, one.get("spec", "template", "spec"));
    } else if (kind.equals("CronJob")) {
      pod(subject, one.get("spec", "jobTemplate", "spec", "template", "spec"));
    } else if (kind.equals("Pod")) {
      pod(subject, one.get("spec"));
    } else if (kind.equals("HorizontalPodAutoscaler")) {
      YamlNode target = one.get("spec", "scaleTargetRef");
      replicas(
          target.get("kind").text() + "/" + target.get("name").text(),
          one.get("spec", "maxReplicas"),
          Kind.MAX_REPLICAS);
    }
  }

  private void replicas(String subject, YamlNode count, Kind kind) {
    if (count.value().canConvertToLong() && count.value().asLong() >= 0) {
      facts.quantity(kind, subject, count, OptionalLong.of(count.value().asLong()));
    }
  }

  private void pod(String subject, YamlNode pod) {
    YamlNode architecture = pod.get("nodeSelector", ARCHITECTURE);
    if (!architecture.text().isEmpty()) {
      facts.add(Kind.PLATFORM, subject, "linux/" + architecture.text(), architecture.line());
    }
    for (YamlNode container : pod.get("containers").items()) {
      container(subject + "/" + container.get("name").text(), container);
    }
  }

  private void container(String subject, YamlNode container) {
    Containers.image(facts, subject, container.get("image"));
    Containers.environment(facts, subject, container.get("env"));
    Containers.command(facts, subject, container.get("command"));
    Containers.command(facts, subject, container.get("args"));
    YamlNode limits = container.get("resources", "limits");
    YamlNode requests = container.get("resources", "requests");
    memory(Kind.MEMORY_LIMIT, subject, limits.get("memory"));
    memory(Kind.MEMORY_REQUEST, subject, requests.get("memory"));
    cpu(Kind.CPU_LIMIT, subject, limits.get("cpu"));
    cpu(Kind.CPU_REQUEST, subject, requests.get("cpu"));
  }

  private void memory(Kind kind, String subject, YamlNode value) {
    facts.quantity(kind, subject, value, Quantities.kubernetesBytes(value.text()));
  }

  private void cpu(Kind kind, String subject, YamlNode value) {
    facts.quantity(kind, subject, value, Quantities.milliCpus(value.text()));
  }
}
