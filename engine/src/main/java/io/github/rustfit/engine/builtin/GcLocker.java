package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;

/** Whether native code in critical regions holds collections up. */
public final class GcLocker implements Rule {

  private static final String ID = "gc-locker";
  private static final Threshold RATIO =
      new Threshold(
          "pauses initiated by the GC locker", 0.1, "share", "JDK Mission Control, GcLockerRule");

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
    if (Tuning.only(context.gc(), Tuning.LOW_PAUSE)) {
      return Tuning.nothing("ZGC and Shenandoah do not wait for JNI critical regions.");
    }
    CauseShare share = CauseShare.of(context.gc(), GcIncident.GC_LOCKER, "GCLocker Initiated GC");
    if (!share.known()) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    if (share.none()) {
      return Tuning.nothing("No pause had to wait for JNI critical regions.");
    }
    String fact = share.text() + " had to wait for native code in JNI critical regions.";
    String remedy =
        "Run JDK 22 or newer, where G1 pins regions instead (JEP 423), or the version of the native"
            + " library that copies arrays instead of GetPrimitiveArrayCritical. Another native"
            + " language would not help: the boundary is the cause.";
    return share.ofCount() >= RATIO.value()
        ? Tuning.notExhausted(ID, fact, remedy)
        : Tuning.noted(ID, fact, remedy);
  }
}
