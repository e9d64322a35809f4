package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shipped sources in other languages than Java, of which less is known. */
final class OtherLanguages {

  private OtherLanguages() {}

  /** What is not known of them; empty when there are none. */
  static Optional<Problem> problem(Collection<SourceFile> sources) {
    SortedMap<String, Integer> files = new TreeMap<>();
    for (SourceFile file : sources) {
      if (file.role() == SourceFile.Role.MAIN && !file.java()) {
        files.merge(language(file.path()), 1, Integer::sum);
      }
    }
    if (files.isEmpty()) {
      return Optional.empty();
    }
    String counts =
        files.entrySet().stream()
            .map(one -> one.getKey() + " (" + one.getValue() + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Problem(
            "",
            0,
            "Some shipped files are not Java: "
                + counts
                + ". They own what was recorded of them, but slow patterns, signs of defects,"
                + " signatures, their history and what only a JVM has are looked for in Java"
                + " alone.",
            "Look at their hot lines yourself."));
  }

  private static String language(String path) {
    String suffix = path.substring(path.lastIndexOf('.') + 1);
    return switch (suffix) {
      case "kt" -> "Kotlin";
      case "" -> "other";
      default -> suffix.substring(0, 1).toUpperCase(Locale.ROOT) + suffix.substring(1);
    };
  }
}
