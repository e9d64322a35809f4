package io.github.rustfit.benchmarks.fleet;

import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.Types;

/** The types that a stack is made of, as the JDK has them: frames stand within their stack. */
final class StackTypes {

  private StackTypes() {}

  static void register(Types types) {
    types.getOrAdd(
        Types.JDK.ANNOTATION_TIMESTAMP,
        "java.lang.annotation.Annotation",
        type -> type.addField("value", Types.Builtin.STRING));
    Type symbol =
        types.getOrAdd(Types.JDK.SYMBOL, type -> type.addField("string", Types.Builtin.STRING));
    Type classes = types.getOrAdd(Types.JDK.CLASS, type -> type.addField("name", symbol));
    Type method =
        types.getOrAdd(
            Types.JDK.METHOD,
            type ->
                type.addField("type", classes)
                    .addField("name", symbol)
                    .addField("descriptor", symbol));
    Type kind =
        types.getOrAdd(
            Types.JDK.FRAME_TYPE, type -> type.addField("description", Types.Builtin.STRING));
    // The writer's own frames are constants, which the JDK's never are.
    Type frame =
        types.getOrAdd(
            Types.JDK.STACK_FRAME.getTypeName(),
            false,
            type ->
                type.addField("method", method)
                    .addField("lineNumber", Types.Builtin.INT)
                    .addField("bytecodeIndex", Types.Builtin.INT)
                    .addField("type", kind));
    types.getOrAdd(
        Types.JDK.STACK_TRACE,
        type ->
            type.addField("truncated", Types.Builtin.BOOLEAN)
                .addField("frames", frame, field -> field.asArray()));
    types.getOrAdd(Types.JDK.THREAD, type -> type.addField("javaName", Types.Builtin.STRING));
  }
}
