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
    String lines =
        String.join("", statics) + (statics.isEmpty() ? "" : "\n") + String.join("", types);
    return layout
        .template(name, kernel)
        .with("package", call.packageLine())
        .with("imports", lines)
        .with("wireParameters", call.wireParameters());
  }

  private String choice() {
    FlatMethod method = kernel.method();
    String[] imports =
        method.callable()
            ? new String[0]
            : new String[] {
              "java.lang.invoke.MethodHandle",
              "java.lang.invoke.MethodHandles",
              "java.lang.invoke.MethodType"
            };
    boolean nothing = method.result().is(Passed.Form.NOTHING);
    String java = "java(" + call.names() + ");";
    return template("Switch.java.txt", imports)
        .with("handle", method.callable() ? "" : handle())
        .with("result", method.result().java())
        .with("parameters", call.parameters())
        .with("return", nothing ? "" : "return ")
        .with("commaArguments", comma(call.names()))
        .with("commaParameters", comma(call.parameters()))
        .with("toJava", toJava())
        .with("javaReturn", nothing ? java + "\n      return;" : "return " + java)
        .with("javaLast", nothing ? java : "return " + java)
        .with("crossing", crossing())
        .with("javaCall", call.toMethod())
        .with("caught", method.callable() ? "Exception" : "Throwable")
        .filled();
  }

  private static String comma(String list) {
    return list.isEmpty() ? "" : ", " + list;
  }

  /** Null, and the same array twice, which Rust does not borrow twice. */
  private String toJava() {
    List<Passed> parameters = kernel.method().parameters();
    StringBuilder when = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).nullable()) {
        when.append("\n        || ").append(Kernel.argument(i)).append(" == null");
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      for (int k = i + 1; k < parameters.size(); k++) {
        if (parameters.get(i).is(Passed.Form.ARRAY)
            && parameters.get(i).equals(parameters.get(k))) {
          when.append("\n        || ").append(Kernel.argument(i) + " == " + Kernel.argument(k));
        }
      }
    }
    return when.toString();
  }

  private String crossing() {
    Passed result = kernel.method().result();
    List<String> arguments = new ArrayList<>();
    List<Passed> parameters = kernel.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      boolean text = parameters.get(i).is(Passed.Form.TEXT);
      arguments.add(Kernel.argument(i) + (text ? ".toCharArray()" : ""));
    }
    String made = call.newResult();
    if (!made.isEmpty()) {
      arguments.add("result");
    }
    String given =
        switch (result.form()) {
          case NOTHING -> "return;";
          case TEXT -> "return new String(result[0]);";
          default -> "return result[0];";
        };
    return (made.isEmpty() ? "" : "    " + made + "\n")
        + "    int status = technique.call("
        + String.join(", ", arguments)
        + ");\n    if (status == Library.OK) {\n      "
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
    boolean copies = false;
    List<Passed> parameters = kernel.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Passed one = parameters.get(i);
      String name = Kernel.argument(i);
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
      in.append("      MemorySegment " + name + "Values = arena.allocateFrom(")
          .append(one.type().layout() + ", " + source + ");\n");
      if (one.is(Passed.Form.ARRAY)) {
        copies = true;
        out.append(
            one.isFlag()
                ? "        flags(" + name + "Values, " + name + ");\n"
                : "        MemorySegment.copy("
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
      passed.add("resultValue");
      if (result.is(Passed.Form.SCALAR)) {
        in.append("      MemorySegment resultValue = arena.allocate(" + result.type().layout())
            .append(");\n");
        String get = "resultValue.get(" + result.type().layout() + ", 0)";
        out.append("        result[0] = " + get + (result.isFlag() ? " != 0" : "") + ";\n");
      } else {
        layouts.add("JAVA_LONG");
        descriptor.add("ADDRESS");
        passed.add("resultLength");
        in.append("      MemorySegment resultValue = arena.allocate(ADDRESS);\n")
            .append("      MemorySegment resultLength = arena.allocate(JAVA_LONG);\n");
        out.append(taken(result));
      }
    }
    boolean releases = result.nullable();
    String flagHelpers = flagHelpers(parameters, result);
    List<String> imports =
        new ArrayList<>(
            layouts.stream().map(one -> "static " + FOREIGN + "ValueLayout." + one).toList());
    for (String one : List.of("Arena", "FunctionDescriptor", "Linker", "SymbolLookup")) {
      imports.add(FOREIGN + one);
    }
    if (copies || in.length() > 0) {
      imports.add(FOREIGN + "MemorySegment");
    }
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
        .with("copyIn", in.toString())
        .with("copyOut", out.length() == 0 ? "" : out.toString())
        .with("passed", String.join(", ", passed))
        .with("helpers", flagHelpers)
        .filled();
  }

  /** The result is Rust's memory until it is given back, whatever happens to the copy. */
  private static String taken(Passed result) {
    String copy =
        result.isFlag()
            ? "result[0] = new boolean[(int) length];\n          flags(values, result[0]);"
            : "result[0] = values.toArray(" + result.type().layout() + ");";
    return """
                long length = resultLength.get(JAVA_LONG, 0);
                MemorySegment values = resultValue.get(ADDRESS, 0);
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
    boolean in = parameters.stream().anyMatch(one -> one.isFlag() && one.is(Passed.Form.ARRAY));
    boolean out = in || (result.isFlag() && result.is(Passed.Form.ARRAY));
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
