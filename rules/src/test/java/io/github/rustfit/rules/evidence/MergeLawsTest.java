package io.github.rustfit.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.testing.AnyEvidence;
import io.github.rustfit.rules.testing.AnyGcDetails;
import io.github.rustfit.rules.testing.ShortLaws;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/** Every summary is a commutative monoid under merge; evidence is idempotent as well. */
@AddLifecycleHook(value = ShortLaws.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class MergeLawsTest {

  private static <T> void commutativeMonoid(BinaryOperator<T> merge, T identity, T a, T b, T c) {
    assertThat(merge.apply(a, identity)).isEqualTo(a);
    assertThat(merge.apply(identity, a)).isEqualTo(a);
    T ab = merge.apply(a, b);
    assertThat(merge.apply(b, a)).isEqualTo(ab).hasSameHashCodeAs(ab);
    assertThat(merge.apply(a, merge.apply(b, c))).isEqualTo(merge.apply(ab, c));
  }

  @Property
  void tallies(@ForAll("tally") Tally a, @ForAll("tally") Tally b, @ForAll("tally") Tally c) {
    commutativeMonoid(Tally::merge, Tally.UNKNOWN, a, b, c);
  }

  @Property
  void weights(@ForAll("weight") Weight a, @ForAll("weight") Weight b, @ForAll("weight") Weight c) {
    commutativeMonoid(Weight::merge, Weight.ZERO, a, b, c);
  }

  /** Near the largest long the sums saturate, and still obey the laws. */
  @Property
  void huge_weights(@ForAll("huge") Weight a, @ForAll("huge") Weight b, @ForAll("huge") Weight c) {
    commutativeMonoid(Weight::merge, Weight.ZERO, a, b, c);
  }

  @Property
  void pause_histograms(
      @ForAll("pauses") PauseHistogram a,
      @ForAll("pauses") PauseHistogram b,
      @ForAll("pauses") PauseHistogram c) {
    commutativeMonoid(PauseHistogram::merge, PauseHistogram.EMPTY, a, b, c);
  }

  @Property
  void pause_totals(
      @ForAll("pauseTotal") PauseTotal a,
      @ForAll("pauseTotal") PauseTotal b,
      @ForAll("pauseTotal") PauseTotal c) {
    commutativeMonoid(PauseTotal::merge, PauseTotal.NONE, a, b, c);
  }

  @Property
  void profiles(
      @ForAll("profile") ProfileSummary a,
      @ForAll("profile") ProfileSummary b,
      @ForAll("profile") ProfileSummary c) {
    commutativeMonoid(ProfileSummary::merge, ProfileSummary.EMPTY, a, b, c);
  }

  @Property
  void gc_summaries(
      @ForAll("gc") GcSummary a, @ForAll("gc") GcSummary b, @ForAll("gc") GcSummary c) {
    commutativeMonoid(GcSummary::merge, GcSummary.EMPTY, a, b, c);
  }

  @Property
  void gc_incidents(
      @ForAll("incidents") GcIncidents a,
      @ForAll("incidents") GcIncidents b,
      @ForAll("incidents") GcIncidents c) {
    commutativeMonoid(GcIncidents::merge, GcIncidents.UNKNOWN, a, b, c);
  }

  @Property
  void safepoints(
      @ForAll("safepoints") SafepointTotals a,
      @ForAll("safepoints") SafepointTotals b,
      @ForAll("safepoints") SafepointTotals c) {
    commutativeMonoid(SafepointTotals::merge, SafepointTotals.UNKNOWN, a, b, c);
  }

  @Property
  void gc_cpu_times(
      @ForAll("cpu") GcCpuTimes a, @ForAll("cpu") GcCpuTimes b, @ForAll("cpu") GcCpuTimes c) {
    commutativeMonoid(GcCpuTimes::merge, GcCpuTimes.UNKNOWN, a, b, c);
  }

  @Property
  void metaspaces(
      @ForAll("metaspace") Metaspace a,
      @ForAll("metaspace") Metaspace b,
      @ForAll("metaspace") Metaspace c) {
    commutativeMonoid(Metaspace::merge, Metaspace.UNKNOWN, a, b, c);
  }

  @Property
  void utilisations(
      @ForAll("utilisation") MutatorUtilisation a,
      @ForAll("utilisation") MutatorUtilisation b,
      @ForAll("utilisation") MutatorUtilisation c) {
    commutativeMonoid(MutatorUtilisation::merge, MutatorUtilisation.UNKNOWN, a, b, c);
  }

  @Property
  void setups(@ForAll("setup") GcSetup a, @ForAll("setup") GcSetup b, @ForAll("setup") GcSetup c) {
    commutativeMonoid(GcSetup::merge, GcSetup.UNKNOWN, a, b, c);
  }

  @Property
  void runs(@ForAll("runs") GcRuns a, @ForAll("runs") GcRuns b, @ForAll("runs") GcRuns c) {
    commutativeMonoid(GcRuns::merge, GcRuns.NONE, a, b, c);
  }

  @Property
  void gc_details(
      @ForAll("details") GcDetails a,
      @ForAll("details") GcDetails b,
      @ForAll("details") GcDetails c) {
    commutativeMonoid(GcDetails::merge, GcDetails.UNKNOWN, a, b, c);
  }

  @Property
  void evidence(
      @ForAll("evidence") Evidence a,
      @ForAll("evidence") Evidence b,
      @ForAll("evidence") Evidence c) {
    commutativeMonoid(Evidence::merge, Evidence.EMPTY, a, b, c);
    assertThat(a.merge(a)).isEqualTo(a);
    assertThat(a.merge(b).merge(a)).isEqualTo(a.merge(b));
    assertThat(a.merge(b).gc()).isEqualTo(b.merge(a).gc());
    assertThat(a.merge(b).gcSeries().problems()).isEqualTo(b.merge(a).gcSeries().problems());
  }

  @Property
  void totals_of_the_merged_are_sums_of_the_totals(
      @ForAll("profile") ProfileSummary a, @ForAll("profile") ProfileSummary b) {
    for (SampleKind kind : SampleKind.values()) {
      assertThat(a.merge(b).total(kind)).isEqualTo(a.total(kind).merge(b.total(kind)));
      assertThat(a.merge(b).recorded(kind)).isEqualTo(a.recorded(kind) || b.recorded(kind));
    }
  }

  @Provide
  Arbitrary<Tally> tally() {
    return AnyEvidence.tally();
  }

  @Provide
  Arbitrary<Weight> weight() {
    return AnyEvidence.weight();
  }

  @Provide
  Arbitrary<Weight> huge() {
    return Arbitraries.longs()
        .between(Long.MAX_VALUE / 3, Long.MAX_VALUE)
        .map(n -> new Weight(n, n, n));
  }

  @Provide
  Arbitrary<PauseHistogram> pauses() {
    return AnyEvidence.pauses();
  }

  @Provide
  Arbitrary<PauseTotal> pauseTotal() {
    return AnyEvidence.pauseTotal();
  }

  @Provide
  Arbitrary<ProfileSummary> profile() {
    return AnyEvidence.profile();
  }

  @Provide
  Arbitrary<GcIncidents> incidents() {
    return AnyGcDetails.incidents();
  }

  @Provide
  Arbitrary<SafepointTotals> safepoints() {
    return AnyGcDetails.safepoints();
  }

  @Provide
  Arbitrary<GcCpuTimes> cpu() {
    return AnyGcDetails.cpu();
  }

  @Provide
  Arbitrary<Metaspace> metaspace() {
    return AnyGcDetails.metaspace();
  }

  @Provide
  Arbitrary<MutatorUtilisation> utilisation() {
    return AnyGcDetails.utilisation();
  }

  @Provide
  Arbitrary<GcSetup> setup() {
    return AnyGcDetails.setup();
  }

  @Provide
  Arbitrary<GcRuns> runs() {
    return AnyGcDetails.runs();
  }

  @Provide
  Arbitrary<GcDetails> details() {
    return AnyGcDetails.details();
  }

  @Provide
  Arbitrary<GcSummary> gc() {
    return AnyEvidence.gc();
  }

  @Provide
  Arbitrary<Evidence> evidence() {
    return AnyEvidence.evidence();
  }
}
