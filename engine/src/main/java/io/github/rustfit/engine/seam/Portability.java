package io.github.rustfit.engine.seam;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.stats.Format;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands between the hot part of a component and a port that says the same line by line. It
 * tells what a port has to begin with, and nothing of what it gains; no gate and no verdict reads
 * it.
 *
 * @param kernel the method that a port could take; empty when none was looked at
 * @param share CPU samples below it, as a share of all of the process, 0..1
 * @param methods how many methods of the project move with it, itself among them
 * @param whole whether all of them were looked at; otherwise there may be more blockers
 * @param blockers what stands between, those in the method itself first
 * @param because why there is no kernel; empty when there is one
 */
public record Portability(
    Optional<Entry> kernel,
    double share,
    int methods,
    boolean whole,
    List<Blocker> blockers,
    String because) {

  /** How much stands between, the least first. */
  public enum Grade {
    /** Nothing: it ports as it stands. */
    AS_IT_STANDS,
    /** Text, boxes or collections must become bytes first. */
    BYTES_FIRST,
    /** State would have to move too. */
    STATE_TOO,
    /** Something of it only a JVM has, or has to be written anew. */
    BOUND,
    /** No method with a loop takes enough CPU. */
    NO_KERNEL,
    /** It was not looked at. */
    UNKNOWN;

    /** The name in {@code report.json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Why there is no kernel where all was looked at. */
  public static final String NO_LOOP = "no method with a loop of its own takes enough CPU";

  public Portability {
    blockers = List.copyOf(blockers);
    if (kernel.isEmpty() == because.isEmpty()) {
      throw new IllegalArgumentException("a kernel, or why there is none");
    }
  }

  /** Nothing to port, or nothing that could be looked at. */
  public static Portability none(String because) {
    return new Portability(Optional.empty(), 0, 0, false, List.of(), because);
  }

  /** How much stands between. */
  public Grade grade() {
    if (kernel.isEmpty()) {
      return because.equals(NO_LOOP) ? Grade.NO_KERNEL : Grade.UNKNOWN;
    }
    Set<Blocker.Asks> asks = EnumSet.noneOf(Blocker.Asks.class);
    blockers.forEach(one -> asks.add(one.kind().asks()));
    if (asks.contains(Blocker.Asks.REWRITE) || !whole) {
      return Grade.BOUND;
    }
    if (asks.contains(Blocker.Asks.STATE)) {
      return Grade.STATE_TOO;
    }
    return asks.contains(Blocker.Asks.BYTES)
            || kernel.get().crossing().ease() == Ease.SERIALIZED // plain objects do, too
        ? Grade.BYTES_FIRST
        : Grade.AS_IT_STANDS;
  }

  /** The first blocker that gives the grade. */
  public Optional<Blocker> first() {
    Blocker.Asks most =
        switch (grade()) {
          case BYTES_FIRST -> Blocker.Asks.BYTES;
          case STATE_TOO -> Blocker.Asks.STATE;
          default -> Blocker.Asks.REWRITE;
        };
    return blockers.stream().filter(one -> one.kind().asks() == most).findFirst();
  }

  /** All of it in one sentence. */
  public String text() {
    if (kernel.isEmpty()) {
      return grade() == Grade.NO_KERNEL
          ? "Nothing to port line by line: " + because + "."
          : "Not known what stands between it and a port: " + because + ".";
    }
    String what = kernel.get().text() + ", " + percent(share) + " of the CPU of the process,";
    return switch (grade()) {
      case AS_IT_STANDS -> "Its hot loop ports as it stands: " + what + " takes " + along() + ".";
      case BYTES_FIRST ->
          crossing().isEmpty()
              ? what + " ports once it holds as bytes and types of its own: " + reason() + "."
              : what + " needs " + crossing() + " to cross as bytes first.";
      case STATE_TOO -> what + " ports only if state moves too: " + reason() + ".";
      default ->
          !whole && first().isEmpty()
              ? what + " takes more code along than could be looked at, at least " + along() + "."
              : what + " is bound to Java: " + reason() + ".";
    };
  }

  private String along() {
    return methods == 1
        ? "no other method along"
        : Format.count(methods - 1L) + (methods == 2 ? " method along" : " methods along");
  }

  private String crossing() {
    return kernel
        .map(Entry::crossing)
        .filter(one -> one.ease() == Ease.SERIALIZED)
        .map(Crossing::obstacles)
        .orElse("");
  }

  private String reason() {
    long kinds = blockers.stream().map(Blocker::kind).distinct().count();
    return first().map(one -> one.what() + " (" + one.place() + ")").orElse("")
        + (blockers.size() == 1
            ? ""
            : "; "
                + Format.count(blockers.size())
                + " places in all"
                + (kinds > 1 ? ", of " + kinds + " kinds" : ""));
  }

  /** Which kinds of blockers there are, for people. */
  public String kinds() {
    return blockers.stream()
        .map(Blocker::kind)
        .distinct()
        .sorted()
        .map(Blocker.Kind::text)
        .collect(Collectors.joining(", "));
  }
}
