package io.github.rustfit.samples.readstates.protocol;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes requests or replies as frames; {@link FrameReader} documents the layout. */
public final class FrameWriter {
  static final byte FETCH = 1;
  static final byte ACKNOWLEDGE = 2;
  static final byte MENTION = 3;
  private static final int BUFFER_BYTES = 16 * 1024;

  private final DataOutputStream out;

  /** Writes to the stream through a buffer that is flushed after each frame. */
  public FrameWriter(OutputStream stream) {
    out = new DataOutputStream(new BufferedOutputStream(stream, BUFFER_BYTES));
  }

  /**
   * Sends a request.
   *
   * @throws IOException if the connection is broken
   */
  public void write(Request request) throws IOException {
    out.writeLong(request.id());
    out.writeShort(request.operations().size());
    for (Operation operation : request.operations()) {
      writeOperation(operation);
    }
    out.flush();
  }

  /**
   * Sends a reply.
   *
   * @throws IOException if the connection is broken
   */
  public void write(Reply reply) throws IOException {
    out.writeLong(reply.id());
    out.writeShort(reply.states().size());
    for (Reply.State state : reply.states()) {
      out.writeLong(state.lastMessageId());
      out.writeInt(state.mentionCount());
    }
    out.flush();
  }

  private void writeOperation(Operation operation) throws IOException {
    if (operation instanceof Operation.Acknowledge acknowledge) {
      writeTarget(ACKNOWLEDGE, operation);
      out.writeLong(acknowledge.messageId());
    } else if (operation instanceof Operation.Mention) {
      writeTarget(MENTION, operation);
    } else {
      writeTarget(FETCH, operation);
    }
  }

  private void writeTarget(byte kind, Operation operation) throws IOException {
    out.writeByte(kind);
    out.writeLong(operation.userId());
    out.writeLong(operation.channelId());
  }
}
