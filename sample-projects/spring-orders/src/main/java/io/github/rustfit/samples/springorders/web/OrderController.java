package io.github.rustfit.samples.springorders.web;

import io.github.rustfit.samples.springorders.order.Order;
import io.github.rustfit.samples.springorders.order.Orders;
import io.github.rustfit.samples.springorders.receipt.Receipts;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The service's API. */
@RestController
public class OrderController {

  private final Orders orders;
  private final Receipts receipts;

  OrderController(Orders orders, Receipts receipts) {
    this.orders = orders;
    this.receipts = receipts;
  }

  /** What a client sends. */
  public record NewOrder(String customer, List<Order.Item> items) {}

  @PostMapping("/orders")
  public Order place(@RequestBody NewOrder order) {
    return orders.place(order.customer(), order.items());
  }

  @GetMapping("/orders")
  public List<Order> latest(@RequestParam(defaultValue = "5") int count) {
    return orders.latest(Math.min(count, 100));
  }

  @GetMapping("/orders/{id}/receipt")
  public String receipt(@PathVariable long id) {
    return receipts.of(
        orders
            .find(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }
}
