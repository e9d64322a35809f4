import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The same work each time: two threads parse, count and sort words, much of it allocation, meet at
 * a lock and wait a little. Prints milliseconds of CPU time and of the wall clock, after a warm-up.
 *
 * <p>Usage: {@code java Work.java ROUNDS}
 */
public class Work {

  private static final Object LOCK = new Object();
  private static long checksum;

  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    run(rounds / 3);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    run(rounds);
    System.out.println(
        (system.getProcessCpuTime() - cpu) / 1_000_000
            + "\t"
            + (System.nanoTime() - wall) / 1_000_000
            + "\t"
            + checksum);
  }

  private static void run(int rounds) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 2; t++) {
      int seed = t;
      Thread thread = new Thread(() -> work(rounds, seed));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void work(int rounds, int seed) {
    for (int i = 0; i < rounds; i++) {
      String text = text(i * 31 + seed, 3);
      Map<String, Integer> counts = new HashMap<>();
      for (String word : text.split(" ")) {
        counts.merge(word, 1, Integer::sum);
      }
      List<String> words = new ArrayList<>(counts.keySet());
      words.sort(null);
      synchronized (LOCK) {
        checksum += words.hashCode();
      }
      if (i % 50 == 0) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  /** Deeper stacks than a loop has. */
  private static String text(int seed, int depth) {
    if (depth > 0) {
      return text(seed + depth, depth - 1) + ' ' + text(seed * 7 + depth, depth - 1);
    }
    StringBuilder text = new StringBuilder();
    long state = seed;
    for (int i = 0; i < 40; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      text.append(Long.toString((state >>> 40) & 1023, 36)).append(' ');
    }
    return text.toString();
  }
}
