package io.github.rustfit.rules.component;

import io.github.rustfit.rules.stats.Share;
import java.util.List;

/**
 * Where work comes into the program: the outermost frame of the code base on each stack. Of frames
 * that a server, a message container or a scheduler calls itself, it is the last one, so that a
 * filter of the code base hides no handler behind it.
 *
 * <p>Each sample comes in at one entry point at most, so shares of one kind add up: with {@code
 * cutCpu} and what no frame of the code base called, those of CPU make 1.
 *
 * @param all by CPU share, then by allocated bytes and by waiting, the largest first
 * @param cutCpu share of the CPU samples that components own and whose stacks were cut before the
 *     entry point could be seen
 * @param waits what waiting was seen in
 */
public record ProgramEntries(List<ProgramEntry> all, Share cutCpu, Waits waits) {

  /** What waiting was seen in. */
  public enum Waits {
    /** Samples by the wall clock. */
    WALL_CLOCK,
    /** Events of waiting, from a threshold on: lower bounds. */
    EVENTS,
    /** Neither was recorded, or none of it certainly delayed a piece of work. */
    NONE
  }

  /** Nothing recorded. */
  public static final ProgramEntries UNKNOWN =
      new ProgramEntries(List.of(), Share.UNKNOWN, Waits.NONE);

  public ProgramEntries {
    all = List.copyOf(all);
  }
}
