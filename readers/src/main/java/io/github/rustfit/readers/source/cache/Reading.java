package io.github.rustfit.readers.source.cache;

import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceType;
import java.util.List;
import java.util.SortedSet;

/**
 * What was read of a source file, wherever it lies. The parts are those of {@link
 * io.github.rustfit.rules.evidence.source.SourceFile}.
 *
 * @param packageName its package
 * @param linesOfCode lines that carry code
 * @param imports imported names, and names in full
 * @param types the types it declares
 * @param patterns places that look like a known pattern
 * @param mechanisms places that use what only a JVM has
 * @param remarks what is missing and why
 */
public record Reading(
    String packageName,
    int linesOfCode,
    SortedSet<String> imports,
    List<SourceType> types,
    SortedSet<PatternMatch> patterns,
    SortedSet<MechanismUse> mechanisms,
    List<Remark> remarks) {

  /**
   * A problem of a file, wherever it lies; the parts are those of {@link
   * io.github.rustfit.rules.evidence.base.Problem}.
   */
  public record Remark(int line, String message, String remedy) {}

  public Reading {
    types = List.copyOf(types);
    remarks = List.copyOf(remarks);
  }
}
