package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.labels.Hosts;
import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.readers.labels.Manifest;
import io.github.rustfit.readers.labels.PathLabels;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How recordings and logs get their labels.
 *
 * @param all said of all of them
 * @param paths by their paths
 * @param list a CSV file, relative to the project's root; empty for none
 * @param hosts what becomes of the names of hosts
 */
public record WantedLabels(Labels all, Optional<PathLabels> paths, String list, Hosts hosts) {

  /** What they say themselves. */
  public static final WantedLabels NONE =
      new WantedLabels(Labels.NONE, Optional.empty(), "", Hosts.KEEP);

  /**
   * What a user asked for; null or blank for what was not said.
   *
   * @param all {@code name=value}, separated by commas
   * @param paths a pattern, see {@link PathLabels#of}
   * @param list a file, see {@link Manifest}
   * @param hosts {@code keep}, {@code hash} or {@code drop}
   * @throws IllegalArgumentException whose message says what is wrong
   */
  public static WantedLabels of(
      @Nullable String all, @Nullable String paths, @Nullable String list, @Nullable String hosts) {
    return new WantedLabels(
        labels(stripped(all)),
        stripped(paths).isEmpty() ? Optional.empty() : Optional.of(pattern(stripped(paths))),
        stripped(list),
        hosts(stripped(hosts)));
  }

  /** How to label, with what is wrong with the list. */
  Labelling labelling(Path root, List<Problem> problems) {
    if (list.isEmpty()) {
      return new Labelling(all, paths, Manifest.NONE, hosts);
    }
    Manifest.Reading reading = Manifest.read(root, root.resolve(list));
    problems.addAll(reading.problems());
    return new Labelling(all, paths, reading.manifest(), hosts);
  }

  private static Labels labels(String text) {
    Labels labels = Labels.NONE;
    for (String one : text.isEmpty() ? new String[0] : text.split(",")) {
      int equals = one.indexOf('=');
      String name = equals < 0 ? one.strip() : one.substring(0, equals).strip();
      if (equals < 0 || !Labels.NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "rustfit.labels has '"
                + one.strip()
                + "'; write service=orders,team=payments; labels are "
                + String.join(", ", Labels.NAMES));
      }
      String value = one.substring(equals + 1).strip();
      if (!Labels.isValue(value)) {
        throw new IllegalArgumentException(
            "rustfit.labels: the value of "
                + name
                + " is longer than "
                + Labels.LONGEST
                + " characters");
      }
      labels = labels.with(name, value);
    }
    return labels;
  }

  private static PathLabels pattern(String text) {
    try {
      return PathLabels.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "rustfit.labelPaths is '" + text + "': " + e.getMessage(), e);
    }
  }

  private static Hosts hosts(String text) {
    for (Hosts one : Hosts.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
        return one;
      }
    }
    if (text.isEmpty()) {
      return Hosts.KEEP;
    }
    throw new IllegalArgumentException("rustfit.hosts is '" + text + "'; use keep, hash or drop");
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
