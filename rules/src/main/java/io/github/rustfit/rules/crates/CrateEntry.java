package io.github.rustfit.rules.crates;

import java.util.List;

/**
 * A Java library and what Rust has instead.
 *
 * @param imports package prefixes, or single classes, by which the library is recognised
 * @param artifacts Maven coordinates, {@code group:artifact} with {@code *}
 * @param crates names of crates
 * @param grade how good the counterpart is
 * @param scope whether it matters at run time
 * @param wire whether both sides can share the format on the wire or on disk: {@code yes}, {@code
 *     no} or {@code n/a}
 * @param confidence how the entry is known: {@code verified(how)}, {@code recall} or {@code unsure}
 * @param reason why this grade
 * @param nativeCode whether the Java library itself runs native code, so that Rust would call the
 *     same or the like
 * @param source file of the catalogue it stands in; empty for the one that ships with the program
 */
public record CrateEntry(
    List<String> imports,
    List<String> artifacts,
    List<String> crates,
    Grade grade,
    Scope scope,
    String wire,
    String confidence,
    String reason,
    boolean nativeCode,
    String source) {

  /** How good the Rust counterpart of a library is. */
  public enum Grade {
    /** Nearly the same interface or format. */
    DROP_IN("nearly the same"),
    /** Different, but in production use for the same purpose. */
    MATURE("mature"),
    /** Parts are missing. */
    PARTIAL("partial"),
    /** No counterpart: the component cannot move while it uses this library. */
    NONE("no counterpart");

    private final String text;

    Grade(String text) {
      this.text = text;
    }

    /** In words, e.g. {@code nearly the same}. */
    public String text() {
      return text;
    }
  }

  /** Where the library is used. */
  public enum Scope {
    /** In the running component. */
    RUNTIME,
    /** Only by the build. */
    BUILD,
    /** Only by tests. */
    TEST
  }

  public CrateEntry {
    imports = List.copyOf(imports);
    artifacts = List.copyOf(artifacts);
    crates = List.copyOf(crates);
    if (imports.isEmpty()) {
      throw new IllegalArgumentException("an entry needs an import");
    }
  }
}
