package pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code whole-file-read}: the lines of a file, counted. */
final class WholeFileRead implements Pair {

  private final Path file = Input.file(2_000_000);

  @Override
  public long before() throws IOException {
    return Files.readAllLines(file).size();
  }

  @Override
  public long after() throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
