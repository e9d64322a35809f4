package bench.storage;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps what orders cost, once or twice: one and a half times on average, and {@code more} percent
 * above that. Both ways are taken in every run, so that the JIT compiler makes the same code of it.
 */
public final class Store {

  private final Map<Long, byte[]> rows = new HashMap<>();
  private final int more;
  private int due;

  public Store(int more) {
    this.more = more;
  }

  /** Keeps a row of so many bytes. */
  public int put(int order, double price, int size) {
    int sum = 0;
    due += 150 * (100 + more);
    while (due >= 10_000) {
      due -= 10_000;
      sum += write(order, price, size);
    }
    return sum;
  }

  private int write(int order, double price, int size) {
    byte[] row = new byte[size];
    long bits = Double.doubleToLongBits(price) ^ order;
    int sum = 0;
    for (int i = 0; i < row.length; i++) {
      bits = bits * 6364136223846793005L + 1442695040888963407L;
      row[i] = (byte) (bits >>> 56);
      sum += row[i];
    }
    rows.put((long) (order & 0x3FFF), row);
    return sum;
  }
}
