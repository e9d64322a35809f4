package io.github.rustfit.samples.readstates.cache;

/**
 * How far a user has read a channel. Immutable: every change makes a new marker, so a reader never
 * sees half an update.
 *
 * @param lastMessageId the newest message the user has read, 0 if none
 * @param mentionCount how often the user was mentioned since
 * @param updatedAtMillis when the marker last changed, milliseconds since the epoch
 */
public record ReadMarker(long lastMessageId, int mentionCount, long updatedAtMillis) {
  /** The marker of a channel that the user has never opened. */
  public static final ReadMarker UNREAD = new ReadMarker(0, 0, 0);

  ReadMarker readUpTo(long messageId, long nowMillis) {
    return new ReadMarker(Math.max(lastMessageId, messageId), 0, nowMillis);
  }

  ReadMarker mentioned(long nowMillis) {
    return new ReadMarker(lastMessageId, mentionCount + 1, nowMillis);
  }
}
