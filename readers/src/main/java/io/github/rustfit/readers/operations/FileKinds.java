package io.github.rustfit.readers.operations;

import io.github.rustfit.rules.evidence.repository.OperationsFile.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of file it is, by its name; of other YAML, its content tells. */
final class FileKinds {

  private static final Pattern DOCKERFILE =
      Pattern.compile(
          "(docker|container)file([.-][\\w.-]+)?|[\\w.-]+[.](docker|container)file",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPOSE =
      Pattern.compile("(docker-|podman-)?compose([.-][\\w.-]+)?[.]ya?ml");

  private static final Pattern CI =
      Pattern.compile(
          "(.*/)?([.]github/workflows/[^/]+[.]ya?ml|[.]gitlab-ci([.][\\w.-]+)?[.]ya?ml"
              + "|[.]gitlab/.*[.]ya?ml|Jenkinsfile([.][\\w.-]+)?|azure-pipelines([.-][\\w.-]+)?[.]ya?ml"
              + "|[.]circleci/config[.]yml)");

  private static final Pattern MAVEN = Pattern.compile("(.*/)?[.]mvn/jvm[.]config");

  /** Folders without files of operations: what is built, fetched or only tested. */
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", "test-classes");

  /** Hidden folders that are looked into; the others are caches and settings of tools. */
  private static final Set<String> HIDDEN =
      Set.of(".github", ".gitlab", ".circleci", ".mvn", ".k8s", ".deploy", ".docker");

  /** Both lines stand in every manifest; {@code kind} at the margin or in a list's item. */
  private static final Pattern API =
      Pattern.compile("(?m)^[ \\t\\-\"']{0,60}apiVersion[\"']?\\s*:");

  private static final Pattern ANY_KIND = Pattern.compile("(?m)^[ \\t\\-\"']{0,60}kind[\"']?\\s*:");

  private static final Pattern WORKLOAD =
      Pattern.compile(
          "(?m)^[ \\t\\-\"']{0,60}kind[\"']?\\s*:\\s*[\"']?"
              + "(Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Pod"
              + "|Rollout|DeploymentConfig)\\b");

  private FileKinds() {}

  /** Whether a folder is looked into; its path relative to the root, with {@code /}. */
  static boolean searched(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean hidden = name.startsWith(".") && !HIDDEN.contains(name);
    return !hidden && !SKIPPED.contains(name) && !path.endsWith("src/test");
  }

  /** The kind that the path tells. */
  static Optional<Kind> named(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (CI.matcher(path).matches()) {
      return Optional.of(Kind.CI);
    }
    if (MAVEN.matcher(path).matches()) {
      return Optional.of(Kind.MAVEN);
    }
    if (COMPOSE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      return Optional.of(Kind.COMPOSE);
    }
    boolean text = name.toLowerCase(Locale.ROOT).endsWith(".dockerignore");
    return DOCKERFILE.matcher(name).matches() && !text
        ? Optional.of(Kind.DOCKERFILE)
        : Optional.empty();
  }

  /** Whether the content of a file of that name may be Kubernetes manifests. */
  static boolean yaml(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml");
  }

  /** Whether the text looks like Kubernetes manifests. */
  static boolean manifests(String text) {
    return API.matcher(text).find() && ANY_KIND.matcher(text).find();
  }

  /** Whether one of the manifests runs containers. */
  static boolean runsContainers(String text) {
    return WORKLOAD.matcher(text).find();
  }
}
