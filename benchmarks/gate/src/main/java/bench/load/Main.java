package bench.load;

import bench.pricing.Prices;
import bench.storage.Store;
import bench.text.Receipts;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves orders in bursts of any size with pauses between them: {@code Main MORE SECONDS SEED}. The
 * store works {@code MORE} percent more; sizes of bursts and orders are drawn anew in each run. No
 * two orders are alike, as JFR samples allocation where a buffer of the thread ends: a program that
 * allocates the same bytes in the same order again and again beats against the buffers' size, and
 * shares of its allocation that JFR reports may be off by any factor.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Prices prices = new Prices();
    Store store = new Store(Integer.parseInt(arguments[0]));
    Receipts receipts = new Receipts();
    Random random = new Random(Long.parseLong(arguments[2]));
    long end = System.nanoTime() + Long.parseLong(arguments[1]) * 1_000_000_000L;
    long sum = 0;
    int order = 0;
    while (System.nanoTime() < end) {
      int burst = 500 + random.nextInt(20_000);
      for (int i = 0; i < burst; i++) {
        order++;
        double price = prices.quote(order, 12 + random.nextInt(25));
        sum += store.put(order, price, 256 + random.nextInt(513));
        sum += receipts.write(order, price, 4 + random.nextInt(9));
      }
      LockSupport.parkNanos(1_000_000L * random.nextInt(12));
    }
    System.out.println(order + " orders, " + sum);
  }
}
