package io.github.rustfit.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import one.jfr.ClassRef;
import one.jfr.Dictionary;
import one.jfr.JfrReader;
import one.jfr.MethodRef;
import one.jfr.StackTrace;
import one.jfr.event.AllocationSample;
import one.jfr.event.Event;
import one.jfr.event.ExecutionSample;

/** Loops over the events of async-profiler's {@code JfrReader} that sum samples up by stack. */
final class ConverterLoop {

  private record Key(boolean allocation, int stack, int type) {}

  private final JfrReader reader;
  private final Map<Key, Long> chunk = new HashMap<>();
  private final Map<String, Long> sums = new HashMap<>();
  private final Dictionary<String> methods = new Dictionary<>();

  private ConverterLoop(JfrReader reader) {
    this.reader = reader;
  }

  /**
   * The least that can be done: sums by the chunk's number of a stack. No frame gets a name, and
   * equal stacks of two chunks stay apart, or unequal ones are taken for equal.
   */
  static String numbered(Path file) throws IOException {
    try (JfrReader reader = new JfrReader(file.toString())) {
      ConverterLoop loop = new ConverterLoop(reader);
      loop.sumUp();
      return loop.chunk.size() + " stack numbers";
    }
  }

  /**
   * The same job as this project's reader does: samples summed by the names and lines of their
   * frames and their class, over all chunks. As the converter's own tools do, each chunk is summed
   * up by number first, and names are made once a chunk.
   */
  static String named(Path file) throws IOException {
    try (JfrReader reader = new JfrReader(file.toString())) {
      reader.stopAtNewChunk = true;
      ConverterLoop loop = new ConverterLoop(reader);
      do {
        loop.sumUp();
        loop.name();
      } while (reader.hasMoreChunks());
      long samples = loop.sums.values().stream().mapToLong(Long::longValue).sum();
      return loop.sums.size() + " stacks, " + samples + " samples";
    }
  }

  private void sumUp() throws IOException {
    for (Event event; (event = reader.readEvent()) != null; ) {
      if (event instanceof ExecutionSample || event instanceof AllocationSample) {
        boolean allocation = event instanceof AllocationSample;
        int type = allocation ? (int) event.classId() : 0;
        chunk.merge(new Key(allocation, event.stackTraceId, type), 1L, Long::sum);
      }
    }
  }

  private void name() {
    methods.clear();
    StringBuilder text = new StringBuilder();
    chunk.forEach(
        (key, samples) -> {
          text.setLength(0);
          text.append(key.allocation() ? className(key.type()) : "");
          StackTrace stack = reader.stackTraces.get(key.stack());
          for (int i = 0; stack != null && i < stack.methods.length; i++) {
            text.append(';').append(method(stack.methods[i]));
            text.append(':').append(stack.locations[i] >>> 16);
          }
          sums.merge(text.toString(), samples, Long::sum);
        });
    chunk.clear();
  }

  private String method(long id) {
    String known = methods.get(id);
    if (known == null) {
      MethodRef method = reader.methods.get(id);
      known = method == null ? "" : className(method.cls) + '.' + symbol(method.name);
      methods.put(id, known);
    }
    return known;
  }

  private String className(long id) {
    ClassRef type = reader.classes.get(id);
    return type == null ? "" : symbol(type.name).replace('/', '.');
  }

  private String symbol(long id) {
    byte[] symbol = Objects.requireNonNullElse(reader.symbols.get(id), new byte[0]);
    return new String(symbol, StandardCharsets.UTF_8);
  }
}
