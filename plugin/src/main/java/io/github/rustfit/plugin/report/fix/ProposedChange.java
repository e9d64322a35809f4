package io.github.rustfit.plugin.report.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of one line of Java that cures a pattern there, and a constant that it takes. Only what
 * the line alone shows to mean the same is proposed; nobody has compiled it.
 *
 * @param before the line as it is, without its indentation
 * @param after the line instead; empty where it goes
 * @param constant a field to be added to the class; empty for none
 */
public record ProposedChange(String before, Optional<String> after, Optional<String> constant) {

  /** The longest line that is looked at. */
  private static final int LONGEST = 300;

  /** A line as a diff has it. */
  public record DiffLine(char sign, String text) {}

  /**
   * What to change at a line.
   *
   * @param pattern id of the pattern that was found there
   * @param file all lines of the file
   * @param line from 1
   * @return empty where the line does not show enough
   */
  public static Optional<ProposedChange> of(String pattern, List<String> file, int line) {
    if (line < 1 || line > file.size() || file.get(line - 1).length() > LONGEST) {
      return Optional.empty();
    }
    String before = file.get(line - 1).strip();
    return before.contains("//") || before.contains("/*") || before.contains("\"\"\"")
        ? Optional.empty()
        : Rewrites.of(pattern)
            .flatMap(rewrite -> rewrite.apply(before, new SourceNames(file)))
            .filter(change -> !change.after().equals(Optional.of(before)));
  }

  static Optional<ProposedChange> replaced(String before, String after) {
    return Optional.of(new ProposedChange(before, Optional.of(after), Optional.empty()));
  }

  static Optional<ProposedChange> withConstant(String before, String after, String constant) {
    return Optional.of(new ProposedChange(before, Optional.of(after), Optional.of(constant)));
  }

  /** The lines of a diff, in order. */
  public List<DiffLine> diff() {
    List<DiffLine> lines = new ArrayList<>();
    constant.ifPresent(text -> lines.add(new DiffLine('+', text)));
    lines.add(new DiffLine('-', before));
    after.ifPresent(text -> lines.add(new DiffLine('+', text)));
    return lines;
  }
}
