package io.github.rustfit.engine.compare;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.runs.RecordedRuns;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One side of a comparison.
 *
 * @param evidence what was read
 * @param assessment what follows from it
 */
public record Side(Evidence evidence, Assessment assessment) {

  Setup setup() {
    SortedSet<String> kinds = new TreeSet<>();
    evidence.inputs().forEach(input -> kinds.add(input.kind()));
    SortedSet<String> versions = new TreeSet<>(assessment.profile().jvmVersions());
    versions.addAll(assessment.gc().jvmVersions());
    return new Setup(
        evidence.inputs().size(),
        RecordedRuns.of(evidence).count(),
        kinds,
        assessment.profile().recordedNanos(),
        assessment.profile().total(SampleKind.CPU).samples(),
        assessment.gc().wallNanos(),
        versions,
        assessment.gc().collectors(),
        assessment.gc().maxHeapBytes());
  }
}
