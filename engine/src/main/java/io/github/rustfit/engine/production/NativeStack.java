package io.github.rustfit.engine.production;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one stack shows of a native part.
 *
 * @param binding the class that is called, without its package's; empty for a library that no
 *     starter began
 * @param technique whether a class of a technique or an exported function is on the stack, so that
 *     it is a binding for certain
 * @param library the crate that Java loads, where the stack tells
 * @param crate the crate nearest to the leaf that neither is the library nor came with rustc; empty
 *     where there is none
 * @param spot where it was taken
 */
record NativeStack(
    String binding,
    boolean technique,
    Optional<String> library,
    Optional<String> crate,
    Spot spot) {

  /** What the JVM calls on behalf of JNI: jni.cpp and copy.hpp of HotSpot. */
  private static final Pattern OF_JNI =
      Pattern.compile("jni_[A-Z]\\w*|check_bounds|ac[bsil]_Copy\\w+|_Copy_\\w+|JNIHandles::.*");

  /** What the starter's library does around a call: all but the guard that calls the kernel. */
  private static final Pattern HELPERS =
      Pattern.compile(
          "(?:_?_?R|_ZN)?.*rustfit_\\w*?(?:::|[0-9]*)(?:jni|boundary)(?:::|[0-9]+)(?!guarded).*");

  private static final Pattern DOOR =
      Pattern.compile("rustfit_[a-z0-9_]+|Java_\\w*InRust(_1[0-9]+)?Jni_call");

  /** A stack with a binding or with Rust for certain; empty for any other. */
  static Optional<NativeStack> of(List<Frame> stack) {
    int java = 0;
    while (java < stack.size() && !stack.get(java).java()) {
      java++;
    }
    int at = java;
    Optional<Binding> binding = Optional.empty();
    int outermost = -1;
    boolean technique = false;
    boolean left = false;
    for (; at < stack.size(); at++) {
      Optional<Binding> one = Binding.of(stack.get(at));
      if (one.isEmpty()) {
        if (outermost >= 0) {
          break; // beyond the first binding from the leaf on, another one is another part
        }
        continue;
      }
      if (binding.isPresent() && !binding.get().className().equals(one.get().className())) {
        break;
      }
      binding = one;
      outermost = at;
      technique |= !one.get().technique().isEmpty();
      left |= one.get().technique().isEmpty() && stack.get(at).method().equals(Binding.JAVA);
    }
    List<Frame> code = stack.subList(0, java);
    if (binding.isPresent()) {
      return Optional.of(ofBinding(binding.get(), technique, left, code));
    }
    return ofOthers(code);
  }

  private static NativeStack ofBinding(
      Binding binding, boolean technique, boolean left, List<Frame> code) {
    int door = -1;
    Optional<String> library = Optional.empty();
    for (int at = code.size() - 1; at >= 0 && door < 0; at--) {
      String function = name(code.get(at));
      if (DOOR.matcher(function).matches()) {
        door = at;
        library = binding.library(function);
      }
    }
    String className = binding.className();
    if (left || door < 0) {
      Spot spot = left ? Spot.JAVA : Spot.CROSSING;
      return new NativeStack(className, technique, Optional.empty(), Optional.empty(), spot);
    }
    boolean boundary = false;
    for (int at = door - 1; at >= 0; at--) {
      String function = name(code.get(at));
      if (OF_JNI.matcher(function).matches()) {
        boundary = true;
        break;
      }
      Optional<RustSymbol> symbol = RustSymbol.of(function);
      boolean own = symbol.filter(one -> one.crate().startsWith("rustfit_")).isPresent();
      if (own && library.isEmpty()) {
        library = symbol.map(RustSymbol::crate);
      }
      boundary |= own && HELPERS.matcher(function).matches();
      if (!own && symbol.filter(one -> !one.toolchain()).isPresent()) {
        return new NativeStack(className, true, library, symbol.map(RustSymbol::crate), Spot.RUST);
      }
    }
    Spot spot = boundary ? Spot.CROSSING : Spot.DOOR;
    return new NativeStack(className, true, library, Optional.empty(), spot);
  }

  /** Rust that is called in another way, where its names leave no doubt. */
  private static Optional<NativeStack> ofOthers(List<Frame> code) {
    Optional<RustSymbol> outermost = Optional.empty();
    for (int at = code.size() - 1; at >= 0; at--) {
      Optional<RustSymbol> symbol = RustSymbol.of(name(code.get(at))).filter(RustSymbol::certain);
      boolean better = outermost.filter(one -> !one.toolchain()).isEmpty();
      outermost = better && symbol.isPresent() ? symbol : outermost;
    }
    return outermost.map(
        symbol ->
            new NativeStack("", true, Optional.empty(), Optional.of(symbol.crate()), Spot.RUST));
  }

  private static String name(Frame frame) {
    return frame.method().substring(frame.method().indexOf('`') + 1);
  }
}
