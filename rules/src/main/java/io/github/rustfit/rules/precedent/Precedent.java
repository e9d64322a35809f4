package io.github.rustfit.rules.precedent;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A published migration, or a published refusal of one.
 *
 * @param id unique, e.g. {@code discord-read-states}
 * @param title who did what, e.g. {@code Discord, read states: Go → Rust}
 * @param outcome how it ended
 * @param traits what the system was like before
 * @param pain what hurt, with the published figures
 * @param gain what it brought, with the published figures
 * @param triedFirst what was tried in the old language; empty when not published
 * @param changedToo what else changed, so that the gain is not the language's alone
 * @param calibrates whether so little else changed that the gain says something of the languages
 * @param read how the source is known: {@code primary}, {@code secondary} or {@code memory}
 * @param source where it is published
 */
public record Precedent(
    String id,
    String title,
    Outcome outcome,
    Set<Trait> traits,
    String pain,
    String gain,
    String triedFirst,
    String changedToo,
    boolean calibrates,
    String read,
    String source) {

  /** How a migration ended. */
  public enum Outcome {
    /** It runs natively now. */
    MOVED,
    /** It stayed, or the gain was won in the old language. */
    REFUSED,
    /** It came back. */
    REVERSED,
    /** It is proposed and not done. */
    PROPOSED;

    /** The name in data files and {@code report.json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it speaks against moving. */
    public boolean against() {
      return this == REFUSED || this == REVERSED;
    }
  }

  public Precedent {
    EnumSet<Trait> inOrder = EnumSet.noneOf(Trait.class);
    inOrder.addAll(traits);
    traits = Collections.unmodifiableSet(inOrder);
    if (source.isBlank() || gain.isBlank() || traits.isEmpty()) {
      throw new IllegalArgumentException(id + " needs traits, an outcome and a source");
    }
  }
}
