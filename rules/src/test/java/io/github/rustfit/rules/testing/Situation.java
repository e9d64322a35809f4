package io.github.rustfit.rules.testing;

import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.gc.GcAgreement;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What a rule is shown: the component {@code app/hot} beside the component {@code app/rest}. */
public final class Situation {

  /** The file of the component that is judged; {@code run} is at lines 5 to 10. */
  public static final SourceFile HOT =
      file(
          "app", "Hot.java", "com.acme.hot", type("com.acme.hot.Hot", 1, 20, method("run", 5, 10)));

  /** The file of the other component. */
  public static final SourceFile REST =
      file(
          "app",
          "Rest.java",
          "com.acme.rest",
          type("com.acme.rest.Rest", 1, 20, method("run", 5, 10)));

  /** A line in the component that is judged. */
  public static final Frame IN_HOT = frame("com.acme.hot.Hot", "run", 7);

  /** A line in the other one. */
  public static final Frame IN_REST = frame("com.acme.rest.Rest", "run", 7);

  private final Map<SampleKey, Weight> samples = new HashMap<>();
  private long seconds = 600;
  private GcSummary gc = GcSummary.EMPTY;
  private List<GcAgreement> agreements = List.of();
  private Policy policy = Policy.DEFAULT;
  private SourceFile hotFile = HOT;
  private Optional<List<SourceFile>> hotSources = Optional.empty();
  private OptionalInt linesOfHot = OptionalInt.empty();
  private Set<String> imports = Set.of();
  private CrateCatalogue crates = CrateCatalogue.EMPTY;
  private RepositoryEvidence repository = RepositoryEvidence.EMPTY;
  private UnaryOperator<ProfileSummary> more = profile -> profile;

  /** Adds so many CPU samples of the two components, of 20 ms each. */
  public Situation cpuSamples(long hot, long rest) {
    return sampled(hot, cpu(IN_HOT)).sampled(rest, cpu(IN_REST));
  }

  /** Adds so many allocation samples of the two components, of 1 MiB each. */
  public Situation allocationSamples(long hot, long rest) {
    return sampled(hot, allocation("byte[]", IN_HOT)).sampled(rest, allocation("byte[]", IN_REST));
  }

  /** Adds so many samples of a key: see {@link Given#cpu} and {@link Given#allocation}. */
  public Situation sampled(long count, SampleKey key) {
    samples(count, key).forEach((k, weight) -> samples.merge(k, weight, Weight::merge));
    return this;
  }

  /** Shows these shipped sources as the component's; its samples stay where they are. */
  public Situation sources(List<SourceFile> shipped) {
    hotSources = Optional.of(List.copyOf(shipped));
    return this;
  }

  /** Logs and recordings that cover the same time. */
  public Situation agreements(GcAgreement... found) {
    agreements = List.of(found);
    return this;
  }

  /** How long the recording is; ten minutes unless said. */
  public Situation recordedSeconds(long recorded) {
    seconds = recorded;
    return this;
  }

  /** Changes the recording after its samples are in. */
  public Situation recording(UnaryOperator<ProfileSummary> change) {
    more = change;
    return this;
  }

  /** What all GC logs together say; nothing unless said. */
  public Situation gc(GcSummary log) {
    gc = log;
    return this;
  }

  /**
   * What {@link RuleContext#imports()} says; {@link #judged} is for rules that read the files' own.
   */
  public Situation imports(String... names) {
    imports = Set.of(names);
    return this;
  }

  /** Patterns in the source of the component that is judged. */
  public Situation patterns(PatternMatch... matches) {
    hotFile = withPatterns(matches);
    return this;
  }

  /** Another file in the place of {@link #HOT}. */
  public Situation judged(SourceFile file) {
    hotFile = file;
    return this;
  }

  /** {@link #HOT} with patterns. */
  public static SourceFile withPatterns(PatternMatch... matches) {
    return hot(new TreeSet<>(List.of(matches)), HOT.mechanisms());
  }

  /** {@link #HOT} with uses of what only a JVM has. */
  public static SourceFile withMechanisms(MechanismUse... uses) {
    return hot(HOT.patterns(), new TreeSet<>(List.of(uses)));
  }

  private static SourceFile hot(
      SortedSet<PatternMatch> patterns, SortedSet<MechanismUse> mechanisms) {
    return new SourceFile(
        HOT.module(),
        HOT.path(),
        HOT.sha256(),
        HOT.role(),
        HOT.packageName(),
        HOT.linesOfCode(),
        HOT.imports(),
        HOT.types(),
        patterns,
        mechanisms);
  }

  /** What files of operations say. */
  public Situation operations(OperationsFile... files) {
    return repository(repository.with(new TreeSet<>(List.of(files))));
  }

  /** The crate catalogue; empty unless said. */
  public Situation crates(CrateEntry... entries) {
    crates = new CrateCatalogue(List.of(entries));
    return this;
  }

  /** What the repository says beside its source. */
  public Situation repository(RepositoryEvidence found) {
    repository = found;
    return this;
  }

  /** Declares whether the recording is representative. */
  public Situation representative(boolean yes) {
    return declared(Optional.of(yes), policy.incidents());
  }

  /** Declares a target: see {@link #p99}. */
  public Situation serviceLevel(ServiceLevel level) {
    policy = policy.with(level);
    return this;
  }

  /** Declares targets of start-up and memory. */
  public Situation targets(Targets targets) {
    policy = policy.with(targets);
    return this;
  }

  /** Declares incidents of the last 24 months. */
  public Situation incidents(OptionalInt dataRaces, OptionalInt memorySafety) {
    return declared(policy.representative(), new Incidents(24, dataRaces, memorySafety));
  }

  /** Declares facts. */
  public Situation facts(DeclaredFacts facts) {
    policy = policy.with(facts);
    return this;
  }

  private Situation declared(Optional<Boolean> representative, Incidents incidents) {
    policy =
        policy.with(
            new Policy.Declarations(
                representative,
                policy.serviceLevel(),
                incidents,
                policy.facts(),
                policy.targets()));
    return this;
  }

  /** A target at the 99th percentile of single requests; what is not known is negative. */
  public static ServiceLevel p99(
      double targetMs, double observedMs, double observedP50Ms, double serviceTimeMs) {
    return new ServiceLevel(
        99,
        targetMs,
        declared(observedMs),
        declared(observedP50Ms),
        declared(serviceTimeMs),
        1,
        OptionalDouble.empty());
  }

  private static OptionalDouble declared(double value) {
    return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The context with a component of that size. */
  public RuleContext context(int linesOfCode) {
    linesOfHot = OptionalInt.of(linesOfCode);
    return context();
  }

  /** What a rule is shown now. */
  public RuleContext context() {
    List<SourceFile> sources = List.of(hotFile, REST);
    Components components = Components.of(sources, List.of());
    ProfileSummary profile = more.apply(profile(seconds, samples));
    Component hot = components.ofFile(hotFile).orElseThrow();
    return new Shown(
        new Component(
            hot.name(),
            hot.module(),
            hot.packages(),
            hot.owner(),
            linesOfHot.orElse(hot.linesOfCode())),
        Attribution.of(profile, sources, components),
        profile,
        gc,
        agreements,
        hotSources.orElse(List.of(hotFile)),
        new TreeSet<>(imports),
        new TreeSet<>(Set.of("com.acme.hot", "com.acme.rest")),
        policy,
        crates,
        repository);
  }

  private record Shown(
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
      RepositoryEvidence repository)
      implements RuleContext {}
}
