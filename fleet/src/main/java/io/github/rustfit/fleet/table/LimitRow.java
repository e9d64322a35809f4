package io.github.rustfit.fleet.table;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one limit.
 *
 * @param service null where no label says it
 * @param version null where no label says it, and where a limit is not about one
 * @param component null where it is not about one
 * @param limit its key in the policy of the service, as {@code limits.cpuShare}; of one over all
 *     services {@code portfolio.} and its key
 * @param level {@code error} or {@code warning}
 * @param state what became of it
 * @param measured the figure with its interval; null where there is none
 * @param bound the limit as text; null where it has no figure
 * @param decision who decided what until when; null without
 * @param message in one sentence
 */
public record LimitRow(
    @Nullable String service,
    @Nullable String version,
    @Nullable String component,
    String limit,
    String level,
    String state,
    @Nullable String measured,
    @Nullable String bound,
    @Nullable String decision,
    String message)
    implements Serializable, Comparable<LimitRow> {

  private static final long serialVersionUID = 1;

  /** It is crossed, and nobody decided that this may be. */
  public static final String CROSSED = "crossed";

  /** It is crossed, and a decision in force says that this may be. */
  public static final String ACCEPTED = "accepted";

  /** What it limits is not known. */
  public static final String UNCHECKED = "unchecked";

  /** It holds. */
  public static final String HELD = "held";

  private static final List<String> STATES = List.of(CROSSED, UNCHECKED, ACCEPTED, HELD);

  private static final Comparator<LimitRow> ORDER =
      Comparator.<LimitRow>comparingInt(row -> STATES.indexOf(row.state))
          .thenComparing(row -> row.level)
          .thenComparing(row -> row.limit)
          .thenComparing(row -> text(row.service))
          .thenComparing(row -> text(row.version))
          .thenComparing(row -> text(row.component))
          .thenComparing(row -> row.message);

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Whether it is in this state. */
  public boolean is(String what) {
    return state.equals(what);
  }

  /** Whether it is an error that nobody decided on. */
  public boolean fails() {
    return is(CROSSED) && level.equals("error");
  }

  /** Whom it is about: service, version and component, as far as there are any. */
  public String where() {
    StringBuilder where = new StringBuilder(service == null ? "(no service named)" : service);
    if (version != null) {
      where.append(' ').append(version);
    }
    if (component != null) {
      where.append(", ").append(component);
    }
    return where.toString();
  }

  /** Crossed ones first, errors before warnings. */
  @Override
  public int compareTo(LimitRow other) {
    return ORDER.compare(this, other);
  }
}
