package io.github.rustfit.engine.patterns;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells the samples at a line that show a pattern at work from those that are there anyway. */
@FunctionalInterface
interface SampleFilter {

  /**
   * Whether the sample shows the pattern at work.
   *
   * @param depth index of the frame at the line; what it called comes before it
   */
  boolean sees(PatternMatch match, SampleKey key, int depth);

  /** Nothing that is recorded by line can show it. */
  static SampleFilter none() {
    return (match, key, depth) -> false;
  }

  /** Either. */
  default SampleFilter or(SampleFilter other) {
    return (match, key, depth) -> sees(match, key, depth) || other.sees(match, key, depth);
  }

  /** The same without what the other shows. */
  default SampleFilter butNot(SampleFilter other) {
    return (match, key, depth) -> sees(match, key, depth) && !other.sees(match, key, depth);
  }

  /** The same, only for such matches. */
  default SampleFilter where(Predicate<PatternMatch> matches) {
    return (match, key, depth) -> matches.test(match) && sees(match, key, depth);
  }

  /** An allocation of one of these types; a {@code *} at either end stands for any text. */
  static SampleFilter allocated(String... types) {
    List<String> names = List.of(types);
    return (match, key, depth) ->
        key.kind() == SampleKind.ALLOCATION
            && names.stream().anyMatch(name -> fits(name, key.type()));
  }

  /** An allocation of the type that the match names, or of arrays of it. */
  static SampleFilter subjectAllocated() {
    return (match, key, depth) ->
        key.kind() == SampleKind.ALLOCATION && named(match.subject(), key.type().replace("[]", ""));
  }

  /**
   * CPU or allocation with one of these callees below the line, each {@code class.method}; a {@code
   * *} at either end stands for any text.
   */
  static SampleFilter below(String... callees) {
    List<String> names = List.of(callees);
    return (match, key, depth) -> costs(key.kind()) && calls(names, key, depth);
  }

  /**
   * The same where native code below the line is work and not waiting: its samples count as CPU.
   * Calls of the operating system for single bytes come from its cache, and no CPU sample of JFR
   * shows them.
   */
  static SampleFilter working(String... callees) {
    List<String> names = List.of(callees);
    return (match, key, depth) ->
        (costs(key.kind()) || key.kind() == SampleKind.NATIVE) && calls(names, key, depth);
  }

  /** CPU or allocation below this method of the type that the match names. */
  static SampleFilter ofSubject(String method) {
    return (match, key, depth) ->
        costs(key.kind())
            && called(key, depth)
                .anyMatch(
                    frame ->
                        frame.method().equals(method) && named(match.subject(), frame.className()));
  }

  /** CPU or allocation below a method of the type that the match names. */
  static SampleFilter belowSubject() {
    return (match, key, depth) ->
        costs(key.kind())
            && called(key, depth).anyMatch(frame -> named(match.subject(), frame.className()));
  }

  /** CPU of the line itself: nothing below it. */
  static SampleFilter ownCpu() {
    return (match, key, depth) -> key.kind() == SampleKind.CPU && depth == 0;
  }

  /** Samples of these kinds, whatever they hold. */
  static SampleFilter kinds(SampleKind... kinds) {
    List<SampleKind> wanted = List.of(kinds);
    return (match, key, depth) -> wanted.contains(key.kind());
  }

  private static boolean costs(SampleKind kind) {
    return kind == SampleKind.CPU || kind == SampleKind.ALLOCATION;
  }

  private static boolean calls(List<String> names, SampleKey key, int depth) {
    return called(key, depth)
        .map(frame -> frame.className() + "." + frame.method())
        .anyMatch(callee -> names.stream().anyMatch(name -> fits(name, callee)));
  }

  private static Stream<Frame> called(SampleKey key, int depth) {
    return key.stack().subList(0, Math.min(depth, key.stack().size())).stream();
  }

  /** Whether the class is the one that a source names, with or without its package. */
  private static boolean named(String subject, String className) {
    return !subject.isEmpty()
        && (className.equals(subject)
            || className.endsWith("." + subject)
            || className.endsWith("$" + subject));
  }

  private static boolean fits(String name, String text) {
    if (name.startsWith("*")) {
      return text.endsWith(name.substring(1));
    }
    return name.endsWith("*")
        ? text.startsWith(name.substring(0, name.length() - 1))
        : text.equals(name);
  }
}
