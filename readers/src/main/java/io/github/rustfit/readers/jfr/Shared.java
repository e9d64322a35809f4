package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.input.Window.Span;
import io.github.rustfit.readers.jfr.format.MetadataCache;
import io.github.rustfit.readers.jfr.stacks.Known;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the chunks of a recording have in common. Used by the threads that read them.
 *
 * @param known the frames, stacks and types they refer to
 * @param metadata what they say about their own layout
 * @param wholeBytes larger chunks are not held in memory
 * @param spans what to look at of each chunk, by its id; null for all of all
 */
public record Shared(
    Known known, MetadataCache metadata, int wholeBytes, @Nullable Map<String, Span> spans) {

  /** Whether nothing of a chunk is to be looked at. */
  boolean passesOver(String chunk) {
    return spans != null && !spans.containsKey(chunk);
  }

  /** What to look at of a chunk, in nanoseconds since 1970. */
  Span span(String chunk) {
    Span span = spans == null ? Span.ALL : spans.get(chunk);
    return span == null ? Span.ALL : span;
  }
}
