package io.github.rustfit.engine.production;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function of Rust as a profiler names it: mangled in either way of rustc (The rustc book, Symbol
 * Mangling), or as a demangler writes it, with or without the hash.
 *
 * @param crate the crate that its path begins with, or that of the type it is a method of
 * @param certain whether nothing else is named like this; a plain path could as well be of C++
 */
record RustSymbol(String crate, boolean certain) {

  /** Crates that come with rustc, in any program. */
  private static final Set<String> TOOLCHAIN =
      Set.of("core", "alloc", "std", "__rustc", "hashbrown", "compiler_builtins", "rustc_demangle");

  /** Names of C++ that begin like a path of Rust, in libjvm. */
  private static final Set<String> OF_JVM =
      Set.of("os", "metaspace", "vmClasses", "vmIntrinsics", "java_lang_Thread");

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]*");

  /** Begins a path; a demangler of v0 may write a crate's hash in brackets. */
  private static final Pattern PATH = Pattern.compile("([a-z_][a-z0-9_]*)(\\[[0-9a-f]+])?::.+");

  /** {@code <a::B as c::D>::e}, {@code <impl a::B for c::D>::e} and {@code <a::B>::e}. */
  private static final Pattern OF_TYPE =
      Pattern.compile("<(?:impl .* for )?[&*(\\[ ]*(?:mut |dyn |const )*([a-z_][a-z0-9_]*)::.*");

  private static final Pattern HASH = Pattern.compile("::h[0-9a-f]{16}(\\.llvm\\.[0-9]+)?$");

  private static final Pattern LEGACY =
      Pattern.compile("_?_ZN(.+)17h[0-9a-f]{16}E(\\.llvm\\.[0-9]+|\\.cold|\\.part\\.[0-9]+)*");

  private static final Pattern LEGACY_TYPE =
      Pattern.compile(
          "_?\\$LT\\$(?:impl\\$u20\\$.*\\$u20\\$for\\$u20\\$)?([a-z_][a-z0-9_]*)\\.\\..*");

  /** The function that a frame names; empty where it is none of Rust, or has no crate. */
  static Optional<RustSymbol> of(String frame) {
    String name = frame.substring(frame.indexOf('`') + 1); // a library may stand in front
    if (name.startsWith("_R") || name.startsWith("__R")) {
      return new V0(name.substring(name.indexOf('R') + 1))
          .crate()
          .map(crate -> new RustSymbol(crate, true));
    }
    Matcher legacy = LEGACY.matcher(name);
    if (legacy.matches()) {
      return ofLegacy(legacy.group(1)).map(crate -> new RustSymbol(crate, true));
    }
    boolean hash = HASH.matcher(name).find();
    boolean marked = hash || name.contains("{{closure}}") || name.contains("{closure#");
    Matcher type = OF_TYPE.matcher(name);
    if (type.matches()) {
      return Optional.of(new RustSymbol(type.group(1), true));
    }
    Matcher path = PATH.matcher(name);
    if (path.matches() && !OF_JVM.contains(path.group(1))) {
      return Optional.of(new RustSymbol(path.group(1), marked || path.group(2) != null));
    }
    return Optional.empty();
  }

  /** Whether it came with rustc, so that it tells nothing of who wrote it. */
  boolean toolchain() {
    return TOOLCHAIN.contains(crate);
  }

  /** The first part of {@code 4core3fmt5write}, or the crate of the type that it names. */
  private static Optional<String> ofLegacy(String path) {
    int end = 0;
    while (end < path.length() && end < 4 && Character.isDigit(path.charAt(end))) {
      end++;
    }
    if (end == 0) {
      return Optional.empty();
    }
    int length = Integer.parseInt(path.substring(0, end));
    if (end + length > path.length()) {
      return Optional.empty();
    }
    String first = path.substring(end, end + length);
    Matcher type = LEGACY_TYPE.matcher(first);
    if (type.matches()) {
      return Optional.of(type.group(1));
    }
    return IDENTIFIER.matcher(first).matches() ? Optional.of(first) : Optional.empty();
  }

  /** Finds the crate's root in a path of the v0 scheme (RFC 2603). */
  private static final class V0 {

    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    V0(String text) {
      this.text = text;
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++; // version of the encoding
      }
    }

    Optional<String> crate() {
      if (++depth > DEEPEST || at >= text.length()) {
        return Optional.empty();
      }
      char tag = text.charAt(at++);
      switch (tag) {
        case 'C' -> {
          return identifier();
        }
        case 'N' -> at++; // a namespace, then the path around
        case 'M', 'X' -> {
          skipDisambiguator();
        }
        case 'I', 'Y', 'R', 'Q', 'P', 'O', 'S', 'A' -> {
          if (at < text.length() && text.charAt(at) == 'L') {
            at++;
            skipBase62();
          }
        }
        default -> {
          // A basic type has no crate; in <str as a::B>::c the trait's is the next best.
          if (!Character.isLowerCase(tag)) {
            return Optional.empty();
          }
        }
      }
      return crate();
    }

    private Optional<String> identifier() {
      skipDisambiguator();
      if (at < text.length() && text.charAt(at) == 'u') {
        at++;
      }
      int start = at;
      while (at < text.length() && at - start < 4 && Character.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        return Optional.empty();
      }
      int length = Integer.parseInt(text.substring(start, at));
      if (at < text.length() && text.charAt(at) == '_') {
        at++;
      }
      return at + length <= text.length()
          ? Optional.of(text.substring(at, at + length))
          : Optional.empty();
    }

    private void skipDisambiguator() {
      if (at < text.length() && text.charAt(at) == 's') {
        at++;
        skipBase62();
      }
    }

    private void skipBase62() {
      int end = text.indexOf('_', at);
      at = end < 0 ? text.length() : end + 1;
    }
  }
}
