package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.stats.Share;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which component each sample belongs to: the one of its leaf-most application frame. Time in the
 * JDK and in libraries thus belongs to the component that called them, shares partition, and what
 * no application frame owns stays visible as unattributed.
 */
public final class Attribution {

  /** Samples below which nothing is said of whole recordings. */
  private static final long FEWEST_FOREIGN = 20;

  private final Owners owners;
  private final LineSamples lines = new LineSamples();
  private final Serving serving = new Serving();
  private final Map<SampleKind, Weight> totals = new EnumMap<>(SampleKind.class);
  private final Map<SampleKind, Weight> cut = new EnumMap<>(SampleKind.class);
  private final Map<SampleKind, Weight> blind = new EnumMap<>(SampleKind.class);
  private final Map<SampleKind, Weight> ofTests = new EnumMap<>(SampleKind.class);
  private final Map<String, ComponentProfile> byComponent = new HashMap<>();
  private final Map<String, Map<Work, Weight>> work = new HashMap<>();
  private final Ownerships ownerships;
  private final Ways ways;
  private final Entering entering;
  private final ProfileSummary profile;
  private final LibraryNames names;
  private final Libraries libraries;
  private final boolean whole;
  private final double lostCpu;

  private Attribution(ProfileSummary profile, Owners owners, LibraryNames names, boolean whole) {
    this.profile = profile;
    this.owners = owners;
    this.names = names;
    this.libraries = new Libraries(names);
    this.ways = new Ways(owners, this::profileOf, libraries);
    this.entering = new Entering(owners);
    this.ownerships = new Ownerships(profile.facts().threads(), libraries);
    this.whole = whole;
    this.lostCpu = Missing.lostCpu(profile);
    owners
        .components()
        .all()
        .forEach(component -> byComponent.put(component.name(), new ComponentProfile()));
  }

  /** Attributes every sample of the profile. */
  public static Attribution of(
      ProfileSummary profile, Collection<SourceFile> sources, Components components) {
    return of(profile, sources, components, LibraryNames.NONE);
  }

  /**
   * The same.
   *
   * @param names what libraries are called
   */
  public static Attribution of(
      ProfileSummary profile,
      Collection<SourceFile> sources,
      Components components,
      LibraryNames names) {
    Owners owners = new Owners(new SourceIndex(sources), components);
    owners.learn(profile);
    Attribution attribution = new Attribution(profile, owners, names, true);
    profile.samples().forEach(attribution::add);
    attribution.sumWork();
    return attribution;
  }

  /** What methods work on is looked up once all allocation is known. */
  private void sumWork() {
    Weight all = total(SampleKind.ALLOCATION);
    byComponent.forEach(
        (component, one) ->
            work.put(
                component,
                one.works().sums(new OwnWork(owners.index(), one.allocationSites(all)))));
  }

  /**
   * The samples of a part of the profile, such as one run, by the same owners. What is contested is
   * a matter of the whole.
   */
  public Attribution part(ProfileSummary part) {
    Attribution attribution = new Attribution(part, owners, names, false);
    part.samples().forEach(attribution::add);
    return attribution;
  }

  private void add(SampleKey key, Weight weight) {
    totals.merge(key.kind(), weight, Weight::merge);
    List<Frame> stack = key.stack();
    if (Stacks.cut(key)) {
      cut.merge(key.kind(), weight, Weight::merge);
    }
    if (Stacks.blind(key)) {
      blind.merge(key.kind(), weight, Weight::merge);
    }
    int owner = -1;
    Set<Place> seen = new HashSet<>();
    for (int depth = 0; depth < stack.size(); depth++) {
      Optional<Component> component = owners.owner(stack.get(depth));
      if (component.isEmpty()) {
        continue;
      }
      Place place = owners.written(stack, depth);
      if (owner < 0) {
        owner = depth;
        profileOf(component.get()).own(key, weight, place);
        if (whole && key.kind() == SampleKind.CPU) {
          owners.contested().own(stack.get(depth), weight);
        }
        line(key, weight, depth, place);
        boolean waits = serving.add(owners, component.get(), key, weight, depth, place);
        if (whole) {
          entering.add(key, weight, depth, waits);
        }
        if (key.kind() == SampleKind.CPU) {
          ways.cross(component.get(), stack, depth, weight);
          ways.pass(component.get(), stack, depth, weight);
          profileOf(component.get()).works().add(stack, depth, place, weight);
        }
      }
      if (key.kind() == SampleKind.CPU && seen.add(place.ofMethod())) {
        profileOf(component.get()).onStack(place, weight);
      }
    }
    if (key.kind() == SampleKind.CPU) {
      ownerships.add(stack, owner, weight);
    }
    if (owner < 0 && stack.stream().anyMatch(owners.index()::ofTests)) {
      ofTests.merge(key.kind(), weight, Weight::merge);
    }
  }

  /** The array that an enum's {@code values()} makes is the matter of who calls it. */
  private void line(SampleKey key, Weight weight, int depth, Place place) {
    List<Frame> stack = key.stack();
    boolean called =
        depth + 1 < stack.size()
            && owners.index().generatedValues(stack.get(depth))
            && owners.owner(stack.get(depth + 1)).isPresent();
    if (called) {
      lines.add(owners.written(stack, depth + 1), key, depth + 1, weight);
    } else {
      lines.add(place, key, depth, weight);
    }
  }

  private ComponentProfile profileOf(Component component) {
    return byComponent.computeIfAbsent(component.name(), c -> new ComponentProfile());
  }

  /** The component that owns a sample: that of its leaf-most application frame; empty if none. */
  public Optional<Component> owner(SampleKey sample) {
    return sample.stack().stream().map(owners::owner).flatMap(Optional::stream).findFirst();
  }

  /** Classes that several components have and whose samples may be of either. */
  public List<Problem> problems() {
    return owners.contested().problems(total(SampleKind.CPU));
  }

  /** What wall clock sampling shows of threads that serve; empty of all without it. */
  public ServiceTime byWallClock() {
    return serving.byWallClock();
  }

  /**
   * What events of waiting show of it: nothing that runs, and of waits those from a threshold on,
   * so that all sums are lower bounds.
   */
  public ServiceTime byEvents() {
    return serving.byEvents();
  }

  /** Whether samples of this kind were recorded; if not, every figure of the kind is unknown. */
  public boolean recorded(SampleKind kind) {
    return profile.recorded(kind);
  }

  /** What was sampled at the lines of files that patterns were found in. */
  public LineSamples lines() {
    return lines;
  }

  /** All samples of a kind. */
  public Weight total(SampleKind kind) {
    return totals.getOrDefault(kind, Weight.ZERO);
  }

  /** The samples of a kind that a component owns. */
  public Weight owned(Component component, SampleKind kind) {
    return of(component).owned(kind);
  }

  /**
   * The share of all samples of a kind that a component owns. Where stacks were cut in front of the
   * first frame of an application, any component may own them: the upper bound allows for that.
   * Where most CPU samples were lost, they may be of any as well: both bounds allow for that.
   */
  public Share share(Component component, SampleKind kind) {
    return Missing.allowedFor(shareOf(owned(component, kind), kind), cutAway(kind), lost(kind));
  }

  /**
   * The part of the samples of a kind that are due and not there, 0..1, so that nobody knows whose
   * they are; 0 where so few are missing that shares are as they would be, or none can be missed.
   */
  public double lost(SampleKind kind) {
    return kind == SampleKind.CPU ? lostCpu : 0;
  }

  /**
   * The part of the samples of a kind that nobody owns as their stacks were cut, 0..1; 0 where it
   * is too small to matter.
   */
  public double cutAway(SampleKind kind) {
    return Missing.cutAway(cutUnowned(kind), total(kind));
  }

  /** Those whose stacks were cut when recordings were summed, and not by the profiler. */
  public Weight cutByFolding(SampleKind kind) {
    return blind.getOrDefault(kind, Weight.ZERO);
  }

  /** All samples of a kind whose stacks were cut. */
  public Weight cut(SampleKind kind) {
    return cut.getOrDefault(kind, Weight.ZERO);
  }

  /** Those of them that a component owns; who called it is unknown, that it ran is not. */
  public Weight cut(Component component, SampleKind kind) {
    return of(component).cut(kind);
  }

  /** Those of them that nobody owns, as all frames that were kept are of the JDK or libraries. */
  public Weight cutUnowned(SampleKind kind) {
    Weight all = cut(kind);
    long samples = all.samples();
    long amount = all.amount();
    for (ComponentProfile one : byComponent.values()) {
      samples -= one.cut(kind).samples();
      amount -= one.cut(kind).amount();
    }
    return samples <= 0 ? Weight.ZERO : new Weight(samples, Math.max(0, amount), 0);
  }

  /** The share of samples of a kind that no application frame owns. */
  public Share unattributed(SampleKind kind) {
    long owned = 0;
    for (ComponentProfile one : byComponent.values()) {
      owned += one.owned(kind).amount();
    }
    Weight total = total(kind);
    return Share.weighted(
        Math.max(0, total.amount() - owned), total.amount(), total.effectiveSamples());
  }

  /** Where work comes into the program, and what it costs there; nothing of a part. */
  public ProgramEntries programEntries() {
    return entering.sums(recordedTotal(SampleKind.CPU), recordedTotal(SampleKind.ALLOCATION));
  }

  private Optional<Weight> recordedTotal(SampleKind kind) {
    return recorded(kind) ? Optional.of(total(kind)) : Optional.empty();
  }

  /** Whose work the CPU samples are; unknown where none were recorded. */
  public Ownership ownership() {
    return recorded(SampleKind.CPU) ? ownerships.sums() : Ownership.UNKNOWN;
  }

  /**
   * The share of samples of a kind that pass through code of tests and through no component: a part
   * of {@link #unattributed}.
   */
  public Share ofTests(SampleKind kind) {
    Weight total = total(kind);
    return Share.weighted(
        ofTests.getOrDefault(kind, Weight.ZERO).amount(), total.amount(), total.effectiveSamples());
  }

  /**
   * The kind of sample that shows the recordings to be of another program, or of packages that have
   * other names now: enough were taken, and neither CPU nor allocation passes through a class of
   * the sources. Empty when they may be of this program.
   */
  public Optional<SampleKind> foreign() {
    SampleKind kind = total(SampleKind.CPU).samples() > 0 ? SampleKind.CPU : SampleKind.ALLOCATION;
    return total(kind).samples() < FEWEST_FOREIGN
            || owns(SampleKind.CPU)
            || owns(SampleKind.ALLOCATION)
        ? Optional.empty()
        : Optional.of(kind);
  }

  private boolean owns(SampleKind kind) {
    return byComponent.values().stream().anyMatch(one -> one.owned(kind).samples() > 0);
  }

  /**
   * The share of a component's CPU samples whose owning frame fits the checked-out source; unknown
   * without samples.
   */
  public Share resolved(Component component) {
    return of(component).resolved();
  }

  /**
   * The component's methods by CPU samples they own, most first; those that own none are left out.
   */
  public List<HotMethod> hotMethods(Component component) {
    return of(component).hotMethods(total(SampleKind.CPU));
  }

  /** The component's allocation sites by bytes, most first. */
  public List<AllocationSite> allocationSites(Component component) {
    return of(component).allocationSites(total(SampleKind.ALLOCATION));
  }

  /** Where the component's CPU samples come in, the largest share first. */
  public List<EntryPoint> entryPoints(Component component) {
    return of(component).crossings().entryPoints();
  }

  /** The methods that the component's CPU samples pass through. */
  public Passages passages(Component component) {
    return of(component).passages();
  }

  /** The type of the source with that canonical name, such as {@code com.acme.Cache.Entry}. */
  public Optional<SourceType> type(String canonicalName) {
    return owners.index().type(canonicalName);
  }

  /** The file that declares the class, or the class around it. */
  public Optional<SourceFile> fileOf(String binaryName) {
    return owners.index().fileOf(binaryName);
  }

  /** The libraries that the component's CPU samples are spent in, the largest share first. */
  public List<LibraryShare> libraries(Component component) {
    return of(component).crossings().libraries();
  }

  /** The same by artifact; empty where the class path names no library. */
  public List<LibraryShare> artifacts(Component component) {
    return libraries.anyNamed() ? of(component).crossings().artifacts() : List.of();
  }

  /** The packages of the component whose code owns its CPU samples, the largest share first. */
  public List<PackageShare> packages(Component component) {
    return of(component).crossings().packages();
  }

  /** What the component's CPU samples did; empty of a part of the profile. */
  public Map<Work, Weight> work(Component component) {
    return Collections.unmodifiableMap(work.getOrDefault(component.name(), Map.of()));
  }

  /**
   * What was recorded of a kind in code of the component; empty when the kind was not enabled, and
   * for parks of code that ran in virtual threads: the JDK writes none of a thread that leaves its
   * carrier.
   */
  public Optional<Recorded> recorded(Component component, SampleKind kind) {
    if (!recorded(kind) || (kind == SampleKind.PARK && of(component).virtual())) {
      return Optional.empty();
    }
    Weight own = owned(component, kind);
    long total = total(kind).amount();
    double share = total == 0 ? 0 : (double) own.amount() / total;
    return Optional.of(new Recorded(kind, own.samples(), own.amount(), share));
  }

  private ComponentProfile of(Component component) {
    @Nullable ComponentProfile found = byComponent.get(component.name());
    return found == null ? new ComponentProfile() : found;
  }

  private Share shareOf(Weight part, SampleKind kind) {
    Weight total = total(kind);
    return Share.weighted(part.amount(), total.amount(), total.effectiveSamples());
  }
}
