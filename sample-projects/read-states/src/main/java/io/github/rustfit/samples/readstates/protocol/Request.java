package io.github.rustfit.samples.readstates.protocol;

import java.util.List;

/**
 * A batch of operations sent in one frame.
 *
 * @param id chosen by the client, repeated in the reply
 */
public record Request(long id, List<Operation> operations) {
  /** Copies the operations. */
  public Request {
    operations = List.copyOf(operations);
  }
}
