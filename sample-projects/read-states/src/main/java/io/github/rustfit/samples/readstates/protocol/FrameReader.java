package io.github.rustfit.samples.readstates.protocol;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads requests or replies from frames. All numbers are big-endian:
 *
 * <pre>
 * request: id (8 bytes), count (2), then per operation kind (1), user (8), channel (8)
 *          and, if the kind is "acknowledge", message (8)
 * reply:   id (8 bytes), count (2), then per state last message (8), mentions (4)
 * </pre>
 */
public final class FrameReader {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final DataInputStream in;

  /** Reads from the stream through a buffer. */
  public FrameReader(InputStream stream) {
    in = new DataInputStream(new BufferedInputStream(stream, BUFFER_BYTES));
  }

  /**
   * Waits for the next request.
   *
   * @return empty when the client has closed the connection between two requests
   * @throws IOException if the connection breaks or the frame makes no sense
   */
  public Optional<Request> readRequest() throws IOException {
    long id;
    try {
      id = in.readLong();
    } catch (EOFException closed) {
      return Optional.empty();
    }
    int count = in.readUnsignedShort();
    List<Operation> operations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      operations.add(readOperation());
    }
    return Optional.of(new Request(id, operations));
  }

  /**
   * Waits for the next reply.
   *
   * @throws IOException if the connection breaks or ends
   */
  public Reply readReply() throws IOException {
    long id = in.readLong();
    int count = in.readUnsignedShort();
    List<Reply.State> states = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      states.add(new Reply.State(in.readLong(), in.readInt()));
    }
    return new Reply(id, states);
  }

  private Operation readOperation() throws IOException {
    byte kind = in.readByte();
    long userId = in.readLong();
    long channelId = in.readLong();
    return switch (kind) {
      case FrameWriter.FETCH -> new Operation.Fetch(userId, channelId);
      case FrameWriter.ACKNOWLEDGE -> new Operation.Acknowledge(userId, channelId, in.readLong());
      case FrameWriter.MENTION -> new Operation.Mention(userId, channelId);
      default -> throw new IOException("unknown operation kind " + kind);
    };
  }
}
