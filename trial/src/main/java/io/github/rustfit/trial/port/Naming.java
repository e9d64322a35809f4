package io.github.rustfit.trial.port;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of Rust for names of Java: each another, whatever is lost where they are brought over. */
final class Naming {

  /** Words that are no identifier (The Rust Reference, Keywords, edition 2024). */
  private static final Set<String> RESERVED =
      Set.of(
          ("as break const continue crate else enum extern false fn for if impl in let loop match"
                  + " mod move mut pub ref return self Self static struct super trait true type"
                  + " unsafe use where while async await dyn abstract become box do final macro"
                  + " override priv typeof unsized virtual yield try gen union raw safe _"
                  + " macro_rules")
              .split(" "));

  private final Map<Object, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** The name of a thing, always the same; {@code wanted} if that is free. */
  String of(Object thing, String wanted) {
    return names.computeIfAbsent(thing, ignored -> unused(wanted));
  }

  /** A name that nothing else has. */
  String unused(String wanted) {
    String safe = RESERVED.contains(wanted) ? wanted + "_" : wanted;
    String name = safe;
    for (int i = 2; !taken.add(name); i++) {
      name = safe + "_" + i;
    }
    return name;
  }

  /** Takes a name, so that nothing else gets it. */
  void take(String name) {
    taken.add(name);
  }

  /** In the style of variables and functions. */
  static String snake(String name) {
    return ascii(name)
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** In the style of constants: at least one letter, so that it is no variable's name. */
  static String upper(String name) {
    String upper = snake(name).toUpperCase(Locale.ROOT);
    return upper.matches(".*[A-Z].*") ? upper : "C" + upper;
  }

  private static String ascii(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (c == '_' || (c < 128 && Character.isLetterOrDigit(c))) {
                plain.append((char) c);
              } else {
                plain.append(String.format(Locale.ROOT, "u%04x", c));
              }
            });
    return plain.toString();
  }
}
