import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Four threads that each build trees and keep the last few: objects of middle age. */
public final class Threads {

  private static final int THREADS = 4;
  private static final int TREES = 110;

  private Threads() {}

  private static void work(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TreeMap<Integer, int[]>> kept = new ArrayList<>();
    for (int i = 0; i < TREES; i++) {
      TreeMap<Integer, int[]> tree = new TreeMap<>();
      for (int j = 0; j < 6_000; j++) {
        tree.put(random.nextInt(), new int[] {j, i});
      }
      kept.add(tree);
      if (kept.size() > 8) {
        kept.remove(0);
      }
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int seed = i;
      threads.add(new Thread(() -> work(seed)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("done " + THREADS * TREES + " operations");
    Own.print();
  }
}
