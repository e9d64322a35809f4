package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.component.AllocationSite;
import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Share;
import java.util.List;

/**
 * What a component uses, as recordings show it.
 *
 * @param cpuSamples CPU samples that it owns
 * @param cpu its share of all CPU samples; {@link Share#UNKNOWN} when CPU was not recorded
 * @param allocatedBytes bytes that it allocated during the recordings
 * @param allocation its share of all allocated bytes; unknown when allocation was not recorded
 * @param sourceMatch share of its CPU samples that point at a method and line of the checked-out
 *     source; unknown when it owns none
 * @param hotMethods methods by CPU samples they own, most first
 * @param allocationSites sites by bytes, most first
 * @param surroundings where its CPU time comes in and goes out to, and what its threads wait for
 */
public record Usage(
    long cpuSamples,
    Share cpu,
    long allocatedBytes,
    Share allocation,
    Share sourceMatch,
    List<HotMethod> hotMethods,
    List<AllocationSite> allocationSites,
    Surroundings surroundings) {

  public Usage {
    hotMethods = List.copyOf(hotMethods);
    allocationSites = List.copyOf(allocationSites);
  }

  static Usage of(RuleContext context) {
    Attribution attribution = context.attribution();
    Component component = context.component();
    return new Usage(
        attribution.owned(component, SampleKind.CPU).samples(),
        attribution.share(component, SampleKind.CPU),
        attribution.owned(component, SampleKind.ALLOCATION).amount(),
        attribution.share(component, SampleKind.ALLOCATION),
        attribution.resolved(component),
        attribution.hotMethods(component),
        attribution.allocationSites(component),
        Surroundings.of(context));
  }
}
