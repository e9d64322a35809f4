package io.github.rustfit.samples.crudapi.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.rustfit.samples.crudapi.domain.InvalidInputException;
import io.github.rustfit.samples.crudapi.domain.NotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the endpoint for a request, and turns results and failures into JSON responses. */
final class Router implements HttpHandler {
  private final List<Route> routes = new ArrayList<>();
  private final ObjectMapper json;

  Router(ObjectMapper json) {
    this.json = json;
  }

  /** Adds an endpoint; {@code {id}} in the path stands for a number. */
  Router on(String method, String path, int status, Endpoint endpoint) {
    Pattern pattern = Pattern.compile(path.replace("{id}", "(?<id>\\d{1,18})"));
    routes.add(new Route(method, pattern, status, endpoint));
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        dispatch(exchange);
      } catch (InvalidInputException e) {
        respond(exchange, 400, Map.of("error", e.getMessage()));
      } catch (NotFoundException e) {
        respond(exchange, 404, Map.of("error", e.getMessage()));
      } catch (RuntimeException e) {
        e.printStackTrace();
        respond(exchange, 500, Map.of("error", "internal error"));
      }
    }
  }

  private void dispatch(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    for (Route route : routes) {
      if (route.method().equals(exchange.getRequestMethod())) {
        Matcher matcher = route.path().matcher(path);
        if (matcher.matches()) {
          Object result = route.endpoint().answer(new Request(exchange, matcher, json));
          respond(exchange, route.status(), result);
          return;
        }
      }
    }
    throw new NotFoundException(path);
  }

  private void respond(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Answers requests of one kind with something that can be written as JSON. */
  @FunctionalInterface
  interface Endpoint {
    Object answer(Request request) throws IOException;
  }

  private record Route(String method, Pattern path, int status, Endpoint endpoint) {}
}
