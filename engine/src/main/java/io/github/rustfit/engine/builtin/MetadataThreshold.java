package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.bytes;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;

/** Whether collections run only because the metaspace was to grow. */
public final class MetadataThreshold implements Rule {

  private static final String ID = "metadata-threshold";
  private static final Threshold TIME =
      new Threshold("pause time for the metaspace", 0.10, "share", "project assumption");
  private static final Threshold FEWEST =
      new Threshold(
          "collections for the metaspace",
          3,
          "collections",
          "project assumption: one or two belong to every start");
  private static final long MIB = 1 << 20;

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.necessary(
        ID,
        "Collections for the metaspace",
        "No if at least 3 pauses, and 10 % of the pause time, are caused by the metadata threshold.",
        TIME,
        FEWEST);
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (Tuning.ofTests(context)) {
      return Tuning.onlyTests();
    }
    CauseShare share =
        CauseShare.of(
            context.gc(),
            GcIncident.METADATA_THRESHOLD,
            "Metadata GC Threshold",
            "Metadata GC Clear Soft References");
    if (!share.known()) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    if (share.none()) {
      return Tuning.nothing("No pause is caused by the growth of the metaspace.");
    }
    String fact = share.text() + " are caused by the growth of the metaspace.";
    boolean much = share.causes().count() >= FEWEST.value() && share.ofTime() >= TIME.value();
    String remedy = remedy(context.gc().details().metaspace());
    return much ? Tuning.notExhausted(ID, fact, remedy) : Tuning.noted(ID, fact, remedy);
  }

  private static String remedy(Metaspace metaspace) {
    String size =
        metaspace.known()
            ? "-XX:MetaspaceSize="
                + Math.max(1, (metaspace.usedBytes() + metaspace.usedBytes() / 4) / MIB + 1)
                + "m ("
                + bytes(metaspace.usedBytes())
                + " were in use at most)"
            : "-XX:MetaspaceSize= a little above what jcmd <pid> VM.metaspace shows in use";
    return "Run with "
        + size
        + ": it is the size at which such a collection first runs. If the use keeps growing, classes"
        + " are generated or reloaded without end; no size helps then.";
  }
}
