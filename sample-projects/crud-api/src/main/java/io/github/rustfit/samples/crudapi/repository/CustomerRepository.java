package io.github.rustfit.samples.crudapi.repository;

import io.github.rustfit.samples.crudapi.domain.Customer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Stores customers. */
public final class CustomerRepository {
  private static final String COLUMNS = "select id, name, email, city, created_at from customer ";

  private final Database database;

  /** Uses the database, whose tables must exist. */
  public CustomerRepository(Database database) {
    this.database = database;
  }

  /** Returns the customer with that id, if there is one. */
  public Optional<Customer> find(long id) {
    return database.query(COLUMNS + "where id = ?", CustomerRepository::read, id).stream()
        .findFirst();
  }

  /** Returns one page of the customers of a city, in the order they were added. */
  public List<Customer> inCity(String city, int limit, int offset) {
    return database.query(
        COLUMNS + "where city = ? order by id limit ? offset ?",
        CustomerRepository::read,
        city,
        limit,
        offset);
  }

  /** Adds a customer and returns it with its new id. */
  public Customer insert(Customer.Details details, Instant createdAt) {
    return database.inTransaction(
        connection -> {
          String sql = "insert into customer (name, email, city, created_at) values (?, ?, ?, ?)";
          try (PreparedStatement insert =
              connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            Database.bind(insert, details.name(), details.email(), details.city(), createdAt);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
              keys.next();
              return new Customer(
                  keys.getLong(1), details.name(), details.email(), details.city(), createdAt);
            }
          }
        });
  }

  /** Replaces a customer's details; returns false if there is no such customer. */
  public boolean update(long id, Customer.Details details) {
    return database.inTransaction(
        connection -> {
          String sql = "update customer set name = ?, email = ?, city = ? where id = ?";
          try (PreparedStatement update = connection.prepareStatement(sql)) {
            Database.bind(update, details.name(), details.email(), details.city(), id);
            return update.executeUpdate() == 1;
          }
        });
  }

  private static Customer read(ResultSet row) throws SQLException {
    return new Customer(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("city"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
