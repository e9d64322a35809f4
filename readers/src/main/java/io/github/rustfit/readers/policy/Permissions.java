package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.Location;
import io.github.rustfit.readers.yaml.Quoted;
import io.github.rustfit.readers.yaml.Suggestion;
import io.github.rustfit.readers.yaml.YamlDocument;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a policy lets the policies after it do.
 *
 * @param overridable paths that they may override, with their places
 * @param reserved paths that they may not set at all, with their places
 */
record Permissions(Map<String, Location> overridable, Map<String, Location> reserved) {

  /** Reads them; what is no key of a policy, and what contradicts itself, becomes a problem. */
  static Permissions of(YamlDocument document, PolicyKeys keys) {
    Permissions permissions =
        new Permissions(paths(document, "overridable", keys), paths(document, "reserved", keys));
    permissions.overridable.forEach(
        (path, at) ->
            permissions
                .reservedAbove(path)
                .ifPresent(
                    above ->
                        document
                            .problems()
                            .add(
                                at,
                                "overridable: "
                                    + Quoted.of(path)
                                    + " is reserved in "
                                    + permissions.reserved.getOrDefault(above, at).words(),
                                "Remove one of the two: what is reserved cannot be overridden.")));
    return permissions;
  }

  private static Map<String, Location> paths(YamlDocument document, String list, PolicyKeys keys) {
    Map<String, Location> paths = new TreeMap<>();
    JsonNode items = document.root().path(list);
    for (int i = 0; i < items.size(); i++) {
      if (!items.path(i).isTextual()) {
        continue; // the schema says so already
      }
      String path = items.path(i).asText();
      Location at = document.valueAt("/" + list + "/" + i);
      if (keys.paths().contains(path)) {
        paths.put(path, at);
      } else {
        document
            .problems()
            .add(
                at,
                list + ": there is no key " + Quoted.of(path) + " that a policy could set",
                Suggestion.of(path, keys.paths())
                    .map(meant -> "Did you mean '" + meant + "'?")
                    .orElse("Write the path of a key, e.g. limits.cpuShare or serviceLevel."));
      }
    }
    return paths;
  }

  boolean allows(String path) {
    return overridable.keySet().stream().anyMatch(one -> covers(one, path));
  }

  /** The reserved path that this one is or lies in. */
  Optional<String> reservedAbove(String path) {
    return reserved.keySet().stream().filter(one -> covers(one, path)).findFirst();
  }

  private static boolean covers(String block, String path) {
    return path.equals(block) || path.startsWith(block + ".");
  }
}
