package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jvm.ClassNames;
import io.github.rustfit.rules.evidence.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import one.jfr.ClassRef;
import one.jfr.Dictionary;
import one.jfr.JfrReader;
import one.jfr.MethodRef;
import one.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one chunk refer to by number, decoded by async-profiler's converter and turned
 * into the evidence's terms on demand, each distinct frame once.
 */
final class Constants {

  /** Frame types of async-profiler (arch.h, FrameTypeId); the JDK has the first four. */
  private static final int NATIVE = 3;

  private static final int CPP = 4;
  private static final int KERNEL = 5;

  /** Method numbers below this leave room for line and kind in one key; all real ones are. */
  private static final long SMALL_METHOD = 1L << 46;

  private final JfrReader reader;
  private final boolean asyncProfiler;
  private final UnaryOperator<Frame> shared;
  private final Dictionary<Frame> frames = new Dictionary<>();
  private final Map<Long, String> typeNames = new HashMap<>();
  private final Map<Long, List<Frame>> stacks = new HashMap<>();

  private Constants(JfrReader reader, boolean asyncProfiler, UnaryOperator<Frame> shared) {
    this.reader = reader;
    this.asyncProfiler = asyncProfiler;
    this.shared = shared;
  }

  /**
   * Decodes the constants of a chunk that {@link ConstantBlocks} has checked.
   *
   * @param chunk exactly one chunk, with a valid header
   * @param shared yields the one instance for equal frames, so that chunks share them
   */
  static Constants decode(ByteBuffer chunk, boolean asyncProfiler, UnaryOperator<Frame> shared) {
    try {
      return new Constants(new JfrReader(chunk), asyncProfiler, shared);
    } catch (IOException e) {
      throw new DamagedException(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw new DamagedException("the converter cannot decode the constants: " + e);
    } catch (OutOfMemoryError e) {
      // The converter decodes stacks, threads and methods by position, not by metadata. Where
      // damaged metadata makes the two disagree, it may take any number for a length and ask for an
      // array of that size; that one request fails and leaves the heap as it was.
      throw new DamagedException("constants ask for more memory than there is");
    }
  }

  /** A text stored once, or null. */
  @Nullable String text(long id) {
    return reader.strings.get(id);
  }

  /** The Java or native name of a thread; empty when unknown. */
  String thread(long id) {
    String name = reader.threads.get(id);
    return name == null ? "" : name;
  }

  /** The name of an enumerated value, e.g. of {@code jdk.types.GCCause}; empty when unknown. */
  String name(String type, long id) {
    return reader.enums.getOrDefault(type, Map.of()).getOrDefault((int) id, "");
  }

  /** The name of an allocated type as in source code, e.g. {@code byte[]}; empty when unknown. */
  String typeName(long classId) {
    return typeNames.computeIfAbsent(classId, id -> ClassNames.ofType(rawClassName(id)));
  }

  /** Frames, leaf first; empty when there was no stack. */
  List<Frame> stack(long id) {
    return stacks.computeIfAbsent(id, this::decodeStack);
  }

  private List<Frame> decodeStack(long id) {
    StackTrace trace = reader.stackTraces.get(id);
    if (trace == null) {
      return List.of();
    }
    List<Frame> stack = new ArrayList<>(trace.methods.length);
    for (int i = 0; i < trace.methods.length; i++) {
      // The converter keeps the lower 16 bits of the line above the bytecode index.
      int line = trace.locations[i] >>> 16;
      stack.add(frame(trace.methods[i], line, nativeCode(trace.types[i])));
    }
    return List.copyOf(stack);
  }

  /** The JDK calls a Java method without bytecode native, async-profiler a function in C. */
  private boolean nativeCode(byte frameType) {
    return frameType == CPP || frameType == KERNEL || (frameType == NATIVE && asyncProfiler);
  }

  private Frame frame(long method, int line, boolean nativeCode) {
    if (method < 0 || method >= SMALL_METHOD) {
      return shared.apply(decodeFrame(method, line, nativeCode));
    }
    long key = method << 17 | line << 1 | (nativeCode ? 1 : 0);
    Frame frame = frames.get(key);
    if (frame == null) {
      frame = shared.apply(decodeFrame(method, line, nativeCode));
      frames.put(key, frame);
    }
    return frame;
  }

  private Frame decodeFrame(long id, int line, boolean nativeCode) {
    MethodRef method = reader.methods.get(id);
    if (method == null) {
      return new Frame("", "unknown", 0);
    }
    String className = nativeCode ? "" : ClassNames.ofFrame(rawClassName(method.cls));
    boolean noLine = className.isEmpty() || line == 0xffff; // -1 in 16 bits
    return new Frame(className, symbol(method.name), noLine ? 0 : line);
  }

  private String rawClassName(long id) {
    ClassRef type = reader.classes.get(id);
    return type == null ? "" : symbol(type.name);
  }

  private String symbol(long id) {
    byte[] symbol = reader.symbols.get(id);
    return symbol == null ? "" : new String(symbol, StandardCharsets.UTF_8);
  }
}
