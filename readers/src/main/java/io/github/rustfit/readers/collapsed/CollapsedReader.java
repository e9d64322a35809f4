package io.github.rustfit.readers.collapsed;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.lines.LineScanner;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads collapsed stacks of a JVM ({@code frame;frame;frame count}, the root first), as
 * async-profiler and its converter write them.
 *
 * <p>The format says neither what was sampled, nor what a count stands for, nor how long it took.
 * What was sampled is told by the leaves ({@link io.github.rustfit.readers.stacks.Leaves}): CPU
 * unless they are classes or functions that wait. What a count stands for is assumed ({@link
 * io.github.rustfit.readers.stacks.Counts}). The recorded time is 0, which means unknown: it never
 * adds to the time that a verdict needs.
 *
 * <p>Read the recording itself where there is one: for lack of a name, the converter writes the
 * JDK's samples of native code, which may be waiting, among those of Java code.
 */
public final class CollapsedReader implements InputReader {

  /** Longer lines are skipped: 2048 frames, async-profiler's limit, of 500 bytes each. */
  private static final int MAX_LINE_BYTES = 1 << 20;

  private static final String REMEDY =
      "Write it again, or record with async-profiler's -o jfr, which says more.";

  @Override
  public InputKind kind() {
    return InputKind.COLLAPSED;
  }

  @Override
  public boolean claims(byte[] head) {
    return CollapsedHead.claims(head, head.length < Content.HEAD_BYTES);
  }

  @Override
  public Reading read(Content content) throws IOException {
    CollapsedStacks stacks = new CollapsedStacks();
    long bad = 0;
    long firstBad = 0;
    long lines = 0;
    try (InputStream in = content.open()) {
      LineScanner scanner = new LineScanner(in, MAX_LINE_BYTES);
      while (scanner.next()) {
        CollapsedLine line = CollapsedLine.parse(scanner);
        boolean jumped = scanner.number() > lines + 1;
        if (firstBad == 0 && jumped) {
          firstBad = lines + 1;
        }
        lines = scanner.number();
        if (line != null) {
          stacks.add(line);
        } else if (!CollapsedLine.blank(scanner)) {
          bad++;
          firstBad = firstBad == 0 ? lines : firstBad;
        }
      }
      bad += scanner.passedOver();
      firstBad = bad > 0 && firstBad == 0 ? lines + 1 : firstBad;
    }
    return reading(stacks, bad, firstBad, lines);
  }

  private static Reading reading(CollapsedStacks stacks, long bad, long firstBad, long lines) {
    if (stacks.none()) {
      return Reading.failed("No stack was found in " + lines + " lines. " + REMEDY);
    }
    Optional<ProfileSummary> profile = stacks.profile();
    if (profile.isEmpty()) {
      return Reading.partial(
          "Line 1: stacks end in classes, as those of allocated and of locked objects do and those of"
              + " CPU never, and nothing tells which; none of the "
              + lines
              + " lines was used. Record allocations with async-profiler's -e alloc -o jfr.",
          ProfileSummary.EMPTY,
          GcSummary.EMPTY);
    }
    if (bad == 0) {
      return Reading.read(profile.get(), GcSummary.EMPTY);
    }
    return Reading.partial(
        "Line "
            + firstBad
            + " is no stack with a count behind it, or is too long; "
            + bad
            + " such lines of "
            + Math.max(lines, firstBad)
            + " were skipped and the others read. "
            + REMEDY,
        profile.get(),
        GcSummary.EMPTY);
  }
}
