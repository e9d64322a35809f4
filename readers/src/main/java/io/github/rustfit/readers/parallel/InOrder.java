package io.github.rustfit.readers.parallel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on several processors and hands over their results in the order in which they were
 * added, whatever the order in which they ended. The calling thread works too; the JVM's common
 * pool helps, so no threads of our own outlive the work. For use by one thread.
 *
 * @param <T> what a task yields
 */
public final class InOrder<T> implements AutoCloseable {

  private final class Task implements Runnable {
    private final Supplier<T> work;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    Task(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (taken.compareAndSet(false, true)) {
        try {
          result.complete(work.get());
        } catch (RuntimeException | Error e) {
          result.completeExceptionally(e);
        }
      }
    }

    void cancel() {
      if (taken.compareAndSet(false, true)) {
        result.cancel(false);
      }
    }
  }

  private final int most;
  private final Consumer<T> results;
  private final Deque<Task> tasks = new ArrayDeque<>();
  private @Nullable Task offered;

  /**
   * @param most how many tasks may hold memory at a time, at least 1
   * @param results takes the results, in the calling thread
   */
  public InOrder(int most, Consumer<T> results) {
    this.most = most;
    this.results = results;
  }

  /**
   * How many tasks to run at a time: as many as there are processors, and as many as the heap has
   * room for.
   *
   * @param bytesEach what one of them may hold
   */
  public static int most(long bytesEach) {
    long room = Runtime.getRuntime().maxMemory() / bytesEach;
    return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), room));
  }

  /** Adds a task. Earlier ones may be run, and their results handed over, before this returns. */
  public void add(Supplier<T> work) {
    // The latest task is kept back: when it stays the only one, the pool is not needed.
    if (offered != null && most > 1) {
      ForkJoinPool.commonPool().execute(offered);
    }
    offered = new Task(work);
    tasks.add(offered);
    while (tasks.size() > most) {
      advance();
    }
  }

  /** Runs what is left and hands over all results. */
  public void finish() {
    while (!tasks.isEmpty()) {
      advance();
    }
  }

  /** Gives up what has not begun and waits for what has. */
  @Override
  public void close() {
    tasks.forEach(Task::cancel);
    for (Task task : tasks) {
      try {
        task.result.join();
      } catch (CompletionException | CancellationException e) {
        // Nobody wants this result any more: whoever closed early has a failure of its own.
        continue;
      }
    }
    tasks.clear();
  }

  private void advance() {
    Task first = tasks.getFirst();
    if (!first.result.isDone()) {
      for (Task task : tasks) {
        if (!task.taken.get()) {
          task.run();
          return;
        }
      }
    }
    T result = join(first);
    tasks.removeFirst();
    results.accept(result);
  }

  private static <T> T join(InOrder<T>.Task task) {
    try {
      return task.result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
