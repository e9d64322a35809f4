package io.github.rustfit.benchmarks.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.openjdk.jmc.flightrecorder.writer.api.Recording;
import org.openjdk.jmc.flightrecorder.writer.api.Recordings;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypeStructureBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValue;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValueBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.Types;

/** Writes one recording of a minute, with a JVM of its own. */
final class RecordingFile implements AutoCloseable {

  private static final long MINUTE = 60_000_000_000L;

  private final Recording recording;
  private final Types types;
  private final CallGraph graph;
  private final Map<Integer, TypedValue> frames = new HashMap<>();
  private final Random random;
  private long ticks;

  RecordingFile(Path file, CallGraph graph, long start, Random random) throws IOException {
    this.graph = graph;
    this.random = random;
    this.recording =
        Recordings.newRecording(
            file, settings -> settings.withTimestamp(start).withStartTicks(1).withDuration(MINUTE));
    this.types = recording.getTypes();
    StackTypes.register(types);
  }

  /** Writes all of it and counts the samples of each own package. */
  void write(int samples, Map<String, long[]> counted, long pid, long start) {
    Type execution = event("jdk.ExecutionSample", type -> {});
    Type allocation =
        event("jdk.ObjectAllocationSample", type -> type.addField("weight", Types.Builtin.LONG));
    Type setting =
        event(
            "jdk.ActiveSetting",
            type ->
                type.addField("id", Types.Builtin.LONG)
                    .addField("name", Types.Builtin.STRING)
                    .addField("value", Types.Builtin.STRING));
    Type jvm =
        event(
            "jdk.JVMInformation",
            type ->
                type.addField("jvmVersion", Types.Builtin.STRING)
                    .addField("pid", Types.Builtin.LONG)
                    .addField("jvmStartTime", Types.Builtin.LONG));
    Type load =
        event(
            "jdk.CPULoad",
            type ->
                type.addField("jvmUser", Types.Builtin.FLOAT)
                    .addField("jvmSystem", Types.Builtin.FLOAT));
    for (Type of : new Type[] {execution, allocation, load, jvm}) {
      set(setting, of, "enabled", "true");
    }
    set(setting, execution, "period", "20 ms");
    put(
        jvm,
        0,
        value ->
            value
                .putField("jvmVersion", "OpenJDK 64-Bit Server VM (17.0.12+7) for linux-amd64")
                .putField("pid", pid)
                .putField("jvmStartTime", start - 3_600_000));
    for (int i = 0; i < samples; i++) {
      long at = MINUTE / samples * i;
      int[] stack = graph.stack(random);
      put(execution, at, value -> stack(value, stack));
      counted.computeIfAbsent(graph.part(stack), key -> new long[2])[0]++;
      if (i % 4 == 0) {
        long weight = 1000L + random.nextInt(1_000_000);
        int[] site = graph.stack(random);
        put(allocation, at, value -> stack(value.putField("weight", weight), site));
        counted.computeIfAbsent(graph.part(site), key -> new long[2])[1] += weight;
      }
    }
    for (int i = 1; i < 60; i++) {
      put(
          load,
          i * 1_000_000_000L,
          value -> value.putField("jvmUser", 0.4f).putField("jvmSystem", 0.05f));
    }
  }

  private Type event(String name, Consumer<TypeStructureBuilder> fields) {
    // The writer's own event types do not begin with their start, as the JDK's do.
    return recording.registerType(
        name,
        "jdk.jfr.Event",
        type -> {
          type.addField(
              "startTime",
              Types.Builtin.LONG,
              field -> field.addAnnotation(Types.JDK.ANNOTATION_TIMESTAMP, "TICKS"));
          type.addField("stackTrace", Types.JDK.STACK_TRACE);
          fields.accept(type);
        });
  }

  private void set(Type setting, Type of, String name, String value) {
    put(
        setting,
        0,
        event -> event.putField("id", of.getId()).putField("name", name).putField("value", value));
  }

  private void put(Type type, long at, Consumer<TypedValueBuilder> fields) {
    // Ticks never go back, and no two events share one.
    ticks = Math.max(ticks + 1, at + 2);
    long now = ticks;
    recording.writeEvent(
        type.asValue(
            (TypedValueBuilder value) -> {
              value.putField("startTime", now);
              fields.accept(value);
            }));
  }

  private void stack(TypedValueBuilder event, int[] stack) {
    TypedValue[] values = new TypedValue[stack.length];
    for (int i = 0; i < stack.length; i++) {
      values[i] = frames.computeIfAbsent(stack[i], this::frame);
    }
    event.putField("stackTrace", trace -> trace.putField("frames", values));
  }

  private TypedValue frame(int number) {
    CallGraph.Method method = graph.methods().get(number);
    Type symbol = types.getType(Types.JDK.SYMBOL);
    TypedValue type = symbol.asValue(v -> v.putField("string", method.type().replace('.', '/')));
    TypedValue name = symbol.asValue(v -> v.putField("string", method.name()));
    TypedValue descriptor = symbol.asValue(v -> v.putField("string", "()V"));
    return types
        .getType(Types.JDK.STACK_FRAME)
        .asValue(
            frame ->
                frame
                    .putField(
                        "method",
                        m ->
                            m.putField("type", c -> c.putField("name", type))
                                .putField("name", name)
                                .putField("descriptor", descriptor))
                    .putField("lineNumber", 3 + number % 6)
                    .putField("type", t -> t.putField("description", "JIT compiled")));
  }

  @Override
  public void close() throws IOException {
    recording.close();
  }
}
