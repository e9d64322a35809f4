package io.github.rustfit.rules.rule;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.GcSummary;
import io.github.rustfit.rules.evidence.ProfileSummary;
import io.github.rustfit.rules.evidence.RepositoryEvidence;
import io.github.rustfit.rules.evidence.SampleKind;
import io.github.rustfit.rules.evidence.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.stats.Share;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything a rule may look at when it judges a component.
 *
 * @param component the component
 * @param attribution who owns which samples
 * @param profile all recordings together
 * @param gc all GC logs together
 * @param agreements where a GC log and a recording were found to cover the same time
 * @param sources the component's shipped sources, by path
 * @param imports what the component's shipped sources import
 * @param ownPackages packages of all components, so that own code is told from libraries
 * @param policy what is declared
 * @param crates the crate catalogue
 * @param repository what the repository says beside its Java source, of all components
 */
public record RuleContext(
    Component component,
    Attribution attribution,
    ProfileSummary profile,
    GcSummary gc,
    List<GcAgreement> agreements,
    List<SourceFile> sources,
    SortedSet<String> imports,
    SortedSet<String> ownPackages,
    Policy policy,
    CrateCatalogue crates,
    RepositoryEvidence repository) {

  /** Fewest CPU samples from which a share is stated. */
  public static final Threshold MIN_CPU_SAMPLES =
      new Threshold("CPU samples", 1000, "samples", "project assumption: ±3 % at 95 %");

  /** Fewest allocation samples from which a share is stated. */
  public static final Threshold MIN_ALLOCATION_SAMPLES =
      new Threshold("allocation samples", 300, "samples", "project assumption: ±6 % at 95 %");

  /** Fewest collections from which pauses are judged. */
  public static final Threshold MIN_COLLECTIONS =
      new Threshold(
          "collections",
          10,
          "collections",
          "JDK Mission Control, GcFreedRatioRule: 10 collections");

  public RuleContext {
    agreements = List.copyOf(agreements);
    sources = List.copyOf(sources);
    imports = Collections.unmodifiableSortedSet(new TreeSet<>(imports));
    ownPackages = Collections.unmodifiableSortedSet(new TreeSet<>(ownPackages));
  }

  /** Whether the evidence is there and there is enough of it. */
  public boolean has(Need need) {
    return switch (need) {
      case CPU_PROFILE -> attribution.total(SampleKind.CPU).samples() >= MIN_CPU_SAMPLES.value();
      case ALLOCATION_PROFILE ->
          attribution.total(SampleKind.ALLOCATION).samples() >= MIN_ALLOCATION_SAMPLES.value();
      case GC_PAUSES -> pausesSuffice(gc);
      case SERVICE_LEVEL -> policy.serviceLevel().isPresent();
    };
  }

  /** Whether pauses were observed over enough collections to be judged. */
  static boolean pausesSuffice(GcSummary gc) {
    return gc.timed() && gc.collections() >= MIN_COLLECTIONS.value();
  }

  /** The component's share of all CPU samples. */
  public Share cpuShare() {
    return has(Need.CPU_PROFILE) ? attribution.share(component, SampleKind.CPU) : Share.UNKNOWN;
  }

  /** The component's share of all allocated bytes. */
  public Share allocationShare() {
    return has(Need.ALLOCATION_PROFILE)
        ? attribution.share(component, SampleKind.ALLOCATION)
        : Share.UNKNOWN;
  }
}
