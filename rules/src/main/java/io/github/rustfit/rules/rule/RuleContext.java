package io.github.rustfit.rules.rule;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.gc.GcAgreement;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SampleRate;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.SortedSet;

/** Everything a rule may look at when it judges a component. Immutable. */
public interface RuleContext {

  /** Fewest CPU samples from which a share is stated. */
  Threshold MIN_CPU_SAMPLES =
      new Threshold("CPU samples", 1000, "samples", "project assumption: ±3 % at 95 %");

  /** Least part of the CPU samples that CPU time calls for from which a recording is believed. */
  Threshold MIN_SAMPLE_RATIO =
      new Threshold(
          "CPU samples of those due",
          SampleRate.LEAST_BELIEVED,
          "share",
          "project assumption: with more than half lost, shares are those of the rest");

  /** Fewest allocation samples from which a share is stated. */
  Threshold MIN_ALLOCATION_SAMPLES =
      new Threshold("allocation samples", 300, "samples", "project assumption: ±6 % at 95 %");

  /** Fewest collections from which pauses are judged. */
  Threshold MIN_COLLECTIONS =
      new Threshold(
          "collections",
          10,
          "collections",
          "JDK Mission Control, GcFreedRatioRule: 10 collections");

  /** The component that is judged. */
  Component component();

  /** Who owns which samples, of all components. */
  Attribution attribution();

  /** All recordings together. */
  ProfileSummary profile();

  /** How densely each recording was sampled, where that can be told. */
  default List<SampleRate> sampleRates() {
    return List.of();
  }

  /** All GC logs together. */
  GcSummary gc();

  /** Where a GC log and a recording were found to cover the same time. */
  List<GcAgreement> agreements();

  /** The component's shipped sources, by path. */
  List<SourceFile> sources();

  /** What the component's shipped sources import. */
  SortedSet<String> imports();

  /** Packages of all components, so that own code is told from libraries. */
  SortedSet<String> ownPackages();

  /** What is declared. */
  Policy policy();

  /** The crate catalogue. */
  CrateCatalogue crates();

  /** What the repository says beside its Java source, of all components. */
  RepositoryEvidence repository();

  /** Whether the evidence is there and there is enough of it. */
  default boolean has(Need need) {
    return switch (need) {
      case CPU_PROFILE -> attribution().total(SampleKind.CPU).samples() >= MIN_CPU_SAMPLES.value();
      case ALLOCATION_PROFILE ->
          attribution().total(SampleKind.ALLOCATION).samples() >= MIN_ALLOCATION_SAMPLES.value();
      case GC_PAUSES -> pausesSuffice(gc());
      case SERVICE_LEVEL -> policy().serviceLevel().isPresent();
    };
  }

  /** Whether pauses were observed over enough collections to be judged. */
  static boolean pausesSuffice(GcSummary gc) {
    return gc.timed() && gc.collections() >= MIN_COLLECTIONS.value();
  }

  /** The component's share of all CPU samples. */
  default Share cpuShare() {
    return has(Need.CPU_PROFILE) ? attribution().share(component(), SampleKind.CPU) : Share.UNKNOWN;
  }

  /** The component's share of all allocated bytes. */
  default Share allocationShare() {
    return has(Need.ALLOCATION_PROFILE)
        ? attribution().share(component(), SampleKind.ALLOCATION)
        : Share.UNKNOWN;
  }
}
