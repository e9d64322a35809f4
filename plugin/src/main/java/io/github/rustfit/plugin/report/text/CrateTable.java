package io.github.rustfit.plugin.report.text;

import io.github.rustfit.engine.ecosystem.LibraryUse;
import io.github.rustfit.rules.crates.CrateEntry;
import java.util.List;

/** The libraries of a component and their Rust counterparts, as the page shows them. */
public final class CrateTable {

  /** Most files that a row names. */
  static final int FILES = 3;

  private static final String VERIFIED = "verified(";

  private CrateTable() {}

  /** How good the counterpart is, in words. */
  public static String grade(LibraryUse use) {
    return use.entry().map(entry -> entry.grade().text()).orElse("not in the catalogue");
  }

  /** The crates, or that there are none. */
  public static String crates(LibraryUse use) {
    return use.entry()
        .map(entry -> entry.crates().isEmpty() ? "none" : String.join(", ", entry.crates()))
        .orElse(Show.UNKNOWN);
  }

  /** Why the grade is what it is; empty when the catalogue does not say. */
  public static String reason(CrateEntry entry) {
    return entry.reason().equals("-") ? "" : entry.reason();
  }

  /** The reason of a row. */
  public static String reason(LibraryUse use) {
    return use.entry()
        .map(entry -> Show.known(reason(entry)))
        .orElse("Look whether Rust has a counterpart, and say so in a catalogue of your own.");
  }

  /** How the grade is known, in words. */
  public static String confidence(LibraryUse use) {
    return use.entry().map(entry -> confidence(entry.confidence())).orElse(Show.UNKNOWN);
  }

  private static String confidence(String confidence) {
    if (confidence.startsWith(VERIFIED) && confidence.endsWith(")")) {
      return "verified: " + confidence.substring(VERIFIED.length(), confidence.length() - 1);
    }
    return confidence.equals("recall") ? "from memory, not verified" : confidence;
  }

  /** Which catalogue says so: {@code built-in}, or the team's file. */
  public static String catalogue(CrateEntry entry) {
    return entry.source().isEmpty() ? "built-in" : entry.source();
  }

  /** The catalogue of a row. */
  public static String catalogue(LibraryUse use) {
    return use.entry().map(CrateTable::catalogue).orElse("none");
  }

  /** The first files that use it. */
  public static List<String> files(LibraryUse use) {
    return use.files().subList(0, Math.min(FILES, use.files().size()));
  }

  /** How many more there are; empty for none. */
  public static String moreFiles(LibraryUse use) {
    int more = use.files().size() - FILES;
    return more > 0 ? "and " + more + " more" : "";
  }
}
