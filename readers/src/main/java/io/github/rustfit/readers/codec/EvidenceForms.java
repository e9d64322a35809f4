package io.github.rustfit.readers.codec;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LivePoint;
import io.github.rustfit.rules.evidence.gc.LiveSeries;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.PauseTimeline;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import io.github.rustfit.rules.evidence.trial.Gain;
import java.util.Collections;

/**
 * Where the layout of {@code evidence.json} is not what {@link RecordForms} makes of the records. A
 * new component of a record needs a line here only for older files: {@code since(2,
 * GcIncidents.class, "name", its value in files of version 1)}.
 */
final class EvidenceForms {

  /** The form of evidence. */
  static final Form<Evidence> EVIDENCE = evidence();

  private EvidenceForms() {}

  private static Form<Evidence> evidence() {
    RecordForms forms =
        new RecordForms()
            .rows(FixCommit.class, LineCounts.class, LivePoint.class, LiveSeries.class)
            .rows(MethodCalls.class)
            .rows(MechanismUse.class, OperationsFact.class, PatternMatch.class, PausePoint.class)
            .rows(PauseTotal.class, GcRunPart.Ids.class, Signature.class, SourceMethod.class)
            .rows(SourceType.class, TypeShape.class, Gain.class, Labels.class)
            .flat(GcSummary.Jvms.class, GcSummary.Time.class, GcSummary.Count.class)
            .flat(GcSummary.Heap.class, GcRunPart.Clock.class, GcRunPart.Span.class)
            .flat(GcRunPart.Edges.class, GcRunPart.Heap.class, GcRunPart.Known.class)
            .flat(GcDetails.class, GcIncidents.class, GcRuns.class, MutatorUtilisation.class)
            .flat(PauseHistogram.class, PauseTimeline.class, RecordingFacts.class)
            .flat(RepositoryEvidence.class, SafepointTotals.class, TypeShape.Field.class)
            .since(2, Input.class, "labels", Labels.NONE)
            .since(2, Evidence.class, "folds", Collections.emptySortedMap())
            .since(2, GcDetails.class, "promotedRegions", Tally.UNKNOWN)
            .since(2, GcIncidents.class, "lockerWaits", PauseTotal.NONE)
            .name(GcDetails.class, "cpu", "pauseCpu")
            .name(GcIncidents.class, "counts", "incidents")
            .name(GcRuns.class, "count", "runCount")
            .name(GcRuns.class, "kept", "runs")
            .name(GcSummary.class, "pauses", "pause")
            .name(MutatorUtilisation.class, "worstNanos", "utilisation")
            .name(PauseTimeline.class, "points", "pauses")
            .name(SafepointTotals.class, "observedNanos", "safepointNanos")
            .name(SafepointTotals.class, "stopped", "stopped")
            .name(SafepointTotals.class, "reaching", "reaching")
            .name(SourceFile.class, "packageName", "package")
            .since(2, RecordingFacts.class, "jvms", Collections.emptySortedSet())
            .since(2, RecordingFacts.class, "sampling", SamplingFacts.EMPTY)
            .since(2, RecordingFacts.class, "process", ProcessFacts.UNKNOWN)
            .since(2, ProcessFacts.class, "nativeCode", NativeFacts.UNKNOWN)
            .last(PauseHistogram.class, "buckets")
            .last(ProfileSummary.class, "samples")
            .last(SourceType.class, "methods")
            .last(
                Evidence.class,
                "profiles",
                "gcLogs",
                "gcRuns",
                "recordedGcs",
                "sources",
                "repository")
            .since(2, RecordingFacts.class, "threads", ThreadSamples.EMPTY)
            .since(2, RepositoryEvidence.class, "trials", Collections.emptySortedSet())
            .since(2, RepositoryEvidence.class, "tunings", Collections.emptySortedSet())
            .form(RecordingFacts.class, "threads", SampleTables.threads())
            .form(ProfileSummary.class, "samples", SampleTables.samples())
            .beside(Evidence.class, "inputs", "schemaVersion", version())
            .beside(Evidence.class, "profiles", "frames", SampleTables.frames())
            .beside(Evidence.class, "profiles", "stacks", SampleTables.nodes());
    return forms
        .form(
            RepositoryEvidence.class,
            "histories",
            Forms.keyed(forms.of(History.class), History::head))
        .of(Evidence.class);
  }

  private static Form<Object> version() {
    return Forms.of(
        () -> Integer.toString(EvidenceJson.SCHEMA_VERSION),
        (out, evidence) -> out.writeNumber(EvidenceJson.SCHEMA_VERSION),
        in -> {
          int version = in.integer();
          if (version < EvidenceJson.OLDEST_VERSION || version > EvidenceJson.SCHEMA_VERSION) {
            throw in.failure(
                "the evidence has schema version "
                    + version
                    + ", this rustfit reads versions "
                    + EvidenceJson.OLDEST_VERSION
                    + " to "
                    + EvidenceJson.SCHEMA_VERSION);
          }
          return in.ofVersion(version);
        });
  }
}
