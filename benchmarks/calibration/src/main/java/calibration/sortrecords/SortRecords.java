package calibration.sortrecords;

import calibration.Kernel;
import calibration.Lcg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorts orders by customer, then the dearest first, then by number. */
public final class SortRecords implements Kernel {

  private record Order(Integer number, String customer, Double price) {}

  private static final Comparator<Order> ORDER =
      Comparator.comparing(Order::customer)
          .thenComparing(Order::price, Comparator.reverseOrder())
          .thenComparing(Order::number);

  private final List<Order> orders = new ArrayList<>();

  /** Makes the orders. */
  public SortRecords() {
    Lcg random = new Lcg(41);
    for (int i = 0; i < 8000; i++) {
      orders.add(
          new Order(i, "customer-" + random.below(300), (double) random.below(50)));
    }
  }

  @Override
  public long run() {
    List<Order> sorted = new ArrayList<>(orders);
    sorted.sort(ORDER);
    long sum = 0;
    for (Order order : sorted) {
      sum = sum * 31 + order.number;
    }
    return sum;
  }
}
