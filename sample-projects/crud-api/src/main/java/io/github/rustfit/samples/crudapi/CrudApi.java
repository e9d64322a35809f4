package io.github.rustfit.samples.crudapi;

import io.github.rustfit.samples.crudapi.repository.CustomerRepository;
import io.github.rustfit.samples.crudapi.repository.Database;
import io.github.rustfit.samples.crudapi.repository.OrderRepository;
import io.github.rustfit.samples.crudapi.service.CustomerService;
import io.github.rustfit.samples.crudapi.service.OrderService;
import io.github.rustfit.samples.crudapi.web.ApiServer;
import java.io.IOException;
import java.sql.SQLException;

/** Starts the service. Takes the port (default 7312) and the database's URL (default in memory). */
public final class CrudApi {
  private static final int DEFAULT_PORT = 7312;
  private static final String URL = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";

  private CrudApi() {}

  /**
   * Opens the database and then the port, and leaves the server running.
   *
   * @throws IOException if the port cannot be opened
   * @throws SQLException if the database cannot be opened
   */
  public static void main(String[] args) throws IOException, SQLException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    Database database = Database.open(args.length > 1 ? args[1] : URL);
    CustomerService customers = new CustomerService(new CustomerRepository(database));
    OrderService orders = new OrderService(new OrderRepository(database), customers);
    new ApiServer(port, customers, orders).start();
    System.out.printf("crud-api listens on port %d%n", port);
  }
}
