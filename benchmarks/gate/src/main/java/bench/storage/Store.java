package bench.storage;

import java.util.HashMap;
import java.util.Map;

/** Keeps what orders cost; {@code more} percent of its work is done once more. */
public final class Store {

  private final Map<Long, byte[]> rows = new HashMap<>();
  private final int more;
  private int extra;

  public Store(int more) {
    this.more = more;
  }

  public int put(int order, double price) {
    int sum = write(order, price);
    extra += more;
    if (extra >= 100) {
      extra -= 100;
      sum += write(order, price);
    }
    return sum;
  }

  private int write(int order, double price) {
    byte[] row = new byte[768];
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
