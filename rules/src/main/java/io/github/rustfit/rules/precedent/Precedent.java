package io.github.rustfit.rules.precedent;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A published migration, or a published refusal of one.
 *
 * @param id unique, e.g. {@code discord-read-states}
 * @param title who did what, e.g. {@code Discord, read states: Go → Rust}
 * @param outcome how it ended
 * @param boundary what crosses between the old language and the native part
 * @param traits what the system was like before
 * @param pain what hurt, with the published figures
 * @param gain what it brought, with the published figures
 * @param triedFirst what was tried in the old language; empty when not published
 * @param changedToo what else changed, so that the gain is not the language's alone
 * @param calibrates whether so little else changed that the gain says something of the languages
 * @param source where it is published
 */
public record Precedent(
    String id,
    String title,
    Outcome outcome,
    Boundary boundary,
    Set<Trait> traits,
    String pain,
    String gain,
    String triedFirst,
    String changedToo,
    boolean calibrates,
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

  /** What crosses between Java and a native part: the same kernel gains behind one, not another. */
  public enum Boundary {
    /** Messages or files: all of it runs in a process of its own. */
    PROCESS("messages or files of a process of its own"),
    /** Memory outside the heap, in blocks. */
    BUFFERS("blocks of memory that both sides read where they lie"),
    /** Text or primitive arrays, which are converted, copied or pinned. */
    TEXT_OR_ARRAYS("text or arrays of the heap"),
    /** Numbers and handles. */
    CALLS("calls with numbers alone"),
    /** Objects and collections, which are converted one by one or serialized. */
    OBJECTS("objects or collections that must be converted"),
    /** What a module takes that runs inside the JVM. */
    WASM("the memory of a WebAssembly module inside the JVM");

    private final String text;

    Boundary(String text) {
      this.text = text;
    }

    /** The name in data files and {@code report.json}, e.g. {@code text-or-arrays}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words, to follow "what crosses:". */
    public String text() {
      return text;
    }

    /** The boundary with that {@link #id()}. */
    public static Optional<Boundary> byId(String id) {
      return Stream.of(values()).filter(boundary -> boundary.id().equals(id)).findFirst();
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
