package io.github.rustfit.samples.readstates.protocol;

/** One thing a client asks about the marker of one user in one channel. */
public sealed interface Operation {
  /** The user whose marker is meant. */
  long userId();

  /** The channel whose marker is meant. */
  long channelId();

  /** Asks for the marker as it is. */
  record Fetch(long userId, long channelId) implements Operation {}

  /** Says that the user has read the channel up to the message. */
  record Acknowledge(long userId, long channelId, long messageId) implements Operation {}

  /** Says that a new message mentions the user. */
  record Mention(long userId, long channelId) implements Operation {}
}
