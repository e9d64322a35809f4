package pairs;

import java.util.Arrays;
import java.util.List;

/** {@code charset-churn}: how many of the names of headers are one of four, whatever their case. */
final class CharsetChurn implements Pair {

  private final List<String> headers = headers(Input.numbers(2000, 6));

  private static List<String> headers(int[] numbers) {
    String[] names = {
      "Content-Encoding", "Content-Length", "ACCEPT", "Host", "accept-language", "User-Agent"
    };
    return Arrays.stream(numbers).mapToObj(number -> names[number]).toList();
  }

  @Override
  public long before() {
    long count = 0;
    for (String header : headers) {
      if (header.toLowerCase().equals("content-length")
          || header.toLowerCase().equals("user-agent")) {
        count++;
      }
    }
    return count;
  }

  @Override
  public long after() {
    long count = 0;
    for (String header : headers) {
      if (header.equalsIgnoreCase("content-length") || header.equalsIgnoreCase("user-agent")) {
        count++;
      }
    }
    return count;
  }
}
