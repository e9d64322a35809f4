package io.github.rustfit.readers.jfr;

/**
 * What the chunks of a recording have in common. Used by the threads that read them.
 *
 * @param known the frames, stacks and types they refer to
 * @param metadata what they say about their own layout
 */
record Shared(Known known, MetadataCache metadata) {}
