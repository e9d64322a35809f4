package pairs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The same made-up input in every process. */
final class Input {

  private static final String[] NAMES = {
    "Amsterdam", "Bilbao", "Chur", "Dakar", "Entebbe", "Freetown", "Graz", "Hanoi", "Izmir", "Jena"
  };

  private Input() {}

  static Random random() {
    return new Random(20);
  }

  static String name(Random random) {
    return NAMES[random.nextInt(NAMES.length)] + random.nextInt(1000);
  }

  static List<String> names(int count) {
    Random random = random();
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(name(random));
    }
    return names;
  }

  /** Numbers from 0 up to the bound. */
  static int[] numbers(int count, int bound) {
    return random().ints(count, 0, bound).toArray();
  }

  /** A file of about that many bytes, of rows; gone with the process. */
  static Path file(int bytes) {
    try {
      Path file = Files.createTempFile("pair", ".txt");
      file.toFile().deleteOnExit();
      return Files.write(file, rows(bytes / 60));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of eight fields with semicolons between them. */
  static List<String> rows(int count) {
    Random random = random();
    List<String> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(
          String.join(
              ";",
              Integer.toString(100_000 + i),
              name(random),
              "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10),
              name(random),
              Integer.toString(random.nextInt(100_000)),
              "EUR",
              name(random),
              "open"));
    }
    return rows;
  }
}
