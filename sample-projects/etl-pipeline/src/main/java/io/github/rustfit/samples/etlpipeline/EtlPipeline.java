package io.github.rustfit.samples.etlpipeline;

import io.github.rustfit.samples.etlpipeline.delivery.DeliveryJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Aggregates one delivery: every file of a folder into one file of hourly figures. */
public final class EtlPipeline {
  private EtlPipeline() {}

  /**
   * Takes the delivery's folder and the file to write.
   *
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      throw new IllegalArgumentException("expected: <folder of the delivery> <file to write>");
    }
    try (DeliveryJob job = new DeliveryJob(Runtime.getRuntime().availableProcessors())) {
      System.out.println(job.run(files(Path.of(args[0])), Path.of(args[1])));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }
}
