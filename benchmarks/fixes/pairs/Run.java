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

  private static final long WINDOW_MILLIS = 100;
  private static final int MOST_WINDOWS = 50;

  private final Pair pair;
  private final boolean before;
  private final long sum;
  private long batch = 1;

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
    System.gc();
    System.out.println("ready");
    run.setBatch();
    while (System.in.read() == '\n') {
      System.out.println(run.measured(millis));
    }
    System.exit(0);
  }

  private String measured(long millis) throws Exception {
    untilTick();
    long thread = Thread.currentThread().getId();
    long bytes = THREADS.getThreadAllocatedBytes(thread);
    long cpu = PROCESS.getProcessCpuTime();
    long times = during(millis) + untilTick();
    cpu = PROCESS.getProcessCpuTime() - cpu;
    bytes = THREADS.getThreadAllocatedBytes(thread) - bytes;
    return sum + "\t" + times + "\t" + cpu / times + "\t" + bytes / times;
  }

  /** Until four windows in a row bring nothing: JIT compilers wait for their turn, too. */
  private void warmUp() throws Exception {
    double best = Double.MAX_VALUE;
    int idle = 0;
    for (int i = 0; i < MOST_WINDOWS && idle < 4; i++) {
      setBatch();
      long cpu = THREADS.getCurrentThreadCpuTime();
      long times = during(WINDOW_MILLIS);
      double one = (double) (THREADS.getCurrentThreadCpuTime() - cpu) / times;
      idle = one < 0.97 * best ? 0 : idle + 1;
      best = Math.min(best, one);
    }
  }

  private long once() throws Exception {
    return before ? pair.before() : pair.after();
  }

  private void setBatch() throws Exception {
    long start = System.nanoTime();
    long times = 0;
    while (System.nanoTime() - start < 10 * BATCH_NANOS) {
      times += batch();
    }
    batch = Math.max(1, times / 10);
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
    long times = 0;
    while (PROCESS.getProcessCpuTime() == tick) {
      times += batch();
    }
    return times;
  }

  private long during(long millis) throws Exception {
    long end = PROCESS.getProcessCpuTime() + millis * 1_000_000;
    long times = 0;
    while (PROCESS.getProcessCpuTime() < end) {
      times += batch();
    }
    return times;
  }
}
