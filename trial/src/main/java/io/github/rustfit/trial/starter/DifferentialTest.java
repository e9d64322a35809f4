package io.github.rustfit.trial.starter;

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
    for (String name : List.of("Captured", "Constants", "Inputs", "Kernel", "Limited", "Outcome")) {
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
    for (String name : List.of("Kernel", "Library")) {
      imports.add("import rustfit." + layout.part() + "." + name + ";\n");
    }
    String java = kernel.binding() + ".java(" + call.fromObjects(false) + ");";
    String fixed = call.fromObjects(false);
    String through =
        kernel.binding() + ".call(fixed" + (fixed.isEmpty() ? "" : ", " + fixed) + ");";
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
        .with("javaCall", nothing ? java + "\n    return null;" : "return " + java)
        .with("switchCall", nothing ? through + "\n    return null;" : "return " + through)
        .with("libraryCall", libraryCall(call, method))
        .with("wireParameters", call.wireParameters())
        .with("wireResult", method.result().wire())
        .with("none", nothing ? "" : "\n            return " + call.noResult() + ";")
        .with("className", Text.literal(method.className()))
        .with("methodName", Text.literal(method.name()))
        .filled();
  }

  private static String libraryCall(JavaCall call, FlatMethod method) {
    String arguments = call.fromObjects(true);
    String through =
        "technique.call(" + (arguments.isEmpty() ? "" : arguments + ", ") + "status);\n";
    return "    int[] status = new int[1];\n    "
        + switch (method.result().form()) {
          case NOTHING -> through;
          case TEXT ->
              "char[] value = "
                  + through
                  + "    result[0] = value == null ? null : new String(value);\n";
          default -> "result[0] = " + through;
        }
        + "    return status[0];";
  }
}
