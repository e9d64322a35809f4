package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LivePoint;
import io.github.rustfit.rules.evidence.gc.LiveSeries;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PauseTimeline;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import java.util.Objects;
import java.util.TreeMap;

/** That a log cut into parts says what the whole of it says. */
final class SameFacts {

  private SameFacts() {}

  /** What holds even where the lines of one collection stand in two files. */
  static void sums(GcSummary joined, GcSummary whole, String what) {
    assertThat(joined.wallNanos()).as(what).isEqualTo(whole.wallNanos());
    assertThat(joined.pauseObservedNanos()).as(what).isEqualTo(whole.pauseObservedNanos());
    assertThat(joined.pauses()).as(what).isEqualTo(whole.pauses());
    assertThat(joined.causes()).as(what).isEqualTo(whole.causes());
    assertThat(joined.collections()).as(what).isEqualTo(whole.collections());
    assertThat(joined.fullCollections()).as(what).isEqualTo(whole.fullCollections());
    assertThat(joined.allocation()).as(what).isEqualTo(whole.allocation());
    assertThat(joined.gcCpu()).as(what).isEqualTo(whole.gcCpu());
    GcDetails details = joined.details();
    assertThat(details.kinds()).as(what).isEqualTo(whole.details().kinds());
    assertThat(details.incidents()).as(what).isEqualTo(whole.details().incidents());
    assertThat(details.safepoints()).as(what).isEqualTo(whole.details().safepoints());
    assertThat(details.utilisation()).as(what).isEqualTo(whole.details().utilisation());
    assertThat(details.setup()).as(what).isEqualTo(whole.details().setup());
    assertThat(details.runs().count()).as(what).isEqualTo(whole.details().runs().count());
  }

  /**
   * Every figure, but for the digest of the input that tells of a run. Stretches of time begin
   * where a log does, so what is kept once a stretch only adds up to the same.
   */
  static void all(GcSummary joined, GcSummary whole, String what) {
    assertThat(withoutRuns(joined)).as(what).isEqualTo(withoutRuns(whole));
    same(joined.details().utilisation(), whole, what);
    // Time stamps are rounded to milliseconds: where a part begins may lie that much earlier.
    assertThat(joined.details().concurrent().keySet())
        .as(what)
        .isEqualTo(whole.details().concurrent().keySet());
    joined
        .details()
        .concurrent()
        .forEach(
            (name, total) -> {
              PauseTotal all = whole.details().concurrent().getOrDefault(name, PauseTotal.NONE);
              assertThat(total.count()).as(what).isEqualTo(all.count());
              assertThat(total.totalNanos() / 1e6)
                  .as(what)
                  .isCloseTo(all.totalNanos() / 1e6, within(2.0));
            });
    GcRuns runs = joined.details().runs();
    assertThat(runs.count()).as(what).isEqualTo(whole.details().runs().count());
    assertThat(runs.kept()).as(what).hasSameSizeAs(whole.details().runs().kept());
    for (int i = 0; i < runs.kept().size(); i++) {
      same(runs.kept().get(i), whole.details().runs().kept().get(i), what);
    }
  }

  /**
   * Pauses that rounded time stamps push behind each other are pushed anew from where a part
   * begins. Windows from part to part may be unknown where not each pause is kept with its time.
   */
  private static void same(MutatorUtilisation joined, GcSummary whole, String what) {
    if (whole.pauses().count() <= PauseTimeline.MOST) {
      assertThat(joined.worstNanos().keySet())
          .as(what)
          .isEqualTo(whole.details().utilisation().worstNanos().keySet());
    }
    joined
        .worstNanos()
        .forEach(
            (window, worst) ->
                assertThat((double) worst / window)
                    .as(what)
                    .isCloseTo(
                        (double)
                                whole.details().utilisation().worstNanos().getOrDefault(window, -1L)
                            / window,
                        within(0.01)));
  }

  private static void same(RunHistory joined, RunHistory whole, String what) {
    assertThat(joined.collector()).as(what).isEqualTo(whole.collector());
    assertThat(joined.nanos()).as(what).isEqualTo(whole.nanos());
    assertThat(joined.maxHeapBytes()).as(what).isEqualTo(whole.maxHeapBytes());
    assertThat(joined.pauses().points()).as(what).isEqualTo(whole.pauses().points());
    assertThat(total(joined.pauses())).as(what).isEqualTo(total(whole.pauses()));
    assertThat(joined.live().keySet()).as(what).isEqualTo(whole.live().keySet());
    joined
        .live()
        .forEach(
            (basis, series) -> {
              LiveSeries all = Objects.requireNonNull(whole.live().get(basis));
              assertThat(series.collections()).as(what).isEqualTo(all.collections());
              assertThat(lowest(series)).as(what).isEqualTo(lowest(all));
            });
  }

  private static PauseTotal total(PauseTimeline line) {
    return line.buckets().values().stream().reduce(PauseTotal.NONE, PauseTotal::merge);
  }

  private static long lowest(LiveSeries series) {
    return series.points().stream().mapToLong(LivePoint::bytes).min().orElseThrow();
  }

  private static GcSummary withoutRuns(GcSummary gc) {
    GcDetails details = gc.details();
    return gc.with(
        new GcDetails(
            details.kinds(),
            new TreeMap<>(),
            details.incidents(),
            details.safepoints(),
            details.cpu(),
            details.metaspace(),
            details.promotion(),
            details.promotedRegions(),
            MutatorUtilisation.UNKNOWN,
            details.setup(),
            GcRuns.NONE));
  }
}
