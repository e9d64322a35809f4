package io.github.rustfit.plugin.export;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collapsed stacks of what rustfit itself read, for recordings that the converter does not read:
 * samples of CPU time, bytes of allocations.
 */
final class CollapsedExport {

  private CollapsedExport() {}

  /** What profilers of the whole process sample as CPU. */
  private static final Set<SampleKind> OF_PROCESS =
      Set.of(SampleKind.CPU, SampleKind.COMPILER, SampleKind.COLLECTOR, SampleKind.VM);

  /**
   * Writes one line a stack, the root first, sorted; equal profiles give equal lines. CPU is that
   * of all threads, as in the recording.
   */
  static void write(ProfileSummary profile, SampleKind kind, Writer out) throws IOException {
    Map<String, Long> lines = new TreeMap<>();
    for (Map.Entry<SampleKey, Weight> sample : profile.samples().entrySet()) {
      SampleKind own = sample.getKey().kind();
      if (own == kind || (kind == SampleKind.CPU && OF_PROCESS.contains(own))) {
        Weight weight = sample.getValue();
        lines.merge(
            line(sample.getKey()),
            kind == SampleKind.CPU ? weight.samples() : weight.amount(),
            Long::sum);
      }
    }
    for (Map.Entry<String, Long> line : lines.entrySet()) {
      out.write(line.getKey() + " " + line.getValue() + "\n");
    }
  }

  private static String line(SampleKey key) {
    StringBuilder line = new StringBuilder();
    List<Frame> stack = key.stack();
    for (int i = stack.size() - 1; i >= 0; i--) {
      Frame frame = stack.get(i);
      append(line, frame.java() ? frame.className() + "." + frame.method() : frame.method());
    }
    if (!key.type().isEmpty()) {
      append(line, key.type() + "_[i]"); // as async-profiler marks classes
    }
    return line.isEmpty() ? "[unknown]" : line.toString();
  }

  private static void append(StringBuilder line, String name) {
    line.append(line.isEmpty() ? "" : ";");
    for (int i = 0; i < name.length(); i++) {
      line.append(harmless(name.charAt(i), false));
    }
  }

  /** A character that neither ends a frame or line nor tells a terminal anything. */
  static char harmless(char c, boolean structure) {
    if (structure && (c == '\n' || c == ';')) {
      return c;
    }
    boolean tells =
        c == ';'
            || Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.LINE_SEPARATOR
            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    return tells ? '\uFFFD' : c;
  }
}
