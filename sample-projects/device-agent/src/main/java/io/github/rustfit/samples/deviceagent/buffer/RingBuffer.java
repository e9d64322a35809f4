package io.github.rustfit.samples.deviceagent.buffer;

import io.github.rustfit.samples.deviceagent.probe.Sample;
import java.util.ArrayList;
import java.util.List;

/** Keeps the newest samples and knows which of them were sent. Not thread-safe. */
public final class RingBuffer {
  private final Sample[] samples;
  private long added;
  private long sent;

  /** A buffer for that many samples. */
  public RingBuffer(int capacity) {
    samples = new Sample[capacity];
  }

  /** Adds a sample, in the place of the oldest if the buffer is full. */
  public void add(Sample sample) {
    samples[place(added)] = sample;
    added++;
  }

  /** What is kept and not marked as sent, oldest first. */
  public List<Sample> unsent() {
    long first = Math.max(sent, added - samples.length);
    List<Sample> unsent = new ArrayList<>((int) (added - first));
    for (long i = first; i < added; i++) {
      unsent.add(samples[place(i)]);
    }
    return unsent;
  }

  /** Marks all that was added so far as sent. */
  public void markSent() {
    sent = added;
  }

  private int place(long index) {
    return (int) (index % samples.length);
  }
}
