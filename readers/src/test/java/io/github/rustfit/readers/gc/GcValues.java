package io.github.rustfit.readers.gc;

import io.github.rustfit.readers.gc.MeasuredJvm.Subject;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares what a reader knows of a run with what is known of it otherwise. */
final class GcValues {

  private static final Set<String> STOPPING = Set.of("Serial", "Parallel", "G1");
  private static final long MIB = 1 << 20;

  private final MeasuredJvm jvm;
  private final GcSummary gc;
  private final List<String> wrong = new ArrayList<>();

  GcValues(MeasuredJvm jvm, GcSummary gc) {
    this.jvm = jvm;
    this.gc = gc;
  }

  /** What is wrong with the figures from a log, which reaches back to the JVM's start. */
  List<String> ofLog(Subject subject, LogText text) {
    both(subject);
    if (gc.pausesKnown()) {
      is("pauses", gc.pauses().count(), text.pauses());
      is("pause time", gc.pauses().totalNanos() / 1000, text.pauseMicros());
      within("pauses", gc.pauses().count(), jvm.figure("pauses"), Long.MAX_VALUE);
    }
    incident(GcIncident.GC_LOCKER, text.pausesFor("GCLocker Initiated GC"));
    incident(GcIncident.HUMONGOUS_ALLOCATION, text.pausesFor("G1 Humongous Allocation"));
    incident(GcIncident.DEGENERATED_CYCLE, text.count("Pause Degenerated GC .*ms\n"));
    incident(GcIncident.ALLOCATION_STALL, text.count("Allocation Stall \\(.*\\) \\d.*ms\n"));
    incident(GcIncident.ALLOCATION_FAILURE, text.count("Failed to allocate "));
    incident(GcIncident.PROMOTION_FAILURE, text.count("Promotion failed\n"));
    is("waits", gc.details().incidents().lockerWaits().count(), text.lockerWaits());
    if (gc.details().safepoints().known()) {
      is("safepoints", gc.details().safepoints().stopped().count(), text.count("Safepoint \""));
      is("stops", gc.details().safepoints().stopped().totalNanos(), text.safepointNanos());
    }
    if (gc.allocation().known() && !subject.name().contains("Shenandoah")) {
      // Epsilon prints the heap whenever it has grown by a twentieth.
      long rest = subject.name().equals("Epsilon") ? 64 * MIB : 0;
      long least = GarbageProgram.ALLOCATED - rest;
      within("allocation", gc.allocation().amount(), least, Long.MAX_VALUE);
    }
    if (gc.allocation().known()) {
      // Large objects take up whole regions.
      long most = 2 * jvm.figure("allocated") + 64 * MIB;
      within("allocation", gc.allocation().amount(), 1, most);
    }
    setup(subject);
    return wrong;
  }

  /** What is wrong with the figures from a recording, which begins somewhat later. */
  List<String> ofRecording(Subject subject) {
    both(subject);
    if (gc.allocation().known()) {
      within("allocation", gc.allocation().amount(), 1, 2 * jvm.figure("allocated") + 64 * MIB);
    }
    if (subject.options().contains(MeasuredJvm.STOPS_WHEN_ASKED)) {
      full();
    }
    return wrong;
  }

  private void both(Subject subject) {
    if (!gc.collectors().isEmpty()) {
      is("collectors", gc.collectors(), Set.of(subject.name()));
    }
    String version = jvm.printed().getProperty("version", "");
    for (String known : gc.jvmVersions()) {
      is("version " + known + " of " + version, version.startsWith(known), true);
    }
    long asked = gc.details().incidents().of(GcIncident.EXPLICIT_GC).amount();
    if (gc.details().incidents().of(GcIncident.EXPLICIT_GC).known()) {
      // Parallel may collect the young generation first.
      int least = subject.name().equals("Epsilon") ? 0 : GarbageProgram.CALLS;
      int most = subject.name().equals("Parallel") ? 2 * least : least;
      within("System.gc()", asked, least, most);
    }
    if (STOPPING.contains(subject.name())) {
      full();
    }
    if (gc.maxHeapBytes() > 0) {
      long limit = subject.name().equals("Epsilon") ? 1L << 30 : MeasuredJvm.HEAP;
      is("heap limit", gc.maxHeapBytes(), limit);
    }
    if (gc.largestLiveBytes() > 0) {
      within("live set", gc.largestLiveBytes(), GarbageProgram.KEPT, MeasuredJvm.HEAP);
    }
    if (gc.details().metaspace().known()) {
      long used = jvm.figure("metaspace");
      within("metaspace", gc.details().metaspace().usedBytes(), used / 2, used * 2);
    }
  }

  private void full() {
    var full = gc.details().incidents().fullCauses().get("System.gc()");
    is("full collections", full == null ? 0 : full.count(), (long) GarbageProgram.CALLS);
  }

  private void setup(Subject subject) {
    var setup = gc.details().setup();
    setup.initialHeapBytes().forEach(size -> is("initial heap", size, MeasuredJvm.INITIAL));
    setup.regionBytes().forEach(size -> is("region", size, MeasuredJvm.REGION));
    setup.cpus().forEach(cpus -> is("processors", (long) cpus, jvm.figure("processors")));
    // Printed in MiB.
    setup
        .memoryBytes()
        .forEach(size -> within("memory", size, jvm.figure("memory") - MIB, jvm.figure("memory")));
  }

  private void incident(GcIncident incident, long expected) {
    var count = gc.details().incidents().of(incident);
    if (count.known()) {
      is(incident.name(), count.amount(), expected);
    }
  }

  private void is(String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      wrong.add(what + " is " + found + " and should be " + expected);
    }
  }

  private void within(String what, long found, long least, long most) {
    if (found < least || found > most) {
      wrong.add(what + " is " + found + " and should be " + least + " to " + most);
    }
  }
}
