package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.production.NativeParts;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.stats.Share;
import java.util.List;

/**
 * The one result that the limit check and every writer read, so that they cannot disagree.
 *
 * @param inputs recordings and logs, and what became of them
 * @param policy what was declared
 * @param rules the rules that were asked, by id
 * @param profile all recordings together
 * @param gc all GC logs together
 * @param unattributed CPU samples that no component owns
 * @param components every component, by name
 * @param limitCheck whether the policy's limits hold
 * @param problems everything that could not be read or done
 * @param repository what the repository says beside its Java source
 * @param nativeParts what is native in the program, and whether what was agreed about it holds
 */
public record Assessment(
    List<Input> inputs,
    Policy policy,
    List<RuleDescriptor> rules,
    ProfileSummary profile,
    GcSummary gc,
    Unattributed unattributed,
    List<ComponentAssessment> components,
    LimitCheckResult limitCheck,
    List<Problem> problems,
    RepositoryEvidence repository,
    NativeParts nativeParts) {

  public Assessment {
    inputs = List.copyOf(inputs);
    rules = List.copyOf(rules);
    components = List.copyOf(components);
    problems = List.copyOf(problems);
  }

  /** Share of CPU samples that no component owns. */
  public Share unattributedCpu() {
    return unattributed.cpu();
  }

  /** The same assessment with these problems instead of its own. */
  public Assessment withProblems(List<Problem> others) {
    return new Assessment(
        inputs,
        policy,
        rules,
        profile,
        gc,
        unattributed,
        components,
        limitCheck,
        others,
        repository,
        nativeParts);
  }

  /** The same assessment with these components instead of its own. */
  public Assessment withComponents(List<ComponentAssessment> others) {
    return new Assessment(
        inputs,
        policy,
        rules,
        profile,
        gc,
        unattributed,
        others,
        limitCheck,
        problems,
        repository,
        nativeParts);
  }

  /** The same assessment with this limit check instead of its own. */
  public Assessment with(LimitCheckResult other) {
    return new Assessment(
        inputs,
        policy,
        rules,
        profile,
        gc,
        unattributed,
        components,
        other,
        problems,
        repository,
        nativeParts);
  }
}
