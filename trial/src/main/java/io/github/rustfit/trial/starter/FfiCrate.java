package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The crate that Java loads: one file for what all calls share, one a kernel. */
final class FfiCrate {

  private static final String MAYBE_MANY = "#[allow(clippy::too_many_arguments)]\n";

  /** More arguments than these are remarked on by clippy. */
  private static final int MANY = 7;

  private FfiCrate() {}

  static void write(Layout layout, Map<String, String> files) {
    files.put("ffi/Cargo.toml", layout.template("ffi.toml").filled());
    files.put("ffi/src/boundary.rs", layout.template("boundary.rs").filled());
    files.put("ffi/src/jni.rs", layout.template("jni.rs").filled());
    files.put(
        "ffi/src/lib.rs",
        layout
            .template("ffi-lib.rs")
            .with(
                "modules",
                layout.kernels().stream()
                    .map(kernel -> "pub mod " + kernel.module() + ";\n")
                    .sorted()
                    .collect(Collectors.joining()))
            .filled());
    for (Kernel kernel : layout.kernels()) {
      files.put("ffi/src/" + kernel.module() + ".rs", kernel(layout, kernel));
    }
  }

  private static String kernel(Layout layout, Kernel kernel) {
    Passed result = kernel.method().result();
    return layout
        .template("ffi-kernel.rs", kernel)
        .with("ffmSignature", ffmSignature(kernel))
        .with("ffmBody", ffmBody(kernel))
        .with(
            "release",
            result.nullable()
                ? layout
                    .template("release.rs", kernel)
                    .with("element", result.type().rust())
                    .filled()
                : "")
        .with("jniCall", jniName(kernel, "call"))
        .with("jniPanic", jniName(kernel, "panic"))
        .with("jniSignature", jniSignature(kernel))
        .with("jniBody", jniBody(kernel))
        .with("jniNone", jniNone(result))
        .with("jniResult", jniResult(result))
        .filled();
  }

  private static String jniName(Kernel kernel, String method) {
    return "Java_" + Names.jni(kernel.bindingName() + "Jni") + "_" + method;
  }

  private static String head(String start, List<String> arguments, String result) {
    return (arguments.size() > MANY ? MAYBE_MANY : "") + RustCode.head(start, arguments, result);
  }

  private static String ffmSignature(Kernel kernel) {
    List<String> arguments = new ArrayList<>();
    for (Kernel.Wire wire : kernel.wire()) {
      Passed passed = wire.passed();
      if (passed.is(Passed.Form.SCALAR)) {
        arguments.add(wire.name() + ": " + passed.type().abi());
      } else {
        arguments.add(wire.name() + ": *mut " + passed.type().abi());
        arguments.add(wire.name() + "_length: i64");
      }
    }
    Passed result = kernel.method().result();
    if (result.is(Passed.Form.SCALAR)) {
      arguments.add("result: *mut " + result.type().rust());
    } else if (result.nullable()) {
      arguments.add("result: *mut Handed<" + result.type().rust() + ">");
    }
    return head("pub unsafe extern \"C\" fn call_by_ffm", arguments, " -> i32");
  }

  private static String ffmBody(Kernel kernel) {
    StringBuilder body = new StringBuilder();
    boolean vouched = false;
    for (Kernel.Wire wire : kernel.wire()) {
      Passed passed = wire.passed();
      String name = wire.name();
      if (passed.is(Passed.Form.SCALAR)) {
        if (passed.isFlag()) {
          body.append(line("let " + name + " = flag(" + name + ")?;"));
        }
      } else {
        body.append(vouched ? "" : line("// SAFETY: the caller vouches for pointers and lengths."));
        vouched = true;
        String read = passed.isFlag() ? "flags" : "slice";
        body.append(
            line(
                "let " + name + " = unsafe { " + read + "(" + name + ", " + name + "_length) }?;"));
      }
    }
    List<String> arguments = new ArrayList<>();
    StringBuilder back = new StringBuilder();
    List<Passed> parameters = kernel.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      String name = Kernel.argument(i);
      arguments.add(
          switch (parameters.get(i).form()) {
            case CELL -> "one(" + name + ")?";
            case ROWS -> "&mut " + name;
            case READ_ROWS -> "&" + name;
            default -> name;
          });
      if (parameters.get(i).isRows()) {
        body.append(rows(name, parameters.get(i), name + "v", name + "n"));
        back.append(putBack(name, parameters.get(i), name + "n", name + "v"));
      }
    }
    Passed result = kernel.method().result();
    body.append(call(kernel, arguments)).append(back);
    if (result.is(Passed.Form.NOTHING)) {
      return body.toString();
    }
    body.append(line("// SAFETY: the caller vouches for it."));
    return body.append(
            line(
                result.is(Passed.Form.SCALAR)
                    ? "unsafe { *result = value };"
                    : "unsafe { hand_over(value, result) }?;"))
        .toString();
  }

  private static String rows(String name, Passed passed, String values, String lengths) {
    String mutable = passed.is(Passed.Form.ROWS) ? "mut " : "";
    return line("let " + mutable + name + " = rows(" + values + ", " + lengths + ")?;");
  }

  private static String putBack(String name, Passed passed, String lengths, String values) {
    return passed.is(Passed.Form.ROWS)
        ? line("put_back(&" + name + ", " + lengths + ", " + values + ")?;")
        : "";
  }

  private static String call(Kernel kernel, List<String> arguments) {
    boolean nothing = kernel.method().result().is(Passed.Form.NOTHING);
    return RustCode.statement(
        nothing ? "" : "let value = ",
        "kernels::" + kernel.module() + "::" + kernel.function(),
        arguments,
        "?;");
  }

  private static String jniSignature(Kernel kernel) {
    List<String> arguments = new ArrayList<>(List.of("env: Env", "_this: Object"));
    for (Kernel.Wire wire : kernel.wire()) {
      boolean scalar = wire.passed().is(Passed.Form.SCALAR);
      arguments.add(wire.name() + ": " + (scalar ? wire.passed().type().abi() : "Object"));
    }
    arguments.add("status: Object");
    Passed result = kernel.method().result();
    String given = result.is(Passed.Form.NOTHING) ? "" : " -> " + jniResult(result);
    return head("pub unsafe extern \"system\" fn call_by_jni", arguments, given);
  }

  private static String jniBody(Kernel kernel) {
    StringBuilder body = new StringBuilder();
    StringBuilder back = new StringBuilder();
    boolean vouched = false;
    for (Kernel.Wire wire : kernel.wire()) {
      Passed passed = wire.passed();
      String name = wire.name();
      if (passed.is(Passed.Form.SCALAR)) {
        continue;
      }
      boolean written = passed.is(Passed.Form.ARRAY) || passed.is(Passed.Form.CELL);
      String type = passed.isFlag() ? "" : "::<" + passed.type().abi() + ">";
      String read = passed.isFlag() ? "read_flags" : "read";
      body.append(vouched ? "" : line("// SAFETY: the JVM vouches for it."));
      vouched = true;
      body.append(
          line(
              "let "
                  + (written ? "mut " : "")
                  + name
                  + "_values = unsafe { jni::"
                  + read
                  + type
                  + "(env, "
                  + name
                  + ") }?;"));
      if (written) {
        back.append(back.length() == 0 ? line("// SAFETY: the JVM vouches for it.") : "");
        String write = passed.isFlag() ? "write_flags" : "write";
        back.append(
            line("unsafe { jni::" + write + "(env, " + name + ", &" + name + "_values) }?;"));
      }
    }
    StringBuilder rows = new StringBuilder();
    List<String> arguments = new ArrayList<>();
    List<Passed> parameters = kernel.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Passed passed = parameters.get(i);
      String name = Kernel.argument(i);
      arguments.add(
          switch (passed.form()) {
            case SCALAR -> passed.isFlag() ? "flag(" + name + ")?" : name;
            case CELL -> "one(&mut " + name + "_values)?";
            case ARRAY -> "&mut " + name + "_values";
            case ROWS -> "&mut " + name + "_rows";
            case READ_ROWS -> "&" + name + "_rows";
            default -> "&" + name + "_values";
          });
      if (passed.isRows()) {
        String lengths = "&" + name + "n_values";
        body.append(rows(name + "_rows", passed, "&" + name + "v_values", lengths));
        rows.append(putBack(name + "_rows", passed, lengths, "&mut " + name + "v_values"));
      }
    }
    Passed result = kernel.method().result();
    body.append(call(kernel, arguments)).append(rows).append(back);
    switch (result.form()) {
      case NOTHING -> body.append(line("Ok(())"));
      case SCALAR, CELL -> body.append(line(result.isFlag() ? "Ok(u8::from(value))" : "Ok(value)"));
      default ->
          body.append(line("// SAFETY: the JVM vouches for it."))
              .append(
                  line(
                      "unsafe { jni::made"
                          + (result.isFlag() ? "_flags" : "")
                          + "(env, &value) }"));
    }
    return body.toString();
  }

  private static String jniResult(Passed result) {
    return switch (result.form()) {
      case NOTHING -> "()";
      case SCALAR, CELL -> result.type().abi();
      default -> "Object";
    };
  }

  /** What is returned where there is no result. */
  private static String jniNone(Passed result) {
    return switch (result.form()) {
      case NOTHING -> "()";
      case SCALAR, CELL ->
          result.type() == Primitive.FLOAT || result.type() == Primitive.DOUBLE ? "0.0" : "0";
      default -> "std::ptr::null_mut()";
    };
  }

  private static String line(String text) {
    return "        " + text + "\n";
  }
}
