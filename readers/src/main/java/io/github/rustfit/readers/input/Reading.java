package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.util.List;

/**
 * What a reader made of an input.
 *
 * @param status how much of it was read
 * @param problem what went wrong, at which byte or line, how far it was read, and the remedy; empty
 *     exactly when the status is {@code READ}
 * @param profile its samples; {@link ProfileSummary#EMPTY} when it carries none
 * @param gc its collections; {@link GcSummary#EMPTY} when it carries none
 * @param gcRuns the first and the last run in a GC log, once when they are one; else empty
 * @param lines what became of its lines; {@link LineCounts#NONE} when it does not consist of lines
 * @param labels of which program it is, as far as it says so itself
 */
public record Reading(
    Input.Status status,
    String problem,
    ProfileSummary profile,
    GcSummary gc,
    List<GcRunPart> gcRuns,
    LineCounts lines,
    Labels labels) {

  public Reading {
    gcRuns = List.copyOf(gcRuns);
    if ((status == Input.Status.READ) != problem.isEmpty()) {
      throw new IllegalArgumentException(status + " with problem '" + problem + "'");
    }
  }

  /** All of it was read. */
  public static Reading read(ProfileSummary profile, GcSummary gc) {
    return new Reading(Input.Status.READ, "", profile, gc, List.of(), LineCounts.NONE, Labels.NONE);
  }

  /** Read up to a damaged place. */
  public static Reading partial(String problem, ProfileSummary profile, GcSummary gc) {
    return new Reading(
        Input.Status.PARTIAL, problem, profile, gc, List.of(), LineCounts.NONE, Labels.NONE);
  }

  /** Nothing usable. */
  public static Reading failed(String problem) {
    return new Reading(
        Input.Status.FAILED,
        problem,
        ProfileSummary.EMPTY,
        GcSummary.EMPTY,
        List.of(),
        LineCounts.NONE,
        Labels.NONE);
  }

  /** The same with this profile. */
  public Reading of(ProfileSummary other) {
    return new Reading(status, problem, other, gc, gcRuns, lines, labels);
  }

  /** Whether it says nothing of a profile or of collections. */
  boolean empty() {
    return profile.equals(ProfileSummary.EMPTY) && gc.equals(GcSummary.EMPTY);
  }

  /** The same, of a log with these runs and lines. */
  public Reading of(List<GcRunPart> runs, LineCounts counts) {
    return new Reading(status, problem, profile, gc, runs, counts, labels);
  }

  /** The same of this program. */
  public Reading labelled(Labels others) {
    return new Reading(status, problem, profile, gc, gcRuns, lines, others);
  }
}
