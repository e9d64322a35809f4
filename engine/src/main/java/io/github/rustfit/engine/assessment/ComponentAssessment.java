package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.economics.CodeGain;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of one component, with the evidence.
 *
 * @param component the component
 * @param usage what it uses
 * @param conclusion what the answers lead to
 * @param prospect what moving it would mean
 * @param history what commits say of it; empty without any that was read
 * @param planned its declaration when it has no code yet; empty for what exists
 * @param findings what to act on, what was measured to cost most first
 * @param patterns what the source alone shows
 */
public record ComponentAssessment(
    Component component,
    Usage usage,
    Conclusion conclusion,
    Prospect prospect,
    Optional<ComponentHistory> history,
    Optional<PlannedComponent> planned,
    List<Finding> findings,
    PatternReport patterns) {

  public ComponentAssessment {
    findings = List.copyOf(findings);
  }

  /** The same with this boundary instead of its own. */
  public ComponentAssessment with(Seam other) {
    return new ComponentAssessment(
        component,
        usage,
        conclusion,
        new Prospect(
            prospect.speedUp(),
            prospect.gain(),
            prospect.economics(),
            Optional.of(other),
            prospect.libraries(),
            prospect.fit()),
        history,
        planned,
        findings,
        patterns);
  }

  /** The answers to the seven questions, in order. */
  public List<TopicAnswer> checklist() {
    return topics().values().stream().filter(answer -> answer.topic().question() > 0).toList();
  }

  /** {@link Usage#cpuSamples}. */
  public long cpuSamples() {
    return usage.cpuSamples();
  }

  /** {@link Usage#cpu}. */
  public Share cpu() {
    return usage.cpu();
  }

  /** {@link Usage#allocatedBytes}. */
  public long allocatedBytes() {
    return usage.allocatedBytes();
  }

  /** {@link Usage#allocation}. */
  public Share allocation() {
    return usage.allocation();
  }

  /** {@link Usage#sourceMatch}. */
  public Share sourceMatch() {
    return usage.sourceMatch();
  }

  /** {@link Usage#hotMethods}. */
  public List<HotMethod> hotMethods() {
    return usage.hotMethods();
  }

  /** {@link Usage#allocationSites}. */
  public List<AllocationSite> allocationSites() {
    return usage.allocationSites();
  }

  /** {@link Usage#surroundings}. */
  public Surroundings surroundings() {
    return usage.surroundings();
  }

  /** {@link Conclusion#topics}. */
  public Map<Topic, TopicAnswer> topics() {
    return conclusion.topics();
  }

  /** {@link Conclusion#gates}. */
  public Gates gates() {
    return conclusion.gates();
  }

  /** {@link Conclusion#verdict}. */
  public Verdict verdict() {
    return conclusion.verdict();
  }

  /** {@link Conclusion#explanation}. */
  public Explanation explanation() {
    return conclusion.explanation();
  }

  /** {@link Conclusion#reasons}. */
  public List<String> reasons() {
    return conclusion.reasons();
  }

  /** {@link Conclusion#wouldDecide}. */
  public List<String> wouldDecide() {
    return conclusion.wouldDecide();
  }

  /** {@link Prospect#speedUp}. */
  public Optional<SpeedUp> speedUp() {
    return prospect.speedUp();
  }

  /** {@link Prospect#gain}. */
  public CodeGain gain() {
    return prospect.gain();
  }

  /** What trials say of it that count, each in a sentence. */
  public List<String> tried() {
    return gain().tried();
  }

  /** {@link Prospect#economics}. */
  public Optional<Economics> economics() {
    return prospect.economics();
  }

  /** {@link Prospect#seam}. */
  public Optional<Seam> seam() {
    return prospect.seam();
  }

  /** {@link Prospect#libraries}. */
  public List<LibraryUse> libraries() {
    return prospect.libraries();
  }

  /** {@link Prospect#fit}. */
  public Fit fit() {
    return prospect.fit();
  }
}
