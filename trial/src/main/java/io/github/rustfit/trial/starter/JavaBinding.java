package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What programs call, and how it calls the library: a switch, and a class for each technique. */
final class JavaBinding {

  private static final String FOREIGN = "java.lang.foreign.";

  private final Layout layout;
  private final Kernel kernel;
  private final JavaCall call;

  private JavaBinding(Layout layout, Kernel kernel) {
    this.layout = layout;
    this.kernel = kernel;
    this.call = new JavaCall(kernel);
  }

  static void write(Layout layout, Map<String, String> files) {
    files.put(
        "java/common/rustfit/" + layout.part() + "/Library.java",
        layout.template("Library.java.txt").filled());
    files.put(
        "java/common/rustfit/" + layout.part() + "/Rows.java",
        layout.template("Rows.java.txt").filled());
    files.put(
        "java/ffm/rustfit/" + layout.part() + "/Memory.java",
        layout.template("Memory.java.txt").filled());
    for (Kernel kernel : layout.kernels()) {
      JavaBinding binding = new JavaBinding(layout, kernel);
      String path = kernel.folder() + kernel.binding();
      files.put("java/common/" + path + ".java", binding.choice());
      files.put("java/jni/" + path + "Jni.java", binding.jni());
      files.put("java/ffm/" + path + "Ffm.java", binding.ffm());
    }
  }

  private Template template(String name, String... imports) {
    SortedSet<String> statics = new TreeSet<>();
    SortedSet<String> types = new TreeSet<>();
    for (String one : imports) {
      (one.startsWith("static ") ? statics : types).add("import " + one + ";\n");
    }
    types.add("import rustfit." + layout.part() + ".Library;\n");
    if (name.endsWith("Switch.java.txt")
        && kernel.method().parameters().stream().anyMatch(Passed::isRows)) {
      types.add("import rustfit." + layout.part() + ".Rows;\n");
    }
    String lines =
        String.join("", statics) + (statics.isEmpty() ? "" : "\n") + String.join("", types);
    return layout
        .template(name, kernel)
        .with("package", call.packageLine())
        .with("imports", lines)
        .with("wireParameters", call.wireParameters())
        .with("wireResult", kernel.method().result().wire());
  }

  private String choice() {
    FlatMethod method = kernel.method();
    List<String> imports = new ArrayList<>();
    if (method.onObject() || !method.callable()) {
      imports.add("java.lang.invoke.MethodHandles");
    }
    if (!method.callable() || method.onObject() && method.own() < method.parameters().size()) {
      imports.add("java.lang.invoke.MethodHandle");
      imports.add("java.lang.invoke.MethodType");
    }
    boolean nothing = method.result().is(Passed.Form.NOTHING);
    String java = "java(" + call.names() + ");";
    String javaReturn = nothing ? java + "\n      return;" : "return " + java;
    Template choice =
        template(
                method.onObject() ? "ObjectSwitch.java.txt" : "Switch.java.txt",
                imports.toArray(String[]::new))
            .with("result", method.result().java())
            .with("parameters", call.parameters())
            .with("return", nothing ? "" : "return ")
            .with("commaArguments", comma(call.names()))
            .with("commaParameters", comma(call.parameters()))
            .with("javaReturn", javaReturn)
            .with("javaLast", nothing ? java : "return " + java)
            .with("crossing", crossing())
            .with("javaCall", call.toMethod())
            .with("caught", method.callable() ? "Exception" : "Throwable");
    if (!method.onObject()) {
      return choice
          .with("handle", method.callable() ? "" : handle())
          .with(
              "toJava",
              toJava().stream().map(one -> "\n        || " + one).collect(Collectors.joining()))
          .filled();
    }
    ObjectBinding object = new ObjectBinding(kernel);
    String toJava = String.join("\n        || ", toJava());
    return choice
        .with("className", Text.literal(method.className()))
        .with("handles", object.handles())
        .with("taken", object.taken())
        .with(
            "toJava",
            toJava.isEmpty() ? "" : "    if (" + toJava + ") {\n      " + javaReturn + "\n    }\n")
        .with("fields", object.fields(call))
        .filled();
  }

  private static String comma(String list) {
    return list.isEmpty() ? "" : ", " + list;
  }

  /** Null, and the same array twice, where what is written to one is seen in the other. */
  private List<String> toJava() {
    List<Passed> parameters = kernel.method().parameters();
    List<String> when = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).nullable()) {
        when.add(Kernel.argument(i) + " == null");
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      for (int k = i + 1; k < parameters.size(); k++) {
        Passed one = parameters.get(i);
        Passed other = parameters.get(k);
        if (one.isArray()
            && other.isArray()
            && one.type() == other.type()
            && (one.is(Passed.Form.ARRAY) || other.is(Passed.Form.ARRAY))) {
          when.add(Kernel.argument(i) + " == " + Kernel.argument(k));
        }
      }
    }
    if (parameters.stream().anyMatch(Passed::isRows)) {
      List<String> arrays = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).isArray() || parameters.get(i).isRows()) {
          arrays.add(Kernel.argument(i));
        }
      }
      when.add("Rows.unfit(new Object[] {" + String.join(", ", arrays) + "})");
    }
    return when;
  }

  private String crossing() {
    Passed result = kernel.method().result();
    List<String> arguments = new ArrayList<>();
    List<Passed> parameters = kernel.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      String name = Kernel.argument(i);
      arguments.add(
          switch (parameters.get(i).form()) {
            case TEXT -> name + ".toCharArray()";
            case ROWS, READ_ROWS -> name + "v, " + name + "n";
            default -> name;
          });
    }
    arguments.add("status");
    String given =
        switch (result.form()) {
          case NOTHING -> "return;";
          case TEXT -> "return new String(result);";
          default -> "return result;";
        };
    String parted = call.parted("      ", Kernel::argument);
    return call.joined("    ", Kernel::argument)
        + "    int[] status = new int[1];\n    "
        + (result.is(Passed.Form.NOTHING) ? "" : result.wire() + " result = ")
        + "technique.call("
        + String.join(", ", arguments)
        + ");\n    if (status[0] == Library.OK) {\n"
        + parted
        + "      "
        + (kernel.method().onObject() ? new ObjectBinding(kernel).given() : "")
        + given
        + "\n    }";
  }

  /** Only the class itself may call a private method, and names of nested classes are ambiguous. */
  private String handle() {
    FlatMethod method = kernel.method();
    String types =
        method.parameters().stream()
            .map(passed -> ", " + passed.java() + ".class")
            .collect(Collectors.joining());
    return """

          private static final MethodHandle JAVA = handle();

          private static MethodHandle handle() {
            try {
              Class<?> owner = Class.forName("%s");
              return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                  .findStatic(owner, "%s", MethodType.methodType(%s.class%s));
            } catch (ReflectiveOperationException e) {
              throw new ExceptionInInitializerError(e);
            }
          }
        """
        .formatted(
            Text.literal(method.className()),
            Text.literal(method.name()),
            method.result().java(),
            types);
  }

  private String jni() {
    return template("Jni.java.txt").filled();
  }

  private String ffm() {
    Passed result = kernel.method().result();
    SortedSet<String> layouts = new TreeSet<>(List.of("JAVA_INT"));
    List<String> descriptor = new ArrayList<>(List.of("JAVA_INT"));
    List<String> passed = new ArrayList<>();
    StringBuilder in = new StringBuilder();
    StringBuilder out = new StringBuilder();
    List<String> bytes = new ArrayList<>();
    for (Kernel.Wire wire : kernel.wire()) {
      Passed one = wire.passed();
      String name = wire.name();
      layouts.add(one.type().layout());
      if (one.is(Passed.Form.SCALAR)) {
        descriptor.add(one.type().layout());
        passed.add(one.isFlag() ? "(byte) (" + name + " ? 1 : 0)" : name);
        continue;
      }
      layouts.addAll(List.of("ADDRESS", "JAVA_LONG"));
      descriptor.addAll(List.of("ADDRESS", "JAVA_LONG"));
      passed.addAll(List.of(name + "Values", "(long) " + name + ".length"));
      String source = one.isFlag() ? "bytes(" + name + ")" : name;
      bytes.add(one.type().layout() + ".byteSize() * " + name + ".length");
      in.append("      MemorySegment " + name + "Values = memory.allocateFrom(")
          .append(one.type().layout() + ", " + source + ");\n");
      if (comesBack(one)) {
        out.append(
            one.isFlag()
                ? "      flags(" + name + "Values, " + name + ");\n"
                : "      MemorySegment.copy("
                    + name
                    + "Values, "
                    + one.type().layout()
                    + ", 0, "
                    + name
                    + ", 0, "
                    + name
                    + ".length);\n");
      }
    }
    if (!result.is(Passed.Form.NOTHING)) {
      layouts.addAll(List.of("ADDRESS", result.type().layout()));
      descriptor.add("ADDRESS");
      passed.add("result");
      in.append("      MemorySegment result = memory.allocate(16, 8);\n");
      if (result.is(Passed.Form.SCALAR)) {
        String get = "result.get(" + result.type().layout() + ", 0)";
        out.append("      return " + get + (result.isFlag() ? " != 0" : "") + ";\n");
      } else {
        layouts.add("JAVA_LONG");
        out.append(taken(result));
      }
    }
    boolean releases = result.nullable();
    String flagHelpers =
        flagHelpers(kernel.wire().stream().map(Kernel.Wire::passed).toList(), result);
    List<String> imports =
        new ArrayList<>(
            layouts.stream().map(one -> "static " + FOREIGN + "ValueLayout." + one).toList());
    for (String one : List.of("Arena", "FunctionDescriptor", "Linker", "SymbolLookup")) {
      imports.add(FOREIGN + one);
    }
    if (in.length() > 0) {
      imports.add(FOREIGN + "MemorySegment");
      imports.add(FOREIGN + "SegmentAllocator");
      imports.add("rustfit." + layout.part() + ".Memory");
    }
    boolean memory = in.length() > 0;
    imports.add("java.lang.invoke.MethodHandle");
    return template("Ffm.java.txt", imports.toArray(String[]::new))
        .with("layouts", String.join(", ", descriptor))
        .with("panicSymbol", layout.library() + "_panic")
        .with(
            "releaseHandle",
            releases
                ? """
                    private static final MethodHandle RELEASE =
                        handle(
                            "%s_release",
                            FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG));
                  """
                    .formatted(layout.symbol(kernel))
                : "")
        .with(
            "arena",
            memory
                ? "(Arena arena = Memory.arena("
                    + bytes.size()
                    + ", "
                    + (bytes.isEmpty() ? "0" : String.join(" + ", bytes))
                    + ")) "
                : "")
        .with("copyIn", (memory ? "      SegmentAllocator memory = Memory.of(arena);\n" : "") + in)
        .with(
            "none", result.is(Passed.Form.NOTHING) ? "return;" : "return " + call.noResult() + ";")
        .with("copyOut", out.toString())
        .with("passed", String.join(", ", passed))
        .with("helpers", flagHelpers)
        .filled();
  }

  /** Whether it is an array where it crosses. */
  private static boolean many(Passed passed) {
    return passed.isArray() || passed.is(Passed.Form.CELL);
  }

  /** Whether what Rust wrote to it is copied back. */
  private static boolean comesBack(Passed passed) {
    return passed.is(Passed.Form.ARRAY) || passed.is(Passed.Form.CELL);
  }

  /** The result is Rust's memory until it is given back, whatever happens to the copy. */
  private static String taken(Passed result) {
    String copy =
        result.isFlag()
            ? "boolean[] taken = new boolean[(int) length];\n"
                + "        flags(values, taken);\n        return taken;"
            : "return values.toArray(" + result.type().layout() + ");";
    return """
              MemorySegment values = result.get(ADDRESS, 0);
              long length = result.get(JAVA_LONG, 8);
              try {
                values = values.reinterpret(length * %s.byteSize());
                %s
              } finally {
                RELEASE.invokeExact(values, length);
              }
        """
        .formatted(result.type().layout(), copy);
  }

  private static String flagHelpers(List<Passed> parameters, Passed result) {
    boolean in = parameters.stream().anyMatch(one -> one.isFlag() && many(one));
    boolean out =
        parameters.stream().anyMatch(one -> one.isFlag() && comesBack(one))
            || (result.isFlag() && result.is(Passed.Form.ARRAY));
    return (in
            ? """

                private static byte[] bytes(boolean[] flags) {
                  byte[] bytes = new byte[flags.length];
                  for (int i = 0; i < flags.length; i++) {
                    bytes[i] = (byte) (flags[i] ? 1 : 0);
                  }
                  return bytes;
                }
              """
            : "")
        + (out
            ? """

                private static void flags(MemorySegment bytes, boolean[] flags) {
                  for (int i = 0; i < flags.length; i++) {
                    flags[i] = bytes.get(JAVA_BYTE, i) != 0;
                  }
                }
              """
            : "");
  }
}
