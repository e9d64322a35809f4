package pairs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** {@code allocation-in-loop}: the checksum of many small streams. */
final class AllocationInLoop implements Pair {

  private final byte[] content = new byte[2000];

  AllocationInLoop() {
    Input.random().nextBytes(content);
  }

  @Override
  public long before() throws IOException {
    long sum = 0;
    for (int i = 0; i < 200; i++) {
      byte[] buffer = new byte[8192];
      sum += summed(new ByteArrayInputStream(content), buffer);
    }
    return sum;
  }

  @Override
  public long after() throws IOException {
    long sum = 0;
    byte[] buffer = new byte[8192];
    for (int i = 0; i < 200; i++) {
      sum += summed(new ByteArrayInputStream(content), buffer);
    }
    return sum;
  }

  private static long summed(InputStream in, byte[] buffer) throws IOException {
    int length = in.read(buffer);
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum += buffer[i];
    }
    return sum;
  }
}
