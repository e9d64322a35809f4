package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts together what a GC log says; what is not given is what it was begun from. */
public final class GcBuilder {

  private GcSummary.Jvms jvms;
  private GcSummary.Time time;
  private PauseHistogram pauses;
  private SortedMap<String, PauseTotal> causes;
  private GcSummary.Count count;
  private Tally allocation;
  private Tally gcCpu;
  private GcSummary.Heap heap;
  private GcDetails details;

  private GcBuilder(GcSummary gc) {
    jvms = gc.jvms();
    time = gc.time();
    pauses = gc.pauses();
    causes = gc.causes();
    count = gc.count();
    allocation = gc.allocation();
    gcCpu = gc.gcCpu();
    heap = gc.heap();
    details = gc.details();
  }

  /** Begins with a log that says nothing. */
  public static GcBuilder gc() {
    return from(GcSummary.EMPTY);
  }

  /** Begins with what a log says. */
  public static GcBuilder from(GcSummary gc) {
    return new GcBuilder(gc);
  }

  /** By the name that the JVM prints. */
  public GcBuilder collector(String name) {
    jvms = new GcSummary.Jvms(new TreeSet<>(List.of(name)), jvms.jvmVersions());
    return this;
  }

  /** As the JVMs print them. */
  public GcBuilder versions(String... names) {
    jvms = new GcSummary.Jvms(jvms.collectors(), new TreeSet<>(List.of(names)));
    return this;
  }

  /** The time covered, and the part of it in which pauses were observed. */
  public GcBuilder nanos(long wall, long pausesObserved) {
    time = new GcSummary.Time(wall, pausesObserved);
    return this;
  }

  public GcBuilder pauses(PauseHistogram all) {
    pauses = all;
    return this;
  }

  public GcBuilder causes(Map<String, PauseTotal> byCause) {
    causes = new TreeMap<>(byCause);
    return this;
  }

  /** Collections, and those of the whole heap among them. */
  public GcBuilder collections(long all, long full) {
    count = new GcSummary.Count(all, full);
    return this;
  }

  public GcBuilder allocation(Tally bytes) {
    allocation = bytes;
    return this;
  }

  public GcBuilder gcCpu(Tally nanos) {
    gcCpu = nanos;
    return this;
  }

  /** The largest limit, and the largest use that was live. */
  public GcBuilder heap(long maxBytes, long liveBytes) {
    heap = new GcSummary.Heap(maxBytes, liveBytes);
    return this;
  }

  public GcBuilder details(GcDetails all) {
    details = all;
    return this;
  }

  /** What the log says. */
  public GcSummary build() {
    return new GcSummary(jvms, time, pauses, causes, count, allocation, gcCpu, heap, details);
  }
}
