package io.github.rustfit.samples.crudapi.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import io.github.rustfit.samples.crudapi.domain.Customer;
import io.github.rustfit.samples.crudapi.domain.InvalidInputException;
import io.github.rustfit.samples.crudapi.domain.Order;
import io.github.rustfit.samples.crudapi.service.CustomerService;
import io.github.rustfit.samples.crudapi.service.OrderService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Offers the services over HTTP on the loopback interface. */
public final class ApiServer {
  private static final int BACKLOG = 64;
  private static final int MIN_THREADS = 4;
  private static final int MAX_THREADS = 32;

  private final CustomerService customers;
  private final OrderService orders;
  private final HttpServer server;

  /**
   * Opens the port; {@link #start()} starts to answer.
   *
   * @throws IOException if the port is taken
   */
  public ApiServer(int port, CustomerService customers, OrderService orders) throws IOException {
    this.customers = customers;
    this.orders = orders;
    // without it the server waits up to 40 ms for an acknowledgement before it sends a body
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    server.createContext("/", routes());
    server.setExecutor(threads());
  }

  /** Starts to answer requests in threads of its own. */
  public void start() {
    server.start();
  }

  private Router routes() {
    return new Router(json())
        .on("GET", "/customers", 200, this::listCustomers)
        .on("POST", "/customers", 201, r -> customers.create(r.body(Customer.Details.class)))
        .on("GET", "/customers/{id}", 200, r -> customers.get(r.id()))
        .on(
            "PUT",
            "/customers/{id}",
            200,
            r -> customers.update(r.id(), r.body(Customer.Details.class)))
        .on("GET", "/customers/{id}/orders", 200, r -> orders.newestOf(r.id()))
        .on("POST", "/orders", 201, r -> orders.place(r.body(Order.Placement.class)))
        .on("GET", "/orders/{id}", 200, r -> orders.get(r.id()))
        .on(
            "PUT",
            "/orders/{id}/status",
            200,
            r -> orders.changeStatus(r.id(), r.body(Order.StatusChange.class).status()));
  }

  private Object listCustomers(Request request) {
    try {
      int page = Integer.parseInt(request.query("page", "0"));
      return customers.inCity(request.query("city", null), page);
    } catch (NumberFormatException e) {
      throw new InvalidInputException("page is not a number");
    }
  }

  private static ObjectMapper json() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static ExecutorService threads() {
    return new ThreadPoolExecutor(
        MIN_THREADS,
        MAX_THREADS,
        1,
        TimeUnit.MINUTES,
        new SynchronousQueue<>(),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }
}
