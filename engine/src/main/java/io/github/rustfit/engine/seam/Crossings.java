package io.github.rustfit.engine.seam;

import io.github.rustfit.rules.evidence.profile.MethodCalls;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * How often a boundary is crossed, where every call of its entries was counted: by a capture, or by
 * {@code jdk.MethodTiming}. Rates are by the time in which calls were counted, which is taken to be
 * as busy as the recorded time.
 *
 * @param counted entries whose calls were counted
 * @param entries all entries of the boundary
 * @param perSecond calls of those that were counted
 * @param bytesPerSecond bytes that these would copy, arguments and results; empty unless they are
 *     known of each that copies
 * @param cores processor cores that these crossings would take; empty unless each of them crosses
 *     as it is, and the bytes are known
 */
public record Crossings(
    int counted,
    int entries,
    double perSecond,
    OptionalDouble bytesPerSecond,
    OptionalDouble cores) {

  private static final double NANOS = 1e9;

  /** Of the entries of a boundary; empty when no call of any was counted. */
  static Optional<Crossings> of(RuleContext context, List<Entry> entries) {
    SortedMap<String, MethodCalls> calls = context.profile().facts().sampling().calls();
    int counted = 0;
    double perSecond = 0;
    double nanos = 0;
    double bytes = 0;
    boolean bytesKnown = true;
    boolean costKnown = true;
    for (Entry entry : entries) {
      Optional<MethodCalls> own = of(entry, calls);
      if (own.isEmpty()) {
        continue;
      }
      counted++;
      perSecond += own.get().perSecond();
      if (entry.crossing().copies()) {
        bytesKnown &= own.get().bytes().known();
        bytes += own.get().bytes().perSecond();
      }
      OptionalDouble each = entry.crossing().nanos();
      costKnown &= entry.ease() == Ease.FLAT && each.isPresent();
      nanos += own.get().perSecond() * each.orElse(0);
    }
    if (counted == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Crossings(
            counted,
            entries.size(),
            perSecond,
            bytesKnown ? OptionalDouble.of(bytes) : OptionalDouble.empty(),
            costKnown && bytesKnown
                ? OptionalDouble.of(nanos / NANOS + bytes / (CrossingCost.SPEED.value() * NANOS))
                : OptionalDouble.empty()));
  }

  /** The calls of the method with this name and these parameters, if their rate is known. */
  private static Optional<MethodCalls> of(Entry entry, SortedMap<String, MethodCalls> calls) {
    String start = entry.member().className() + "." + entry.member().method().name() + "(";
    Optional<Signature> signature = entry.member().method().signature();
    List<MethodCalls> fit = new ArrayList<>();
    for (Map.Entry<String, MethodCalls> one : calls.tailMap(start).entrySet()) {
      if (!one.getKey().startsWith(start)) {
        break;
      }
      if (one.getValue().rateKnown()
          && signature.isPresent()
          && same(parameters(one.getKey().substring(start.length())), signature.get())) {
        fit.add(one.getValue());
      }
    }
    return fit.size() == 1 ? Optional.of(fit.get(0)) : Optional.empty();
  }

  /** Whether types of a descriptor may be those that the source names. */
  private static boolean same(List<String> types, Signature signature) {
    List<String> declared = signature.parameters();
    boolean same = types.size() == declared.size();
    for (int i = 0; same && i < types.size(); i++) {
      same = last(types.get(i)).equals(last(declared.get(i).replaceAll("<.*>", "")));
    }
    return same;
  }

  private static String last(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** Types of the parameters of a descriptor (JVMS 25, 4.3.3), from behind its bracket on. */
  private static List<String> parameters(String descriptor) {
    List<String> types = new ArrayList<>();
    int dimensions = 0;
    for (int i = 0; i < descriptor.length() && descriptor.charAt(i) != ')'; i++) {
      char c = descriptor.charAt(i);
      if (c == '[') {
        dimensions++;
        continue;
      }
      String type = primitive(c);
      if (c == 'L') {
        int end = Math.max(i, descriptor.indexOf(';', i));
        type = descriptor.substring(i + 1, Math.max(i + 1, end)).replace('/', '.');
        i = end;
      }
      types.add(type + "[]".repeat(dimensions));
      dimensions = 0;
    }
    return types;
  }

  private static String primitive(char c) {
    return switch (c) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      default -> "";
    };
  }

  /** Whether the calls of all entries were counted and it is known what crossing takes. */
  public boolean complete() {
    return counted == entries && cores.isPresent();
  }

  /** What was counted, in one sentence. */
  public String text() {
    return (counted == entries
            ? "Counted"
            : "Counted at " + counted + " of " + entries + " entries")
        + ": "
        + Format.count(Math.round(perSecond))
        + " crossings/s"
        + (bytesPerSecond.orElse(0) > 0
            ? " with " + Format.bytes(bytesPerSecond.getAsDouble()) + "/s"
            : "")
        + (cores.isPresent()
            ? String.format(Locale.ROOT, ", which would take %.3f cores", cores.getAsDouble())
            : "")
        + ".";
  }
}
