package io.github.rustfit.samples.crudapi.repository;

import io.github.rustfit.samples.crudapi.domain.Order;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Stores orders together with their lines. */
public final class OrderRepository {
  private static final String COLUMNS =
      "select id, customer_id, status, placed_at from purchase_order ";

  private final Database database;

  /** Uses the database, whose tables must exist. */
  public OrderRepository(Database database) {
    this.database = database;
  }

  /** Returns the order with that id, if there is one. */
  public Optional<Order> find(long id) {
    return database.query(COLUMNS + "where id = ?", OrderRepository::readHead, id).stream()
        .findFirst()
        .map(this::withLines);
  }

  /** Returns a customer's newest orders, newest first. */
  public List<Order> newestOf(long customerId, int limit) {
    String sql = COLUMNS + "where customer_id = ? order by id desc limit ?";
    return database.query(sql, OrderRepository::readHead, customerId, limit).stream()
        .map(this::withLines)
        .toList();
  }

  /** Adds an order with its lines and returns it with its new id. */
  public Order insert(Order.Placement placement, Order.Status status, Instant placedAt) {
    return database.inTransaction(
        connection -> {
          long id = insertOrder(connection, placement.customerId(), status, placedAt);
          insertLines(connection, id, placement.lines());
          return new Order(id, placement.customerId(), status, placedAt, placement.lines());
        });
  }

  /** Sets an order's status; returns false if there is no such order. */
  public boolean updateStatus(long id, Order.Status status) {
    return database.inTransaction(
        connection -> {
          String sql = "update purchase_order set status = ? where id = ?";
          try (PreparedStatement update = connection.prepareStatement(sql)) {
            Database.bind(update, status.name(), id);
            return update.executeUpdate() == 1;
          }
        });
  }

  private static long insertOrder(
      Connection connection, long customerId, Order.Status status, Instant placedAt)
      throws SQLException {
    String sql = "insert into purchase_order (customer_id, status, placed_at) values (?, ?, ?)";
    try (PreparedStatement insert =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      Database.bind(insert, customerId, status.name(), placedAt);
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private static void insertLines(Connection connection, long orderId, List<Order.Line> lines)
      throws SQLException {
    String sql =
        "insert into order_line (order_id, position, product, quantity, unit_price_cents)"
            + " values (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int position = 0; position < lines.size(); position++) {
        Order.Line line = lines.get(position);
        Database.bind(
            insert, orderId, position, line.product(), line.quantity(), line.unitPriceCents());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Order readHead(ResultSet row) throws SQLException {
    return new Order(
        row.getLong("id"),
        row.getLong("customer_id"),
        Order.Status.valueOf(row.getString("status")),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        List.of());
  }

  private Order withLines(Order head) {
    return new Order(
        head.id(), head.customerId(), head.status(), head.placedAt(), linesOf(head.id()));
  }

  private List<Order.Line> linesOf(long orderId) {
    return database.query(
        "select product, quantity, unit_price_cents from order_line"
            + " where order_id = ? order by position",
        row ->
            new Order.Line(
                row.getString("product"), row.getInt("quantity"), row.getLong("unit_price_cents")),
        orderId);
  }
}
