package io.github.rustfit.samples.crudapi.service;

import io.github.rustfit.samples.crudapi.domain.InvalidInputException;
import io.github.rustfit.samples.crudapi.domain.NotFoundException;
import io.github.rustfit.samples.crudapi.domain.Order;
import io.github.rustfit.samples.crudapi.repository.OrderRepository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What can be done with orders. */
public final class OrderService {
  private static final int NEWEST = 10;

  private final OrderRepository orders;
  private final CustomerService customers;

  /** Keeps orders in the repository and asks the other service whether their customers exist. */
  public OrderService(OrderRepository orders, CustomerService customers) {
    this.orders = orders;
    this.customers = customers;
  }

  /**
   * Returns one order.
   *
   * @throws NotFoundException if there is no such order
   */
  public Order get(long id) {
    return orders.find(id).orElseThrow(() -> new NotFoundException("order " + id));
  }

  /**
   * Returns a customer's newest orders.
   *
   * @throws NotFoundException if there is no such customer
   */
  public List<Order> newestOf(long customerId) {
    return orders.newestOf(customers.get(customerId).id(), NEWEST);
  }

  /**
   * Places an order.
   *
   * @throws NotFoundException if there is no such customer
   */
  public Order place(Order.Placement placement) {
    customers.get(placement.customerId());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return orders.insert(placement, Order.Status.PLACED, now);
  }

  /**
   * Moves an order on and returns it.
   *
   * @throws InvalidInputException if the order was cancelled before
   */
  public Order changeStatus(long id, Order.Status status) {
    if (get(id).status() == Order.Status.CANCELLED) {
      throw new InvalidInputException("order " + id + " was cancelled");
    }
    orders.updateStatus(id, status);
    return get(id);
  }
}
