package io.github.rustfit.readers.labels;

import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How inputs get their labels. What is said closer to an input counts: a list before its path, that
 * before what is said of all, that before what it says itself.
 *
 * @param all said of all inputs
 * @param paths by their paths
 * @param manifest by a list
 * @param hosts what becomes of the names of hosts
 */
public record Labelling(Labels all, Optional<PathLabels> paths, Manifest manifest, Hosts hosts) {

  /** What inputs say themselves. */
  public static final Labelling NONE =
      new Labelling(Labels.NONE, Optional.empty(), Manifest.NONE, Hosts.KEEP);

  /** Times and machines differ by nature: of a recording and its JVM, of a pod and its node. */
  private static final List<String> MAY_DIFFER = List.of("start", "host");

  /**
   * An input with its labels.
   *
   * @param path as it is shown
   * @param labels what it is of
   * @param contradiction what is said of it in two ways, in a sentence; empty for nothing
   */
  public record Labelled(String path, Labels labels, String contradiction) {}

  /** A path as it is shown: without the name of a host that is not kept. */
  public String shown(String path) {
    return paths.map(one -> one.shown(path, hosts)).orElse(path);
  }

  /**
   * Labels an input.
   *
   * @param path relative to the project's root
   * @param own what it says itself
   * @param profile its samples, whose labels count where they are all alike
   */
  public Labelled label(String path, Labels own, ProfileSummary profile) {
    Map<String, Labels> said = new LinkedHashMap<>();
    said.put("the list", manifest.labels(path));
    said.put("its path", paths.map(one -> one.labels(path)).orElse(Labels.NONE));
    said.put("what is said of all", all);
    said.put(
        "what it says itself", own.or(Attributes.ofSamples(profile.facts().sampling().labels())));
    Labels labels = Labels.NONE;
    List<String> against = new ArrayList<>();
    for (Map.Entry<String, Labels> one : said.entrySet()) {
      for (String name : labels.against(one.getValue())) {
        if (!MAY_DIFFER.contains(name)) {
          against.add(
              name
                  + " is '"
                  + labels.value(name)
                  + "', and '"
                  + one.getValue().value(name)
                  + "' by "
                  + one.getKey());
        }
      }
      labels = labels.or(one.getValue());
    }
    return new Labelled(
        shown(path),
        labels.with("host", hosts.kept(labels.host())),
        against.isEmpty()
            ? ""
            : "Labels contradict each other: " + String.join("; ", against) + ".");
  }
}
