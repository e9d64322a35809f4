package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The paired benchmark: a plain program that times Java's code, or the library through the
 * boundary, and one in Rust that times the kernel on data that is its own.
 */
final class Benchmark {

  private static final String NATIVE = "bench/native/";

  private Benchmark() {}

  static void write(Layout layout, Map<String, String> files) {
    String shared = "bench/rustfit/" + layout.part() + "/";
    for (String name : List.of("Timed", "BenchInputs", "Collector")) {
      files.put(shared + name + ".java", layout.template(name + ".java.txt").filled());
    }
    files.put(
        shared + "Bench.java",
        layout
            .template("Bench.java.txt")
            .with(
                "kernels",
                layout.kernels().stream()
                    .map(
                        kernel ->
                            "    made(\"" + Text.literal(kernel.bindingName()) + "Bench\"),\n")
                    .collect(Collectors.joining()))
            .filled());
    files.put(NATIVE + "Cargo.toml", layout.template("bench.toml").filled());
    files.put(NATIVE + "src/input.rs", layout.template("bench-input.rs").filled());
    files.put(NATIVE + "src/main.rs", main(layout));
    for (Kernel kernel : layout.kernels()) {
      files.put("bench/" + kernel.folder() + kernel.binding() + "Bench.java", java(layout, kernel));
      files.put(NATIVE + "src/" + kernel.module() + ".rs", rust(layout, kernel));
    }
  }

  private static String java(Layout layout, Kernel kernel) {
    JavaCall call = new JavaCall(kernel);
    FlatMethod method = kernel.method();
    SortedSet<String> imports = new TreeSet<>();
    List<String> classes = new ArrayList<>(List.of("Kernel", "Library", "Timed"));
    if (method.parameters().stream().anyMatch(Passed::isRows)) {
      classes.add("Rows");
    }
    for (String name : classes) {
      imports.add("import rustfit." + layout.part() + "." + name + ";\n");
    }
    for (String name : List.of("MethodHandle", "MethodHandles", "MethodType")) {
      imports.add("import java.lang.invoke." + name + ";\n");
    }
    List<String> fields = new ArrayList<>();
    List<String> allocate = new ArrayList<>();
    List<String> copy = new ArrayList<>();
    List<String> restore = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    if (method.onObject()) {
      fields.add("  private " + call.self() + "[] self;\n");
      fields.add("  private Object[][] held = {};\n");
      allocate.add("    held = copies;\n");
      allocate.add("    self = new " + call.self() + "[calls.length];\n");
      copy.add(
          "      self[i] = ("
              + call.self()
              + ") "
              + kernel.binding()
              + "Kernel.object(copies[i]);\n");
      arguments.add("self[i]");
    }
    for (int i = 0; i < method.parameters().size(); i++) {
      Passed passed = method.parameters().get(i);
      String name = Kernel.argument(i);
      boolean own = i < method.own();
      if (own) {
        String type = passed.java();
        String element = type.replace("[]", "");
        fields.add("  private " + type + "[] " + name + ";\n");
        allocate.add(
            "    "
                + name
                + " = new "
                + element
                + "[calls.length]"
                + type.substring(element.length())
                + ";\n");
        copy.add("      " + name + "[i] = (" + passed.java() + ") copies[i][" + i + "];\n");
        arguments.add(name + "[i]");
      }
      if (passed.isArray() || passed.isRows()) {
        String there = own ? name + "[i]" : "(" + passed.java() + ") held[i][" + i + "]";
        restore.add(
            passed.isRows()
                ? "      Rows.copy((Object[]) loaded[i][%d], %s);\n".formatted(i, there)
                : "      System.arraycopy(loaded[i][%d], 0, %s, 0, (%s).length);\n"
                    .formatted(i, there, there));
      } else if (passed.is(Passed.Form.CELL)) {
        restore.add(
            "      %s.%s(self[i], (%s) loaded[i][%d]);\n"
                .formatted(kernel.binding(), name, passed.java(), i));
      }
    }
    boolean nothing = method.result().is(Passed.Form.NOTHING);
    String cast = nothing ? "" : "(" + method.result().java() + ") ";
    return layout
        .template("KernelBench.java.txt", kernel)
        .with("package", call.packageLine())
        .with("imports", String.join("", imports))
        .with("bindingLiteral", Text.literal(kernel.bindingName()))
        .with("result", method.result().java())
        .with("parameters", call.parameters())
        .with("names", call.names())
        .with("otherCall", cast + "OTHER.invokeExact(" + call.names() + ")")
        .with(
            "commaTypes",
            (method.onObject()
                    ? ", Class.forName(\"" + Text.literal(method.className()) + "\")"
                    : "")
                + types(method))
        .with(
            "asType",
            !method.onObject() || method.named()
                ? ""
                : "\n          .asType(MethodType.methodType("
                    + method.result().java()
                    + ".class, Object.class"
                    + types(method)
                    + "))")
        .with("fields", String.join("", fields))
        .with("sinkType", sinkType(method.result()))
        .with("allocate", String.join("", allocate))
        .with("copy", String.join("", copy))
        .with("restore", String.join("", restore))
        .with("timedCall", sunk(method.result(), "call.call(" + String.join(", ", arguments) + ")"))
        .filled();
  }

  private static String types(FlatMethod method) {
    return method.parameters().stream()
        .limit(method.own())
        .map(passed -> ", " + passed.java() + ".class")
        .collect(Collectors.joining());
  }

  private static String sinkType(Passed result) {
    if (result.nullable()) {
      return "Object";
    }
    return result.type() == Primitive.DOUBLE || result.type() == Primitive.FLOAT
        ? "double"
        : "long";
  }

  private static String sunk(Passed result, String call) {
    return switch (result.form()) {
      case NOTHING -> call + ";";
      case SCALAR -> "sink += " + (result.isFlag() ? call + " ? 1 : 0;" : call + ";");
      default -> "sink = " + call + ";";
    };
  }

  private static String main(Layout layout) {
    List<String> modules = layout.kernels().stream().map(Kernel::moduleName).toList();
    return layout
        .template("bench-main.rs")
        .with(
            "modules",
            modules.stream()
                .sorted()
                .map(name -> "mod " + name + ";\n")
                .collect(Collectors.joining()))
        .with(
            "arms",
            layout.kernels().stream()
                .map(
                    kernel ->
                        "        Some(\""
                            + kernel.module()
                            + "\") => time::<"
                            + kernel.moduleName()
                            + "::Call>(&args),\n")
                .collect(Collectors.joining()))
        .with(
            "names",
            layout.kernels().stream().map(Kernel::module).collect(Collectors.joining(", ")))
        .filled();
  }

  private static String rust(Layout layout, Kernel kernel) {
    List<Passed> parameters = kernel.method().parameters();
    StringBuilder fields = new StringBuilder();
    StringBuilder read = new StringBuilder();
    StringBuilder restore = new StringBuilder();
    List<String> elements = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    boolean writes = false;
    for (int i = 0; i < parameters.size(); i++) {
      Passed passed = parameters.get(i);
      String name = Kernel.argument(i);
      String type = passed.type().rust();
      boolean many = passed.nullable();
      boolean rows = passed.isRows();
      String vector = rows ? "Vec<Vec<" + type + ">>" : many ? "Vec<" + type + ">" : type;
      fields.append("    " + name + ": " + vector + ",\n");
      read.append(
          "            "
              + name
              + ": input."
              + (rows ? "rows(Input::" + type + "s)?,\n" : type + (many ? "s" : "") + "()?,\n"));
      if (rows) {
        elements.add("self." + name + ".iter().map(Vec::len).sum::<usize>()");
      } else if (many) {
        elements.add("self." + name + ".len()");
      }
      boolean written =
          switch (passed.form()) {
            case ARRAY, ROWS, CELL -> true;
            default -> false;
          };
      writes |= written;
      if (passed.is(Passed.Form.ARRAY)) {
        restore.append("        self." + name + ".copy_from_slice(&from." + name + ");\n");
      } else if (passed.is(Passed.Form.ROWS)) {
        restore.append("        self." + name + ".clone_from(&from." + name + ");\n");
      } else if (passed.is(Passed.Form.CELL)) {
        restore.append("        self." + name + " = from." + name + ";\n");
      }
      arguments.add("black_box(" + (written ? "&mut " : many ? "&" : "") + "self." + name + ")");
    }
    return layout
        .template("bench-kernel.rs", kernel)
        .with("fields", fields.toString())
        .with("read", read.toString())
        .with("restore", restore.toString())
        .with("writes", String.valueOf(writes))
        .with("elements", elements.isEmpty() ? "1" : String.join(" + ", elements))
        .with(
            "call",
            "kernels::"
                + kernel.moduleName()
                + "::"
                + kernel.function()
                + "("
                + String.join(", ", arguments)
                + ")")
        .filled();
  }
}
