package io.github.rustfit.samples.readstates.protocol;

import java.util.List;

/**
 * The answer to a {@link Request}, one state per operation and in the same order.
 *
 * @param id the request's id
 */
public record Reply(long id, List<State> states) {
  /** Copies the states. */
  public Reply {
    states = List.copyOf(states);
  }

  /** A marker as the client sees it after the operation. */
  public record State(long lastMessageId, int mentionCount) {}
}
