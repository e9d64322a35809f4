package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * What the JVMs in one log say of their heap, their classes' memory and their machine. Holds a
 * bounded number of values, so that a hostile log cannot fill the memory; values that are not
 * positive are ignored. Not thread-safe.
 */
public final class SetupSets {

  private static final int MOST_VALUES = 16;
  private static final int MOST_FLAGS = 256;
  private static final int LONGEST_FLAG = 200;
  private static final int MOST_CPUS = 1 << 16;

  private final TreeSet<Long> minHeap = new TreeSet<>();
  private final TreeSet<Long> initialHeap = new TreeSet<>();
  private final TreeSet<Long> region = new TreeSet<>();
  private final TreeSet<Integer> cpus = new TreeSet<>();
  private final TreeSet<Long> memory = new TreeSet<>();
  private final TreeSet<String> flags = new TreeSet<>();
  private long classesUsed;
  private long classesCommitted;
  private long classesLimit;

  /** Sees a smallest heap size allowed. */
  public void minHeap(long bytes) {
    add(minHeap, bytes);
  }

  /** Sees a heap size at the start. */
  public void initialHeap(long bytes) {
    add(initialHeap, bytes);
  }

  /** Sees the size of a region of the heap. */
  public void region(long bytes) {
    add(region, bytes);
  }

  /** Sees the memory of the machine or container. */
  public void memory(long bytes) {
    add(memory, bytes);
  }

  /** Sees how many processors are available to the JVM. */
  public void cpus(long count) {
    if (count > 0 && count <= MOST_CPUS && cpus.size() < MOST_VALUES) {
      cpus.add((int) count);
    }
  }

  /** Adds an option; those that are not {@code -X…}, or name files, may hold secrets: left out. */
  public void flag(byte[] bytes, int from, int to) {
    if (to - from <= LONGEST_FLAG && flags.size() < MOST_FLAGS) {
      String flag = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      if (flag.startsWith("-X") && flag.indexOf('/') < 0 && flag.indexOf('\\') < 0) {
        flags.add(flag);
      }
    }
  }

  /** Sees the memory for classes after a collection, in bytes. */
  public void classes(long used, long committed) {
    classesUsed = Math.max(classesUsed, used);
    classesCommitted = Math.max(classesCommitted, committed);
  }

  /** Sees its limit, in bytes. */
  public void classesLimit(long bytes) {
    classesLimit = Math.max(classesLimit, bytes);
  }

  private static void add(TreeSet<Long> sizes, long bytes) {
    if (bytes > 0 && sizes.size() < MOST_VALUES) {
      sizes.add(bytes);
    }
  }

  Metaspace metaspace() {
    return new Metaspace(classesUsed, classesCommitted, classesLimit);
  }

  GcSetup setup() {
    return new GcSetup(minHeap, initialHeap, region, cpus, memory, flags);
  }
}
