package io.github.rustfit.samples.springorders.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;

/** Keeps the latest orders in memory. */
@Service
public class Orders {

  private static final int KEPT = 1_000;

  private final Map<Long, Order> byId = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  /** Takes an order; the oldest goes when there are too many. */
  public Order place(String customer, List<Order.Item> items) {
    long id = last.incrementAndGet();
    Order order = new Order(id, customer, List.copyOf(items));
    byId.put(id, order);
    byId.remove(id - KEPT);
    return order;
  }

  /** The order of that number. */
  public Optional<Order> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The latest orders, the newest first. */
  public List<Order> latest(int count) {
    long newest = last.get();
    return java.util.stream.LongStream.iterate(newest, id -> id - 1)
        .limit(count)
        .mapToObj(byId::get)
        .filter(java.util.Objects::nonNull)
        .toList();
  }
}
