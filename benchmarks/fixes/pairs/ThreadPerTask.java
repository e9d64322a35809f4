package pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** {@code thread-per-task}: twenty small tasks at a time. */
final class ThreadPerTask implements Pair {

  private static final int TASKS = 20;

  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });
  private final int[] values = Input.numbers(10_000, 1000);

  @Override
  public long before() throws InterruptedException {
    AtomicLong sum = new AtomicLong();
    CountDownLatch done = new CountDownLatch(TASKS);
    for (Runnable task : tasks(sum, done)) {
      new Thread(task).start();
    }
    done.await();
    return sum.get();
  }

  @Override
  public long after() throws InterruptedException {
    AtomicLong sum = new AtomicLong();
    CountDownLatch done = new CountDownLatch(TASKS);
    for (Runnable task : tasks(sum, done)) {
      pool.execute(task);
    }
    done.await();
    return sum.get();
  }

  private List<Runnable> tasks(AtomicLong sum, CountDownLatch done) {
    List<Runnable> tasks = new ArrayList<>(TASKS);
    for (int i = 0; i < TASKS; i++) {
      tasks.add(
          () -> {
            long own = 0;
            for (int value : values) {
              own = 31 * own + value;
            }
            sum.addAndGet(own);
            done.countDown();
          });
    }
    return tasks;
  }
}
