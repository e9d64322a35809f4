package io.github.rustfit.samples.lambdahandler.runtime;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A function.
 *
 * @param <T> what it answers, written as JSON
 */
public interface Handler<T> {
  /**
   * Handles one event.
   *
   * @throws IllegalArgumentException if the event makes no sense
   */
  T handle(Event event);

  /**
   * An event as the platform delivers it.
   *
   * @param id of the invocation
   * @param type of the event
   * @param detail what happened
   */
  record Event(String id, String type, JsonNode detail) {
    /** The detail as an object. */
    public <D> D detail(Class<D> type) {
      return Json.read(detail, type);
    }
  }
}
