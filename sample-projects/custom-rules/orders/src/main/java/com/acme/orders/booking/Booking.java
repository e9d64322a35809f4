package com.acme.orders.booking;

import com.acme.ledger.Ledger;
import com.acme.orders.intake.Order;

/** Books orders, one entry for each item. */
public final class Booking {

  private final Ledger ledger = new Ledger();

  /** Books one. */
  public void book(Order order) {
    long rest = order.cents();
    for (int item = order.items(); item > 0; item--) {
      long cents = rest / item;
      ledger.book(order.number(), cents);
      rest -= cents;
    }
  }

  /** What was booked. */
  public String summary() {
    return ledger.balance() + " cents, seal " + Long.toHexString(ledger.seal());
  }
}
