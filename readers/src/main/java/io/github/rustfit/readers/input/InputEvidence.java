package io.github.rustfit.readers.input;

import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects inputs and what they say; the same content counts once. Not thread-safe. */
final class InputEvidence {

  private final SortedSet<Input> inputs = new TreeSet<>();
  private final SortedMap<String, ProfileSummary> profiles = new TreeMap<>();
  private final SortedMap<String, GcSummary> gcLogs = new TreeMap<>();
  private final SortedMap<String, List<GcRunPart>> gcRuns = new TreeMap<>();
  private final SortedMap<String, GcSummary> recordedGcs = new TreeMap<>();
  private final SortedSet<Problem> problems = new TreeSet<>();

  /** Adds what a reader made of a content. */
  void add(Input input, Reading reading) {
    inputs.add(input);
    if (input.status() == Input.Status.FAILED) {
      return;
    }
    if (!reading.profile().equals(ProfileSummary.EMPTY)) {
      profiles.putIfAbsent(input.sha256(), reading.profile());
    }
    if (!reading.gc().equals(GcSummary.EMPTY)) {
      (input.gcLog() ? gcLogs : recordedGcs)
          .putIfAbsent(input.sha256(), reading.gc().from(input.sha256()));
    }
    if (!reading.gcRuns().isEmpty()) {
      gcRuns.putIfAbsent(input.sha256(), reading.gcRuns());
    }
  }

  /** Adds an input of which nothing could be used. */
  void add(Input failed) {
    inputs.add(failed);
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void add(InputEvidence other) {
    inputs.addAll(other.inputs);
    other.profiles.forEach(profiles::putIfAbsent);
    other.gcLogs.forEach(gcLogs::putIfAbsent);
    other.gcRuns.forEach(gcRuns::putIfAbsent);
    other.recordedGcs.forEach(recordedGcs::putIfAbsent);
    problems.addAll(other.problems);
  }

  /** The same, with a problem in the place of each input of which nothing could be used. */
  InputEvidence passingOver() {
    InputEvidence rest = new InputEvidence();
    rest.add(this);
    for (Input input : inputs) {
      if (input.status() == Input.Status.FAILED) {
        rest.inputs.remove(input);
        rest.problems.add(
            new Problem(
                input.path(),
                0,
                "It lies where recordings and logs are looked for, but is passed over: "
                    + input.problem(),
                "Move it elsewhere if it is not meant to be read."));
      }
    }
    return rest;
  }

  /** The same with labels, and a problem where they contradict each other. */
  InputEvidence labelled(Labelling labelling) {
    InputEvidence labelled = new InputEvidence();
    labelled.add(this);
    labelled.inputs.clear();
    labelled.problems.clear();
    for (Problem one : problems) {
      labelled.add(
          new Problem(labelling.shown(one.where()), one.line(), one.message(), one.remedy()));
    }
    for (Input one : inputs) {
      Labelling.Labelled found =
          labelling.label(
              one.file(), one.labels(), profiles.getOrDefault(one.sha256(), ProfileSummary.EMPTY));
      String path = found.path() + one.path().substring(one.file().length());
      labelled.inputs.add(one.labelled(path, found.labels()));
      if (!found.contradiction().isEmpty()) {
        labelled.add(
            new Problem(
                path,
                0,
                found.contradiction() + " The first of each counts.",
                "Correct the path, the list or what is said of all."));
      }
    }
    return labelled;
  }

  SortedSet<Input> inputs() {
    return inputs;
  }

  /** What each recording says, by its digest. */
  SortedMap<String, ProfileSummary> profiles() {
    return profiles;
  }

  /** Whether anything is missing altogether: a problem, or an input that failed. */
  boolean failed() {
    return !problems.isEmpty()
        || inputs.stream().anyMatch(input -> input.status() == Input.Status.FAILED);
  }

  Evidence evidence() {
    return new Evidence(
        inputs,
        profiles,
        gcLogs,
        gcRuns,
        recordedGcs,
        Collections.emptySortedSet(),
        problems,
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }
}
