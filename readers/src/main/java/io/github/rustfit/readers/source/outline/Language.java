package io.github.rustfit.readers.source.outline;

import java.util.Arrays;
import java.util.Optional;

/** A language beside Java whose compiler writes classes. */
public enum Language {
  /** Kotlin, without scripts. */
  KOTLIN(".kt"),
  /** Scala 2 and 3. */
  SCALA(".scala"),
  /** Groovy, scripts included. */
  GROOVY(".groovy");

  private final String suffix;

  Language(String suffix) {
    this.suffix = suffix;
  }

  /** The language of a file, by its name. */
  public static Optional<Language> of(String fileName) {
    return Arrays.stream(values())
        .filter(language -> fileName.endsWith(language.suffix))
        .findFirst();
  }

  /** What the names of its files end with. */
  String suffix() {
    return suffix;
  }
}
