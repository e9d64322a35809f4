package pairs;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * One side of a pair in a process of its own: {@code Run Pair before|after MILLIS}. It repeats the
 * work until that no longer gets faster and says {@code ready}. For each empty line that it then reads
 * it measures for that much CPU time and prints the sum, how often the work was done, CPU nanoseconds
 * of the process for one (collector and compiler included) and bytes that its thread allocated for
 * one. With {@code record} as the fourth argument it only works that long.
 */
final class Run {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** As long as a look at the clock takes no part of it that shows. */
  private static final long BATCH_NANOS = 500_000;

  private static final long WINDOW_MILLIS = 80;
  private static final int MOST_WINDOWS = 50;

  private final Pair pair;
  private final boolean before;
  private final long sum;
  private long batch = 1;
  private long times;
  private long nanos;
  private long bytes;

  private Run(Pair pair, boolean before) throws Exception {
    this.pair = pair;
    this.before = before;
    sum = once();
  }

  public static void main(String[] args) throws Exception {
    Class<?> type = Class.forName("pairs." + args[0]);
    Run run = new Run((Pair) type.getDeclaredConstructor().newInstance(), args[1].equals("before"));
    long millis = Long.parseLong(args[2]);
    if (args.length > 3) {
      run.during(millis);
      System.exit(0);
    }
    run.warmUp();
    System.out.println("ready");
    while (System.in.read() == '\n') {
      run.measure(millis);
      System.out.println(run.sum + "\t" + run.times + "\t" + run.nanos + "\t" + run.bytes);
    }
    System.exit(0);
  }

  private void measure(long millis) throws Exception {
    untilTick();
    long thread = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(thread);
    long cpu = PROCESS.getProcessCpuTime();
    times = during(millis) + untilTick();
    nanos = (PROCESS.getProcessCpuTime() - cpu) / times;
    bytes = (THREADS.getThreadAllocatedBytes(thread) - allocated) / times;
  }

  /**
   * Measures until four windows bring nothing. One in which the JIT compiler was at work is slower
   * than others and counts for neither.
   */
  private void warmUp() throws Exception {
    long best = Long.MAX_VALUE;
    int idle = 0;
    for (int i = 0; i < MOST_WINDOWS && idle < 4; i++) {
      if (i < 4) {
        setBatch();
      }
      measure(WINDOW_MILLIS);
      if (nanos < 0.97 * best) {
        idle = 0;
      } else if (nanos < 1.15 * best) {
        idle++;
      }
      best = Math.min(best, nanos);
    }
  }

  private long once() throws Exception {
    return before ? pair.before() : pair.after();
  }

  private void setBatch() throws Exception {
    long start = System.nanoTime();
    long done = 0;
    while (System.nanoTime() - start < 10 * BATCH_NANOS) {
      done += batch();
    }
    batch = Math.max(1, done / 10);
  }

  private long batch() throws Exception {
    for (long i = 0; i < batch; i++) {
      if (once() != sum) {
        throw new IllegalStateException("the sum is not the same each time");
      }
    }
    return batch;
  }

  /** The clock of the process ticks every 10 ms on Linux: begins and ends are at a tick. */
  private long untilTick() throws Exception {
    long tick = PROCESS.getProcessCpuTime();
    long done = 0;
    while (PROCESS.getProcessCpuTime() == tick) {
      done += batch();
    }
    return done;
  }

  private long during(long millis) throws Exception {
    long end = PROCESS.getProcessCpuTime() + millis * 1_000_000;
    long done = 0;
    while (PROCESS.getProcessCpuTime() < end) {
      done += batch();
    }
    return done;
  }
}
