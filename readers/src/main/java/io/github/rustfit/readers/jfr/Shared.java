package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.format.MetadataCache;
import io.github.rustfit.readers.jfr.stacks.Known;

/**
 * What the chunks of a recording have in common. Used by the threads that read them.
 *
 * @param known the frames, stacks and types they refer to
 * @param metadata what they say about their own layout
 * @param wholeBytes larger chunks are not held in memory
 */
public record Shared(Known known, MetadataCache metadata, int wholeBytes) {}
