package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.component.LibraryNames;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.gc.GcAgreement;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleRate;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Policy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What rules see of the whole program, whichever of its components they judge.
 *
 * @param attribution who owns which samples
 * @param profile all recordings together
 * @param sampleRates how densely each recording was sampled, where that can be told
 * @param gc all GC logs together
 * @param agreements where a GC log and a recording were found to cover the same time
 * @param ownPackages packages of all components
 * @param policy what is declared
 * @param crates the crate catalogue
 * @param repository what the repository says beside its Java source
 */
record Program(
    Attribution attribution,
    ProfileSummary profile,
    List<SampleRate> sampleRates,
    GcSummary gc,
    List<GcAgreement> agreements,
    SortedSet<String> ownPackages,
    Policy policy,
    CrateCatalogue crates,
    RepositoryEvidence repository) {

  Program {
    sampleRates = List.copyOf(sampleRates);
    agreements = List.copyOf(agreements);
    ownPackages = Collections.unmodifiableSortedSet(new TreeSet<>(ownPackages));
  }

  /** What evidence says of a program that consists of these components. */
  static Program of(
      Evidence evidence,
      Components components,
      Policy policy,
      CrateCatalogue crates,
      LibraryNames names) {
    ProfileSummary profile = evidence.profile();
    SortedSet<String> ownPackages = new TreeSet<>();
    components.all().forEach(component -> ownPackages.addAll(component.packages()));
    return new Program(
        Attribution.of(profile, evidence.sources(), components, names),
        profile,
        evidence.overlap().counted(evidence.profiles()).values().stream()
            .flatMap(one -> SampleRate.of(one).stream())
            .toList(),
        evidence.gc(),
        GcAgreement.of(runs(evidence.gcOverlap().counted()), runs(evidence.countedGcs())),
        ownPackages,
        policy,
        crates,
        evidence.repository());
  }

  private static List<RunHistory> runs(Map<String, GcSummary> sources) {
    return sources.values().stream()
        .flatMap(source -> source.details().runs().kept().stream())
        .toList();
  }

  /** The same program with something else declared. */
  Program with(Policy other) {
    return new Program(
        attribution, profile, sampleRates, gc, agreements, ownPackages, other, crates, repository);
  }
}
