package io.github.rustfit.samples.etlpipeline.delivery;

import io.github.rustfit.samples.etlpipeline.aggregate.Aggregates;
import io.github.rustfit.samples.etlpipeline.reading.Reading;
import io.github.rustfit.samples.etlpipeline.reading.ReadingParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.Callable;

/** What one thread does: takes files from the queue until it is empty, and aggregates them. */
final class FileTask implements Callable<FileTask.Result> {
  private final Queue<Path> files;
  private final ReadingParser parser = new ReadingParser();
  private final Aggregates aggregates = new Aggregates();
  private long accepted;
  private long rejected;

  FileTask(Queue<Path> files) {
    this.files = files;
  }

  @Override
  public Result call() throws IOException {
    for (Path file = files.poll(); file != null; file = files.poll()) {
      aggregate(file);
    }
    return new Result(aggregates, accepted, rejected);
  }

  private void aggregate(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(line);
      }
    }
  }

  private void add(String line) {
    Reading reading;
    try {
      reading = parser.parse(line);
    } catch (IllegalArgumentException e) {
      rejected++;
      return;
    }
    aggregates.add(reading);
    accepted++;
  }

  /** What a thread found. */
  record Result(Aggregates aggregates, long accepted, long rejected) {}
}
