package io.github.rustfit.samples.crudapi.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.github.rustfit.samples.crudapi.domain.InvalidInputException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;

/** What an endpoint may ask about the request it answers. */
final class Request {
  private final HttpExchange exchange;
  private final Matcher path;
  private final ObjectMapper json;
  private final Map<String, String> query;

  Request(HttpExchange exchange, Matcher path, ObjectMapper json) {
    this.exchange = exchange;
    this.path = path;
    this.json = json;
    this.query = parse(exchange.getRequestURI().getRawQuery());
  }

  /** The number in the path. */
  long id() {
    return Long.parseLong(path.group("id"));
  }

  /** A query parameter, or the fallback if it is missing. */
  String query(String name, String fallback) {
    return query.getOrDefault(name, fallback);
  }

  /** The body as an object of that type. */
  <T> T body(Class<T> type) throws IOException {
    try {
      return json.readValue(exchange.getRequestBody(), type);
    } catch (JacksonException e) {
      throw new InvalidInputException("cannot read the body: " + e.getOriginalMessage());
    }
  }

  private static Map<String, String> parse(String rawQuery) {
    Map<String, String> query = new HashMap<>();
    if (rawQuery != null) {
      for (String pair : rawQuery.split("&")) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? parts[1] : "";
        query.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
