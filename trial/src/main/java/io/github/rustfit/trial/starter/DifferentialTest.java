package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The test that Java and Rust give the same, a plain program. */
final class DifferentialTest {

  private DifferentialTest() {}

  static void write(Layout layout, Map<String, String> files) {
    String shared = "test/rustfit/" + layout.part() + "/";
    for (String name :
        List.of("Captured", "Constants", "Inputs", "Kernel", "Limited", "MadeObjects", "Outcome")) {
      files.put(shared + name + ".java", layout.template(name + ".java.txt").filled());
    }
    files.put(
        shared + "Differential.java",
        layout
            .template("Differential.java.txt")
            .with(
                "kernels",
                layout.kernels().stream()
                    .map(
                        kernel ->
                            "    made(\"" + Text.literal(kernel.bindingName()) + "Kernel\"),\n")
                    .collect(Collectors.joining()))
            .filled());
    for (Kernel kernel : layout.kernels()) {
      files.put(
          "test/" + kernel.folder() + kernel.binding() + "Kernel.java", kernel(layout, kernel));
    }
  }

  private static String kernel(Layout layout, Kernel kernel) {
    JavaCall call = new JavaCall(kernel);
    FlatMethod method = kernel.method();
    SortedSet<String> imports = new TreeSet<>();
    List<String> classes = new ArrayList<>(List.of("Kernel", "Library"));
    if (method.onObject()) {
      classes.add("MadeObjects");
    }
    if (method.parameters().stream().anyMatch(Passed::isRows)) {
      classes.add("Rows");
    }
    for (String name : classes) {
      imports.add("import rustfit." + layout.part() + "." + name + ";\n");
    }
    List<String> arguments = new ArrayList<>();
    if (method.onObject()) {
      arguments.add("(" + call.self() + ") self");
    }
    if (method.own() > 0) {
      arguments.add(call.fromObjects());
    }
    String java = kernel.binding() + ".java(" + String.join(", ", arguments) + ");";
    arguments.add(0, "fixed");
    String through = kernel.binding() + ".call(" + String.join(", ", arguments) + ");";
    boolean nothing = method.result().is(Passed.Form.NOTHING);
    return layout
        .template("KernelCase.java.txt", kernel)
        .with("package", call.packageLine())
        .with("imports", String.join("", imports))
        .with(
            "types",
            method.parameters().stream()
                .map(passed -> passed.java() + ".class")
                .collect(Collectors.joining(", ")))
        .with("fieldNames", fieldNames(method))
        .with("cells", String.valueOf(method.cells()))
        .with("javaCall", called(method, nothing, java))
        .with("switchCall", called(method, nothing, through))
        .with("object", method.onObject() ? object(kernel) : "")
        .with("libraryCall", libraryCall(call, method))
        .with("wireParameters", call.wireParameters())
        .with("wireResult", method.result().wire())
        .with("none", nothing ? "" : "\n            return " + call.noResult() + ";")
        .with("className", Text.literal(method.className()))
        .with("methodName", Text.literal(method.name()))
        .filled();
  }

  private static String fieldNames(FlatMethod method) {
    return method.fields().orElse(List.of()).stream()
        .map(name -> "\"" + Text.literal(name) + "\"")
        .collect(Collectors.joining(", "));
  }

  /** A call, on an object where it takes one. */
  private static String called(FlatMethod method, boolean nothing, String call) {
    if (!method.onObject()) {
      return "    " + (nothing ? call + "\n    return null;" : "return " + call);
    }
    return """
            Object self = object(arguments);
            try {
              %s
            } finally {
              back(self, arguments);
            }"""
        .formatted(nothing ? call + "\n      return null;" : "return " + call);
  }

  /** How an object is made of arguments, and what it holds afterwards is noted there. */
  private static String object(Kernel kernel) {
    FlatMethod method = kernel.method();
    StringBuilder back = new StringBuilder();
    for (int i = method.own(); i < method.parameters().size(); i++) {
      if (method.parameters().get(i).is(Passed.Form.CELL)) {
        back.append(
            "    arguments["
                + i
                + "] = "
                + kernel.binding()
                + "."
                + Kernel.argument(i)
                + "(self);\n");
      }
    }
    return """

          private static final MadeObjects OBJECTS = new MadeObjects("%s"%s);

          /** An object whose fields have the values behind the arguments. */
          static Object object(Object[] arguments) {
            return OBJECTS.of(arguments, %d);
          }

          /** Notes the fields that change among the arguments. */
          static void back(Object self, Object[] arguments) {
        %s  }
        """
        .formatted(
            Text.literal(method.className()),
            method.fields().orElseThrow().isEmpty() ? "" : ", " + fieldNames(method),
            method.own(),
            back);
  }

  private static String parted(JavaCall call) {
    String parted = call.parted("      ", call::fromObjects);
    return parted.isEmpty() ? "" : "    if (status[0] == Library.OK) {\n" + parted + "    }\n";
  }

  private static String libraryCall(JavaCall call, FlatMethod method) {
    String arguments = call.wireFromObjects();
    String through =
        "technique.call(" + (arguments.isEmpty() ? "" : arguments + ", ") + "status);\n";
    StringBuilder cells = new StringBuilder();
    StringBuilder back = new StringBuilder();
    for (int i = method.own(); i < method.parameters().size(); i++) {
      Passed passed = method.parameters().get(i);
      if (passed.is(Passed.Form.CELL)) {
        String name = Kernel.argument(i);
        cells.append("    " + passed.wire() + " " + name + " = {" + call.fromObjects(i) + "};\n");
        back.append("    arguments[" + i + "] = " + name + "[0];\n");
      }
    }
    return cells
        + call.joined("    ", call::fromObjects)
        + "    int[] status = new int[1];\n    "
        + switch (method.result().form()) {
          case NOTHING -> through;
          case TEXT ->
              "char[] value = "
                  + through
                  + "    result[0] = value == null ? null : new String(value);\n";
          default -> "result[0] = " + through;
        }
        + back
        + parted(call)
        + "    return status[0];";
  }
}
