package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.millis;

import io.github.rustfit.engine.jvm.JdkFeature;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Set;

/** Whether native code in critical regions holds collections up. */
public final class GcLocker implements Rule {

  private static final String ID = "gc-locker";
  private static final Threshold RATIO =
      new Threshold(
          "pauses initiated by the GC locker", 0.1, "share", "JDK Mission Control, GcLockerRule");

  /** Since this JDK the locker starts no collections of its own (JDK-8192647). */
  private static final int SILENT = 25;

  /** Collectors that wait for critical regions in that JDK; G1 pins regions since JDK 22. */
  private static final Set<String> WAITING = Set.of("Serial", "Parallel");

  private static final String REMEDY =
      "Run JDK 22 or newer with G1, which pins regions instead (JEP 423), or the version of the"
          + " native library that copies arrays instead of GetPrimitiveArrayCritical. Another native"
          + " language would not help: the boundary is the cause.";

  private static final String UNTOLD =
      "Whether collections waited for JNI critical regions is not told by this log;"
          + " -Xlog:gc+jni=debug tells.";

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.necessary(
        ID,
        "Collections held up by JNI",
        "No if at least 10 % of the pauses had to wait for JNI critical regions.",
        RATIO);
  }

  @Override
  public Outcome judge(RuleContext context) {
    GcSummary gc = context.gc();
    if (Tuning.only(gc, Tuning.LOW_PAUSE)) {
      return Tuning.nothing("Pauses of ZGC and Shenandoah do not wait for JNI critical regions.");
    }
    PauseTotal waits = gc.details().incidents().lockerWaits();
    if (waits.totalNanos() > 0) {
      return waited(gc, waits);
    }
    if (waits.count() > 0) {
      return Tuning.nothing(
          "Threads waited for JNI critical regions "
              + count(waits.count())
              + " times, less than a millisecond each.");
    }
    CauseShare share = CauseShare.of(gc, GcIncident.GC_LOCKER, "GCLocker Initiated GC");
    if (share.none() && untold(gc)) {
      // The log gives causes, but this one is none of them any more.
      return Tuning.nothing(UNTOLD);
    }
    if (!share.known()) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    if (share.none()) {
      return Tuning.nothing("No pause had to wait for JNI critical regions.");
    }
    String fact = share.text() + " had to wait for native code in JNI critical regions.";
    return share.ofCount() >= RATIO.value()
        ? Tuning.notExhausted(ID, fact, REMEDY)
        : Tuning.noted(ID, fact, REMEDY);
  }

  /** Since JDK 25 the log tells how long threads waited, not which pauses. */
  private static Outcome waited(GcSummary gc, PauseTotal waits) {
    String fact =
        count(waits.count())
            + " times threads waited for native code in JNI critical regions before a collection, or"
            + " for the collection before a region: "
            + millis(waits.totalNanos())
            + " together, "
            + millis(waits.maxNanos())
            + " at most.";
    return waits.totalNanos() >= RATIO.value() * gc.pauses().totalNanos()
        ? Tuning.notExhausted(ID, fact, REMEDY)
        : Tuning.noted(ID, fact, REMEDY);
  }

  /** Whether a log that gives causes of collections may not tell of waits for critical regions. */
  private static boolean untold(GcSummary gc) {
    GcIncidents incidents = gc.details().incidents();
    return incidents.of(GcIncident.EXPLICIT_GC).known()
        && gc.collectors().stream().anyMatch(WAITING::contains)
        && (gc.jvmVersions().isEmpty()
            || gc.jvmVersions().stream()
                .map(JdkFeature::of)
                .anyMatch(feature -> feature.isEmpty() || feature.getAsInt() >= SILENT));
  }
}
