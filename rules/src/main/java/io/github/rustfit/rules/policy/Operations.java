package io.github.rustfit.rules.policy;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What those say who run the system.
 *
 * @param approvedLanguages languages that may run in production, lower case; empty when not
 *     declared
 * @param onCall who answers when the native part fails at night; empty when not declared
 * @param nativeBinaries whether the platform admits native binaries; empty when not declared
 */
public record Operations(
    Optional<SortedSet<String>> approvedLanguages,
    String onCall,
    Optional<Boolean> nativeBinaries) {

  /** Nobody declared anything. */
  public static final Operations NOT_DECLARED =
      new Operations(Optional.empty(), "", Optional.empty());

  private static final String RUST = "rust";

  public Operations {
    approvedLanguages = approvedLanguages.map(Operations::lowerCase);
  }

  private static SortedSet<String> lowerCase(SortedSet<String> languages) {
    SortedSet<String> lower = new TreeSet<>();
    languages.forEach(language -> lower.add(language.toLowerCase(Locale.ROOT)));
    return Collections.unmodifiableSortedSet(lower);
  }

  /** Whether Rust may run in production; empty when not declared. */
  public Optional<Boolean> rustApproved() {
    return approvedLanguages.map(languages -> languages.contains(RUST));
  }
}
