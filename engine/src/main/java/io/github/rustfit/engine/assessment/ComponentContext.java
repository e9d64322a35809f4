package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.gc.GcAgreement;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleRate;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One component of a program.
 *
 * @param program the whole
 * @param component the component
 * @param sources its shipped sources, by path
 * @param imports what it imports
 */
record ComponentContext(
    Program program, Component component, List<SourceFile> sources, SortedSet<String> imports)
    implements RuleContext {

  ComponentContext {
    sources = List.copyOf(sources);
    imports = Collections.unmodifiableSortedSet(new TreeSet<>(imports));
  }

  /** A component with these shipped sources. */
  static ComponentContext of(Program program, Component component, List<SourceFile> sources) {
    SortedSet<String> imports = new TreeSet<>();
    sources.forEach(file -> imports.addAll(file.imports()));
    return new ComponentContext(program, component, sources, imports);
  }

  /** The same with something else declared. */
  ComponentContext with(Policy other) {
    return new ComponentContext(program.with(other), component, sources, imports);
  }

  @Override
  public Attribution attribution() {
    return program.attribution();
  }

  @Override
  public ProfileSummary profile() {
    return program.profile();
  }

  @Override
  public List<SampleRate> sampleRates() {
    return program.sampleRates();
  }

  @Override
  public GcSummary gc() {
    return program.gc();
  }

  @Override
  public List<GcAgreement> agreements() {
    return program.agreements();
  }

  @Override
  public SortedSet<String> ownPackages() {
    return program.ownPackages();
  }

  @Override
  public Policy policy() {
    return program.policy();
  }

  @Override
  public CrateCatalogue crates() {
    return program.crates();
  }

  @Override
  public RepositoryEvidence repository() {
    return program.repository();
  }
}
