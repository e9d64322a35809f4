package io.github.rustfit.rules.evidence.trial;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A port of one method that was tried on one machine.
 *
 * @param component the component that the method belongs to
 * @param entry {@code package.Type#method(type,…)}, as {@code rustfit.entry} takes it
 * @param port whose port it is
 * @param day when, as {@code yyyy-MM-dd}
 * @param machine on what
 * @param outputs whether both gave the same
 * @param figures what was measured; empty where nothing was, as when outputs differ
 * @param sources SHA-256 of the code in each file that the Java method needs, by path
 * @param crate SHA-256 of the port's code
 * @param takeBack when the port is to be taken back
 * @param changed those of the files whose code is another today, or gone; empty in the file of the
 *     trial
 */
public record Trial(
    String component,
    String entry,
    Port port,
    String day,
    TrialMachine machine,
    TrialOutputs outputs,
    Optional<TrialFigures> figures,
    SortedMap<String, String> sources,
    String crate,
    TakeBack takeBack,
    SortedSet<String> changed)
    implements Comparable<Trial> {

  /** Whose port was tried. */
  public enum Port {
    /** A straight translation by machine, which can show a gain and cannot refute one. */
    MACHINE,
    /** A person's, or an assistant's, that nobody says is done. */
    OPEN,
    /** The same, and declared to be as good as it gets: it can refute a gain. */
    FINISHED
  }

  private static final Comparator<Trial> ORDER =
      Comparator.comparing(Trial::component)
          .thenComparing(Trial::entry)
          .thenComparing(Trial::day)
          .thenComparing(Trial::toString);

  public Trial {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
    if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      throw new IllegalArgumentException("not a day: " + day);
    }
    if (component.isBlank() || entry.indexOf('#') < 1) {
      throw new IllegalArgumentException("no trial of a method: " + component + ", " + entry);
    }
    if (figures.isPresent() && !outputs.equal()) {
      throw new IllegalArgumentException("figures of a port that was not found to give the same");
    }
  }

  /** The same, knowing which code is another today. */
  public Trial changed(SortedSet<String> files) {
    return new Trial(
        component, entry, port, day, machine, outputs, figures, sources, crate, takeBack, files);
  }

  /** The same, taken back when this is so. */
  public Trial with(TakeBack condition) {
    return new Trial(
        component, entry, port, day, machine, outputs, figures, sources, crate, condition, changed);
  }

  /** Whether it measures the port of the Java code that is here: equal outputs, enough pairs. */
  public boolean measures() {
    return changed.isEmpty()
        && figures.filter(one -> one.pairs() >= TrialFigures.FEWEST_PAIRS).isPresent();
  }

  /** The class that declares the method. */
  public String className() {
    return entry.substring(0, entry.indexOf('#'));
  }

  @Override
  public int compareTo(Trial other) {
    return ORDER.compare(this, other);
  }
}
