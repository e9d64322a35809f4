package io.github.rustfit.samples.readstates.cache;

/** Identifies the marker of one user in one channel. */
record MarkerKey(long userId, long channelId) {}
