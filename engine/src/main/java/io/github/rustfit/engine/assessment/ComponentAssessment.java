package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.ecosystem.LibraryUse;
import io.github.rustfit.engine.fit.Fit;
import io.github.rustfit.engine.history.ComponentHistory;
import io.github.rustfit.engine.patterns.PatternReport;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.AllocationSite;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Gates;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of one component, with the evidence.
 *
 * @param component the component
 * @param cpuSamples CPU samples that it owns
 * @param cpu its share of all CPU samples; {@link Share#UNKNOWN} when CPU was not recorded
 * @param allocatedBytes bytes that it allocated during the recordings
 * @param allocation its share of all allocated bytes; unknown when allocation was not recorded
 * @param sourceMatch share of its CPU samples that point at a method and line of the checked-out
 *     source; unknown when it owns none
 * @param hotMethods methods by CPU samples they own, most first
 * @param allocationSites sites by bytes, most first
 * @param surroundings where its CPU time comes in and goes out to, and what its threads wait for
 * @param topics the answer to each topic
 * @param gates the six gates
 * @param verdict what follows from the gates
 * @param explanation the verdict in three sentences
 * @param reasons why, the leading reason first
 * @param wouldDecide for an undecided component, the smallest input that would decide
 * @param speedUp ceiling and estimate; empty without enough CPU samples
 * @param economics what moving it saves and costs; empty while anything for it is missing
 * @param seam the smallest boundary of a native part; empty without enough CPU samples, and for
 *     what takes too little CPU
 * @param history what commits say of it; empty without any that was read
 * @param libraries the run-time libraries it imports, and what Rust has instead
 * @param planned its declaration when it has no code yet; empty for what exists
 * @param findings what to act on, what was measured to cost most first
 * @param patterns what the source alone shows
 * @param fit what it resembles
 */
public record ComponentAssessment(
    Component component,
    long cpuSamples,
    Share cpu,
    long allocatedBytes,
    Share allocation,
    Share sourceMatch,
    List<HotMethod> hotMethods,
    List<AllocationSite> allocationSites,
    Surroundings surroundings,
    Map<Topic, TopicAnswer> topics,
    Gates gates,
    Verdict verdict,
    Explanation explanation,
    List<String> reasons,
    List<String> wouldDecide,
    Optional<SpeedUp> speedUp,
    Optional<Economics> economics,
    Optional<Seam> seam,
    Optional<ComponentHistory> history,
    List<LibraryUse> libraries,
    Optional<PlannedComponent> planned,
    List<Finding> findings,
    PatternReport patterns,
    Fit fit) {

  public ComponentAssessment {
    hotMethods = List.copyOf(hotMethods);
    allocationSites = List.copyOf(allocationSites);
    EnumMap<Topic, TopicAnswer> answers = new EnumMap<>(Topic.class);
    answers.putAll(topics);
    topics = Collections.unmodifiableMap(answers);
    reasons = List.copyOf(reasons);
    wouldDecide = List.copyOf(wouldDecide);
    libraries = List.copyOf(libraries);
    findings = List.copyOf(findings);
  }

  /** The answers to the seven questions, in order. */
  public List<TopicAnswer> checklist() {
    return topics.values().stream().filter(answer -> answer.topic().question() > 0).toList();
  }
}
