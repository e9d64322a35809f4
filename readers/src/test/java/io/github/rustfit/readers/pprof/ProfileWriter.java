package io.github.rustfit.readers.pprof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import one.proto.Proto;

/** Writes small profiles with async-profiler's protobuf writer. */
final class ProfileWriter {

  private final Proto profile = new Proto(1000);
  private final List<String> texts = new ArrayList<>(List.of(""));
  private int functions;

  ProfileWriter column(String type, String unit) {
    profile.field(1, new Proto(16).field(1, text(type)).field(2, text(unit)));
    return this;
  }

  ProfileWriter period(String type, String unit, long period) {
    profile.field(11, new Proto(16).field(1, text(type)).field(2, text(unit))).field(12, period);
    return this;
  }

  ProfileWriter duration(long nanos) {
    profile.field(10, nanos);
    return this;
  }

  ProfileWriter comment(String comment) {
    profile.field(13, text(comment));
    return this;
  }

  /** Adds a location of several functions, inlined ones first, with line 10, 11 and so on. */
  int location(String... names) {
    Proto location = new Proto(100).field(1, functions + 1);
    int id = functions + 1;
    for (int at = 0; at < names.length; at++) {
      functions++;
      profile.field(5, new Proto(16).field(1, functions).field(2, text(names[at])));
      location.field(4, new Proto(16).field(1, functions).field(2, 10 + at));
    }
    functions += names.length == 0 ? 1 : 0;
    profile.field(4, location);
    return id;
  }

  /** Adds a sample; leaf first. */
  ProfileWriter sample(int[] locations, long... values) {
    Proto sample = new Proto(100);
    for (int location : locations) {
      sample.field(1, location);
    }
    for (long value : values) {
      sample.field(2, value);
    }
    profile.field(2, sample);
    return this;
  }

  /** Adds a sample with labels: key and value in turn. */
  ProfileWriter labelled(int[] locations, long[] values, String... labels) {
    Proto sample = new Proto(100);
    for (int location : locations) {
      sample.field(1, location);
    }
    for (long value : values) {
      sample.field(2, value);
    }
    for (int at = 0; at < labels.length; at += 2) {
      sample.field(3, new Proto(16).field(1, text(labels[at])).field(2, text(labels[at + 1])));
    }
    profile.field(2, sample);
    return this;
  }

  byte[] bytes() {
    Proto end = new Proto(1000);
    texts.forEach(text -> end.field(6, text));
    byte[] bytes = Arrays.copyOf(profile.buffer(), profile.size() + end.size());
    System.arraycopy(end.buffer(), 0, bytes, profile.size(), end.size());
    return bytes;
  }

  private int text(String text) {
    if (!texts.contains(text)) {
      texts.add(text);
    }
    return texts.indexOf(text);
  }
}
