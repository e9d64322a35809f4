package pairs;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** {@code unbuffered-io}: the period of a signal in a file that is read byte by byte. */
final class UnbufferedIo implements Pair {

  private static final int LONGEST = 1000;

  private final Path file = Input.file(20_000);

  @Override
  public long before() throws IOException {
    int[] signal = new int[20_000];
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      for (int i = 0; i < signal.length; i++) {
        signal[i] = in.read();
      }
    }
    return period(signal);
  }

  @Override
  public long after() throws IOException {
    int[] signal = new int[20_000];
    try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()))) {
      for (int i = 0; i < signal.length; i++) {
        signal[i] = in.read();
      }
    }
    return period(signal);
  }

  private static long period(int[] signal) {
    long best = Long.MIN_VALUE;
    int period = 0;
    for (int shift = 1; shift <= LONGEST; shift++) {
      long sum = 0;
      for (int i = shift; i < signal.length; i++) {
        sum += signal[i] * signal[i - shift];
      }
      if (sum > best) {
        best = sum;
        period = shift;
      }
    }
    return period;
  }
}
