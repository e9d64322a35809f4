package io.github.rustfit.rules.evidence.source;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the tool needs to know of one source file.
 *
 * @param module artifact id of the Maven module
 * @param path relative to the project's root, with {@code /}
 * @param sha256 digest of its bytes, lower-case hexadecimal
 * @param role whether it is shipped or only tests
 * @param packageName its package; empty for the unnamed one
 * @param linesOfCode lines that carry code: neither blank nor comment only
 * @param imports imported names as written, {@code static} and {@code .*} included in the name's
 *     form, e.g. {@code java.util.List}, {@code java.util.*}, and types that the code names in full
 *     instead of importing them
 * @param types all types it declares
 * @param patterns places that look like a known pattern; test code has none
 * @param mechanisms places that use what only a JVM has; test code has none
 */
public record SourceFile(
    String module,
    String path,
    String sha256,
    Role role,
    String packageName,
    int linesOfCode,
    SortedSet<String> imports,
    List<SourceType> types,
    SortedSet<PatternMatch> patterns,
    SortedSet<MechanismUse> mechanisms)
    implements Comparable<SourceFile> {

  /** What a source root is for. */
  public enum Role {
    /** Shipped code. */
    MAIN,
    /** Test code: it never owns a sample. */
    TEST
  }

  private static final Comparator<SourceFile> ORDER =
      Comparator.comparing(SourceFile::path)
          .thenComparing(SourceFile::sha256)
          .thenComparing(SourceFile::module)
          .thenComparing(SourceFile::role)
          .thenComparing(SourceFile::toString);

  public SourceFile {
    imports = Collections.unmodifiableSortedSet(new TreeSet<>(imports));
    types = types.stream().sorted().toList();
    patterns = Collections.unmodifiableSortedSet(new TreeSet<>(patterns));
    mechanisms = Collections.unmodifiableSortedSet(new TreeSet<>(mechanisms));
    if (linesOfCode < 0) {
      throw new IllegalArgumentException("negative lines of code");
    }
  }

  /**
   * Whether it is Java. Of other languages only packages, imports, types and functions are known:
   * there are no signatures, shapes, patterns or mechanisms.
   */
  public boolean java() {
    return path.endsWith(".java");
  }

  @Override
  public int compareTo(SourceFile other) {
    return ORDER.compare(this, other);
  }
}
