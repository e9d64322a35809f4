package io.github.rustfit.readers.operations;

import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads Compose files. Source: <a
 * href="https://docs.docker.com/reference/compose-file/services/">services</a>, <a
 * href="https://docs.docker.com/reference/compose-file/deploy/">deploy</a>.
 */
final class ComposeReader {

  private final Facts facts;
  private final String folder;

  private ComposeReader(Facts facts, String folder) {
    this.facts = facts;
    this.folder = folder;
  }

  /**
   * Adds what a document says.
   *
   * @param path of the file, relative to the project's root
   */
  static void read(String path, YamlNode document, Facts facts) {
    ComposeReader reader =
        new ComposeReader(facts, path.substring(0, Math.max(0, path.lastIndexOf('/'))));
    for (Map.Entry<String, YamlNode> one : document.get("services").entries().entrySet()) {
      reader.service("service " + one.getKey(), one.getValue());
    }
  }

  private void service(String subject, YamlNode service) {
    Containers.image(facts, subject, service.get("image"));
    buildFile(subject, service.get("build"));
    Containers.environment(facts, subject, service.get("environment"));
    Containers.command(facts, subject, service.get("entrypoint"));
    Containers.command(facts, subject, service.get("command"));
    YamlNode platform = service.get("platform");
    if (!platform.text().isEmpty()) {
      facts.add(Kind.PLATFORM, subject, platform.text(), platform.line());
    }
    YamlNode limits = service.get("deploy", "resources", "limits");
    YamlNode requests = service.get("deploy", "resources", "reservations");
    memory(Kind.MEMORY_LIMIT, subject, either(limits.get("memory"), service.get("mem_limit")));
    memory(
        Kind.MEMORY_REQUEST,
        subject,
        either(requests.get("memory"), service.get("mem_reservation")));
    YamlNode cpus = either(limits.get("cpus"), service.get("cpus"));
    facts.quantity(Kind.CPU_LIMIT, subject, cpus, Quantities.milliCpus(cpus.text()));
    YamlNode replicas = either(service.get("deploy", "replicas"), service.get("scale"));
    if (replicas.value().canConvertToLong() && replicas.value().asLong() >= 0) {
      facts.quantity(Kind.REPLICAS, subject, replicas, OptionalLong.of(replicas.value().asLong()));
    }
  }

  private void memory(Kind kind, String subject, YamlNode value) {
    facts.quantity(kind, subject, value, Quantities.bytes(value.text()));
  }

  private static YamlNode either(YamlNode first, YamlNode second) {
    return first.present() ? first : second;
  }

  private void buildFile(String subject, YamlNode build) {
    boolean plain = !build.text().isEmpty();
    String context = plain ? build.text() : build.get("context").text();
    String file = plain ? "" : build.get("dockerfile").text();
    if (build.present()) {
      below(context, file.isEmpty() ? "Dockerfile" : file)
          .ifPresent(path -> facts.add(Kind.BUILD_FILE, subject, path, build.line()));
    }
  }

  /** Where the build file lies below the root; nothing for one outside or at an address. */
  private Optional<String> below(String context, String file) {
    if (context.contains(":") || context.contains("$") || file.contains("$")) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(folder).resolve(context).resolve(file).normalize();
      boolean outside = path.isAbsolute() || path.startsWith("..");
      return outside ? Optional.empty() : Optional.of(path.toString().replace('\\', '/'));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
