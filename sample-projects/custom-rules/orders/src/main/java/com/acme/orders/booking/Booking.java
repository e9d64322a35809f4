package com.acme.orders.booking;

import com.acme.ledger.Ledger;
import com.acme.orders.intake.Order;

/** Books orders: one entry for the goods and one for the tax in them. */
public final class Booking {

  private static final long TAX_PERCENT = 19;

  private final Ledger ledger = new Ledger();

  /** Books one. */
  public void book(Order order) {
    long tax = order.cents() * TAX_PERCENT / (100 + TAX_PERCENT);
    ledger.book(order.number(), order.cents() - tax);
    ledger.book(order.number(), tax);
  }

  /** What was booked. */
  public String summary() {
    return ledger.balance() + " cents, seal " + Long.toHexString(ledger.seal());
  }
}
