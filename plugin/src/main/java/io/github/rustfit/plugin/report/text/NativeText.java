package io.github.rustfit.plugin.report.text;

import static io.github.rustfit.rules.stats.Format.bytes;
import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.factor;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.production.NativePart;
import io.github.rustfit.engine.production.NativePart.State;
import io.github.rustfit.engine.production.NativeParts;
import io.github.rustfit.engine.production.ProcessMemory;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Native parts of the program, in words. */
public final class NativeText {

  private NativeText() {}

  /** What a part is and what comes of it, in one line. */
  public static String line(NativePart part) {
    List<String> said = new ArrayList<>();
    for (State state : List.of(State.TAKE_BACK, State.NOT_CHECKED, State.HOLDS)) {
      said.addAll(part.texts(state));
    }
    return "Native: "
        + part.name()
        + (part.component().isEmpty() ? "" : " of " + part.component())
        + ", "
        + cpu(part)
        + ": "
        + part.state().words()
        + "."
        + said.stream().map(text -> " " + text).collect(Collectors.joining());
  }

  private static String cpu(NativePart part) {
    if (part.cpu().known()) {
      return Show.share(part.cpu()) + " of the CPU samples";
    }
    return part.used() ? "CPU share not seen" : "not seen in use";
  }

  /** What its calls use of the CPU; unknown where no recording shows it. */
  public static String share(Share share) {
    return share.known() ? Show.share(share) : Show.UNKNOWN;
  }

  /** What the boundary takes of it, with what cannot be told. */
  public static String crossing(NativePart part) {
    Share crossing = part.spots().crossing();
    return crossing.known()
        ? percent(crossing.low()) + " – " + percent(crossing.high())
        : Show.UNKNOWN;
  }

  /** What its calls were seen to ask the system for. */
  public static String allocated(NativePart part) {
    long bytes = part.seen().allocatedBytes();
    return bytes < 0 ? Show.UNKNOWN : "at least " + bytes(bytes);
  }

  /** What was agreed. */
  public static String agreed(TakeBack one) {
    List<String> all = new ArrayList<>();
    if (one.gainBelow() > 0) {
      all.add("gain below " + factor(one.gainBelow()));
    }
    if (one.crossingAbove() > 0) {
      all.add("boundary above " + percent(one.crossingAbove()));
    }
    if (one.memoryAbove() > 0) {
      all.add("memory outside of the heap above " + bytes(one.memoryAbove()));
    }
    return all.isEmpty() ? "nothing" : String.join(", ", all);
  }

  /** What the process held outside of the heap; empty where nothing is native or known. */
  public static Optional<String> memory(NativeParts parts) {
    ProcessMemory memory = parts.memory();
    if (memory.outsideAtMost().isEmpty()) {
      return parts.parts().isEmpty()
          ? Optional.empty()
          : Optional.of(
              "Memory outside of the heap: unknown, jdk.ResidentSetSize was not recorded.");
    }
    String least =
        memory.outsideAtLeast().isPresent()
            ? bytes(memory.outsideAtLeast().getAsLong())
            : "an unknown part of it";
    String jvm =
        memory.jvmBytes().isPresent()
            ? " The JVM itself accounts for "
                + bytes(memory.jvmBytes().getAsLong())
                + " outside of the heap, first of all "
                + memory.ofJvm().entrySet().stream()
                    .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(3)
                    .map(part -> part.getKey() + " " + bytes(part.getValue()))
                    .collect(Collectors.joining(", "))
                + "; what native libraries ask for is not in it."
            : " What of it is the JVM's own is unknown without -XX:NativeMemoryTracking=summary.";
    return Optional.of(
        "The process held "
            + bytes(memory.outsideAtMost().getAsLong())
            + " at its peak, the heap included; outside of it at least "
            + least
            + "."
            + jvm);
  }

  /** Samples that tell nothing of CPU. */
  public static String nativeSamples(NativePart part) {
    return part.seen().nativeSamples() == 0 ? "none" : count(part.seen().nativeSamples());
  }
}
