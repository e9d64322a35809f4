package io.github.rustfit.samples.etlpipeline.delivery;

import io.github.rustfit.samples.etlpipeline.aggregate.Aggregates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Aggregates deliveries, one after the other, with a fixed number of threads. */
public final class DeliveryJob implements AutoCloseable {
  private final int threads;
  private final ExecutorService executor;

  /** A job that reads that many files at a time. */
  public DeliveryJob(int threads) {
    this.threads = threads;
    executor = Executors.newFixedThreadPool(threads);
  }

  /**
   * Aggregates the files of one delivery and writes the result.
   *
   * @throws UncheckedIOException if a file cannot be read
   * @throws IOException if the result cannot be written
   */
  public Summary run(List<Path> files, Path result) throws IOException, InterruptedException {
    Queue<Path> queue = new ConcurrentLinkedQueue<>(files);
    List<Callable<FileTask.Result>> tasks =
        Stream.generate(() -> (Callable<FileTask.Result>) new FileTask(queue))
            .limit(threads)
            .toList();
    Aggregates aggregates = new Aggregates();
    long accepted = 0;
    long rejected = 0;
    for (Future<FileTask.Result> task : executor.invokeAll(tasks)) {
      FileTask.Result part = get(task);
      aggregates.addAll(part.aggregates());
      accepted += part.accepted();
      rejected += part.rejected();
    }
    try (Writer out = Files.newBufferedWriter(result, StandardCharsets.US_ASCII)) {
      aggregates.writeTo(out);
    }
    return new Summary(accepted, rejected, aggregates.size());
  }

  private static FileTask.Result get(Future<FileTask.Result> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw new UncheckedIOException(io);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /**
   * What a delivery held.
   *
   * @param accepted lines that are readings
   * @param rejected lines that are not
   * @param registers different registers of meters
   */
  public record Summary(long accepted, long rejected, int registers) {}
}
