package io.github.rustfit.plugin.report.html;

import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LiveTrend;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import io.github.rustfit.rules.stats.Format;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page shows of collections beyond the figures of pauses; labels with their values. */
final class GcFigures {

  private static final long NANOS_PER_MS = 1_000_000L;

  private GcFigures() {}

  /** The figures; what is unknown reads {@value Show#UNKNOWN}. */
  static Map<String, String> of(GcSummary gc) {
    GcDetails details = gc.details();
    Map<String, String> figures = new LinkedHashMap<>();
    for (long window : MutatorUtilisation.WINDOWS) {
      figures.put(
          "Minimum mutator utilisation in " + window / NANOS_PER_MS + " ms",
          utilisation(details.utilisation(), window));
    }
    figures.put("Promotion rate", rate(details.promotion()));
    safepoints(details.safepoints(), figures);
    cpu(details.cpu(), figures);
    figures.put("Classes' memory", metaspace(details.metaspace()));
    figures.put("Live set", trend(details));
    setup(details.setup(), figures);
    return figures;
  }

  /** Incidents in words, with their counts. */
  static Map<String, String> incidents(GcSummary gc) {
    Map<String, String> counts = new LinkedHashMap<>();
    for (GcIncident incident : GcIncident.values()) {
      Tally tally = gc.details().incidents().of(incident);
      String count = tally.known() ? Format.count(tally.amount()) : Show.UNKNOWN;
      PauseTotal stalls = gc.details().incidents().stalls();
      boolean lasted = incident == GcIncident.ALLOCATION_STALL && stalls.count() > 0;
      PauseTotal waits = gc.details().incidents().lockerWaits();
      boolean waited = incident == GcIncident.GC_LOCKER && waits.count() > 0;
      counts.put(
          incident(incident),
          lasted
              ? count + ", together " + Show.total(stalls.totalNanos())
              : waited ? count + "; " + waits(waits) : count);
    }
    return counts;
  }

  private static String waits(PauseTotal waits) {
    return Format.count(waits.count())
        + " waits of threads, together "
        + Show.total(waits.totalNanos());
  }

  private static String incident(GcIncident incident) {
    return switch (incident) {
      case EVACUATION_FAILURE -> "No room to copy to (evacuation failure, to-space exhausted)";
      case HUMONGOUS_ALLOCATION -> "Collections for a humongous object";
      case PROMOTION_FAILURE -> "No room in the old generation (promotion failed)";
      case CONCURRENT_MODE_FAILURE -> "Heap full before CMS was done (concurrent mode failure)";
      case DEGENERATED_CYCLE -> "Cycles finished in a pause (degenerated)";
      case ALLOCATION_STALL -> "Threads that waited for memory (allocation stall)";
      case ALLOCATION_FAILURE -> "Allocations that could not be served at once";
      case GC_LOCKER -> "Collections held up by JNI critical regions (GCLocker)";
      case METADATA_THRESHOLD -> "Collections because the metaspace was to grow";
      case EXPLICIT_GC -> "Collections asked for by System.gc()";
    };
  }

  private static String utilisation(MutatorUtilisation utilisation, long window) {
    return utilisation.known(window)
        ? String.format(Locale.ROOT, "%.1f %%", utilisation.minimum(window) * 100)
        : Show.UNKNOWN;
  }

  private static String rate(Tally bytes) {
    return bytes.known() ? Format.bytes(bytes.perSecond()) + "/s" : Show.UNKNOWN;
  }

  private static void safepoints(SafepointTotals safepoints, Map<String, String> figures) {
    figures.put(
        "Safepoints",
        safepoints.known()
            ? Format.count(safepoints.stopped().count())
                + ", together "
                + Show.total(safepoints.stopped().totalNanos())
            : Show.UNKNOWN);
    figures.put(
        "Time to safepoint",
        safepoints.reachingKnown()
            ? "together "
                + Show.total(safepoints.reaching().totalNanos())
                + ", longest "
                + Format.millis(safepoints.reaching().maxNanos())
            : Show.UNKNOWN);
  }

  private static void cpu(GcCpuTimes cpu, Map<String, String> figures) {
    figures.put("Pauses that waited for a CPU or for memory", of(cpu, cpu.starved()));
    figures.put("Pauses spent mostly in the system", of(cpu, cpu.systemHeavy()));
  }

  private static String of(GcCpuTimes cpu, long some) {
    return cpu.known() ? Format.count(some) + " of " + Format.count(cpu.pauses()) : Show.UNKNOWN;
  }

  private static String metaspace(Metaspace metaspace) {
    if (!metaspace.known()) {
      return Show.UNKNOWN;
    }
    String committed =
        metaspace.committedBytes() > 0
            ? " of " + Format.bytes(metaspace.committedBytes()) + " committed"
            : "";
    String limit =
        metaspace.limitBytes() > 0 ? ", limit " + Format.bytes(metaspace.limitBytes()) : "";
    return Format.bytes(metaspace.usedBytes()) + committed + limit;
  }

  /** What the live set does: the worst of the runs. */
  private static String trend(GcDetails details) {
    boolean known = false;
    for (RunHistory run : details.runs().kept()) {
      LiveTrend trend = run.liveTrend().orElse(null);
      known |= trend != null;
      if (trend != null && trend.suspicious(run.maxHeapBytes())) {
        return "grows by at least "
            + Format.bytes(trend.low())
            + "/s with 97.5 % confidence (run "
            + run.number()
            + " of "
            + Show.digest(run.source())
            + "): a leak, or a cache that fills";
      }
    }
    return known ? "no certain growth of a tenth of the heap" : Show.UNKNOWN;
  }

  private static void setup(GcSetup setup, Map<String, String> figures) {
    figures.put(
        "Processors",
        setup.cpus().isEmpty()
            ? Show.UNKNOWN
            : setup.cpus().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    figures.put("Memory of the machine", sizes(setup.memoryBytes()));
    figures.put("Initial heap", sizes(setup.initialHeapBytes()));
    figures.put("Heap region", sizes(setup.regionBytes()));
  }

  private static String sizes(Collection<Long> sizes) {
    return sizes.isEmpty()
        ? Show.UNKNOWN
        : sizes.stream().map(Format::bytes).collect(Collectors.joining(", "));
  }
}
