package io.github.rustfit.fleet.table;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input. Null is what nobody says or what does not apply.
 *
 * @param root the folder, glob or file that the user named and that it was found by
 * @param path relative to the root; an archive's entry is {@code archive.zip!/entry}
 * @param via the evidence file, relative to the root, that tells of it; null for what was read here
 * @param kind as in {@code report.json}, or {@link #EVIDENCE}
 * @param sha256 digest of its content; null when it could not be read at all
 * @param status {@code read}, {@code partial}, {@code failed}, {@link #PASSED_OVER} or {@link
 *     #NOT_FETCHED}
 * @param problem what went wrong
 * @param labels of which program it is
 */
public record InputRow(
    String root,
    String path,
    @Nullable String via,
    String kind,
    @Nullable String sha256,
    String status,
    @Nullable String problem,
    RowLabels labels)
    implements Serializable, Comparable<InputRow> {

  private static final long serialVersionUID = 1;

  /** The kind of an evidence file. */
  public static final String EVIDENCE = "evidence";

  /** The status of a file in a folder that is neither a recording nor a log nor evidence. */
  public static final String PASSED_OVER = "passed-over";

  /** The status of a file that the storage did not give. */
  public static final String NOT_FETCHED = "not-fetched";

  private static final String READ = "read";
  private static final String FAILED = "failed";

  private static final Comparator<InputRow> ORDER =
      Comparator.comparing(InputRow::root)
          .thenComparing(InputRow::path)
          .thenComparing(row -> text(row.via))
          .thenComparing(InputRow::kind)
          .thenComparing(row -> text(row.sha256))
          .thenComparing(InputRow::status)
          .thenComparing(row -> text(row.problem))
          .thenComparing(InputRow::labels);

  /** The row of an input that a reader looked at. */
  public static InputRow of(String root, @Nullable String via, Input input) {
    return new InputRow(
        root,
        input.path(),
        via,
        input.kind(),
        orNull(input.sha256()),
        input.status().name().toLowerCase(Locale.ROOT),
        orNull(input.problem()),
        RowLabels.of(input.labels()));
  }

  /** The row of an evidence file; with a problem nothing of it counts. */
  public static InputRow ofEvidence(
      String root, String path, @Nullable String sha256, String problem, Labels labels) {
    return new InputRow(
        root,
        path,
        null,
        EVIDENCE,
        sha256,
        problem.isEmpty() ? READ : FAILED,
        orNull(problem),
        RowLabels.of(labels));
  }

  /** The same with another status and problem. */
  public InputRow with(String otherStatus, String otherProblem) {
    return new InputRow(root, path, via, kind, sha256, otherStatus, orNull(otherProblem), labels);
  }

  /** Whether nothing of it counts though it was meant to be read. */
  public boolean failed() {
    return status.equals(FAILED) || status.equals(NOT_FETCHED);
  }

  /** Whether it was offered to this job rather than told of by an evidence file. */
  public boolean offered() {
    return via == null;
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public int compareTo(InputRow other) {
    return ORDER.compare(this, other);
  }
}
