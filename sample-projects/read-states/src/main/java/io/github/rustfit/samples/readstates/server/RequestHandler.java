package io.github.rustfit.samples.readstates.server;

import io.github.rustfit.samples.readstates.cache.ReadMarker;
import io.github.rustfit.samples.readstates.cache.ReadStateCache;
import io.github.rustfit.samples.readstates.protocol.Operation;
import io.github.rustfit.samples.readstates.protocol.Reply;
import io.github.rustfit.samples.readstates.protocol.Request;

/** Answers requests out of the cache. */
final class RequestHandler {
  private final ReadStateCache cache;

  RequestHandler(ReadStateCache cache) {
    this.cache = cache;
  }

  Reply handle(Request request) {
    return new Reply(request.id(), request.operations().stream().map(this::apply).toList());
  }

  private Reply.State apply(Operation operation) {
    ReadMarker marker = markerAfter(operation);
    return new Reply.State(marker.lastMessageId(), marker.mentionCount());
  }

  private ReadMarker markerAfter(Operation operation) {
    if (operation instanceof Operation.Acknowledge acknowledge) {
      return cache.acknowledge(
          acknowledge.userId(), acknowledge.channelId(), acknowledge.messageId());
    }
    if (operation instanceof Operation.Mention mention) {
      return cache.mention(mention.userId(), mention.channelId());
    }
    return cache.find(operation.userId(), operation.channelId());
  }
}
