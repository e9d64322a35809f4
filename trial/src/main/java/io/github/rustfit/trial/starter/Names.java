package io.github.rustfit.trial.starter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Names that are valid where they are written, whatever the name in Java is. */
final class Names {

  /** Longer names of folders and crates are cut and told apart by a digest. */
  private static final int LONGEST = 60;

  /** Words that are no identifier unless escaped (The Rust Reference, Keywords, edition 2024). */
  private static final Set<String> RUST =
      Set.of(
          ("as break const continue crate else enum extern false fn for if impl in let loop match"
                  + " mod move mut pub ref return self Self static struct super trait true type"
                  + " unsafe use where while async await dyn abstract become box do final macro"
                  + " override priv typeof unsized virtual yield try gen")
              .split(" "));

  /** Words that are no identifier even when escaped (The Rust Reference, Identifiers). */
  private static final Set<String> NEVER_RAW = Set.of("crate", "self", "super", "Self", "_");

  /** Words that are no identifier (JLS 25, 3.9 and 3.10). */
  private static final Set<String> JAVA =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while _ true false null")
              .split(" "));

  /** Names of devices that Windows does not let a folder have. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private Names() {}

  /**
   * The name of a component as a folder and in the name of a crate: lower-case letters, digits and
   * single hyphens. What is lost otherwise comes back as a digest, so that two components that are
   * told apart only by it get two folders.
   */
  static String slug(String component) {
    String plain =
        component.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    boolean faithful =
        component.matches("[a-z0-9]+([/.-][a-z0-9]+)*")
            && plain.length() <= LONGEST
            && !DEVICES.contains(plain)
            && !plain.matches("(com|lpt)[0-9]");
    if (faithful) {
      return plain;
    }
    String start = plain.substring(0, Math.min(plain.length(), LONGEST - 9));
    return (start.isEmpty() ? "component" : start.replaceAll("-+$", "")) + "-" + digest(component);
  }

  private static String digest(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
  }

  /** Digest of bytes, lower-case hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** Of letters A to Z, digits and underscores only; anything else by its code. */
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

  /** In the style of Rust's functions and modules, not yet safe from being a keyword. */
  static String snake(String name) {
    return ascii(name.replace('$', '_'))
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** An identifier of Rust in the style of functions. */
  static String rust(String name) {
    String snake = snake(name);
    if (NEVER_RAW.contains(snake)) {
      return snake + "_";
    }
    return RUST.contains(snake) ? "r#" + snake : snake;
  }

  /** Begins with a capital, of letters A to Z, digits and underscores only: part of a type name. */
  static String capital(String name) {
    String plain = ascii(name.replace("$", ""));
    return plain.isEmpty()
        ? ""
        : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }

  /** Whether Java can call it by this name. */
  static boolean isJava(String identifier) {
    return !identifier.isEmpty()
        && !JAVA.contains(identifier)
        && Character.isJavaIdentifierStart(identifier.codePointAt(0))
        && identifier
            .codePoints()
            .allMatch(
                c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  /** Whether it is a package of such names; the empty name is the unnamed package. */
  static boolean isPackage(String name) {
    if (name.isEmpty()) {
      return true;
    }
    for (String part : name.split("\\.", -1)) {
      if (!isJava(part)) {
        return false;
      }
    }
    return true;
  }

  /** A package's last part made of a slug. */
  static String packagePart(String slug) {
    String part = slug.replace('-', '_');
    return isJava(part) ? part : "c_" + part;
  }

  /**
   * A class or method as the name of a function that JNI looks for (JNI Specification, table 2-1).
   */
  static String jni(String name) {
    StringBuilder mangled = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.' || c == '/') {
        mangled.append('_');
      } else if (c == '_') {
        mangled.append("_1");
      } else if (c < 128 && Character.isLetterOrDigit(c)) {
        mangled.append(c);
      } else {
        mangled.append(String.format(Locale.ROOT, "_0%04x", (int) c));
      }
    }
    return mangled.toString();
  }
}
