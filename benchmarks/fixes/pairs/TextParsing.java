package pairs;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** {@code text-parsing}: the sum of the numbers behind the semicolons of a text. */
final class TextParsing implements Pair {

  private final byte[] text = text();

  private static byte[] text() {
    StringBuilder text = new StringBuilder();
    int[] numbers = Input.numbers(2000, 1_000_000);
    int i = 0;
    for (String name : Input.names(numbers.length)) {
      text.append(name).append(';').append(numbers[i++]).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long before() throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8));
    long sum = 0;
    String line;
    while ((line = reader.readLine()) != null) {
      sum += Long.parseLong(line.substring(line.indexOf(';') + 1));
    }
    return sum;
  }

  @Override
  public long after() {
    long sum = 0;
    long number = 0;
    boolean counts = false;
    for (byte one : text) {
      if (one == '\n') {
        sum += number;
        number = 0;
        counts = false;
      } else if (one == ';') {
        counts = true;
      } else if (counts) {
        number = number * 10 + one - '0';
      }
    }
    return sum;
  }
}
