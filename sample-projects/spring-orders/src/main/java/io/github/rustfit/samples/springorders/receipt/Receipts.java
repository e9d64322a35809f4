package io.github.rustfit.samples.springorders.receipt;

import io.github.rustfit.samples.springorders.order.Order;
import org.springframework.stereotype.Service;

/** Writes what customers get. */
@Service
public class Receipts {

  /** The receipt of an order as plain text. */
  public String of(Order order) {
    StringBuilder text = new StringBuilder("Receipt ").append(order.id()).append('\n');
    for (Order.Item item : order.items()) {
      String product = item.product().replaceAll("\\s+", " ");
      String price = euros(item.cents());
      text.append(String.format("%s x %s at %s", item.quantity(), product, price));
      text.append('\n');
    }
    return text.append("Total ").append(euros(order.total())).append('\n').toString();
  }

  private static String euros(long cents) {
    long rest = cents % 100;
    return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
