package io.github.rustfit.samples.etlpipeline.replay;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes files of invented readings, the same each time; one line in ten thousand is damaged. */
final class DeliveryGenerator {
  private static final int METERS = 40_000;
  private static final int LINES_PER_FILE = 1_500_000;
  private static final int DAMAGED_EVERY = 10_000;
  private static final int QUARTERS = 96;
  private static final long SEED = 1;
  private static final int[] REGISTERS = {180, 280};
  private static final String QUALITIES = "MMMMMMMMEC";
  private static final LocalDateTime DAY = LocalDateTime.of(2026, 3, 1, 0, 0);

  private DeliveryGenerator() {}

  static List<Path> write(Path folder, int files) throws IOException {
    Files.createDirectories(folder);
    List<String> quarters = new ArrayList<>(QUARTERS);
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      quarters.add(DAY.plusMinutes(15L * quarter).toString());
    }
    SplittableRandom random = new SplittableRandom(SEED);
    List<Path> written = new ArrayList<>();
    for (int number = 0; number < files; number++) {
      Path file = folder.resolve("readings-" + number + ".csv");
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
        for (int line = 1; line <= LINES_PER_FILE; line++) {
          out.write(line % DAMAGED_EVERY == 0 ? "transmission error\n" : line(quarters, random));
        }
      }
      written.add(file);
    }
    return written;
  }

  private static String line(List<String> quarters, SplittableRandom random) {
    int meter = 1_000_000 + random.nextInt(METERS);
    return meter
        + ","
        + quarters.get(random.nextInt(QUARTERS))
        + ","
        + REGISTERS[random.nextInt(REGISTERS.length)]
        + ","
        + random.nextInt(4_000)
        + ","
        + QUALITIES.charAt(random.nextInt(QUALITIES.length()))
        + "\n";
  }
}
