package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The crate of kernels. */
final class CoreCrate {

  private CoreCrate() {}

  static void write(Layout layout, Map<String, String> files) {
    files.put("core/Cargo.toml", layout.template("core.toml").filled());
    files.put(
        "core/src/lib.rs",
        layout
            .template("core-lib.rs")
            .with(
                "modules",
                Stream.concat(
                        layout.bodies().isEmpty() ? Stream.of() : Stream.of("java"),
                        layout.kernels().stream().map(Kernel::module))
                    .map(module -> "pub mod " + module + ";\n")
                    .sorted()
                    .collect(Collectors.joining()))
            .filled());
    if (!layout.bodies().isEmpty()) {
      files.put("core/src/java.rs", layout.template("java.rs").filled());
    }
    for (Kernel kernel : layout.kernels()) {
      files.put(
          file(kernel.module()),
          layout
              .body(kernel)
              .map(body -> layout.template("port.rs", kernel).with("code", body).filled())
              .orElseGet(() -> kernel(layout, kernel)));
    }
  }

  /** The file of a body, relative to the folder of the starter. */
  static String file(String module) {
    return "core/src/" + module + ".rs";
  }

  private static String kernel(Layout layout, Kernel kernel) {
    List<Passed> parameters = kernel.method().parameters();
    List<String> names = IntStream.range(0, parameters.size()).mapToObj(Kernel::argument).toList();
    String used = names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
    return layout
        .template("kernel.rs", kernel)
        .with("signature", signature(kernel))
        .with("use", names.isEmpty() ? "" : "    let _ = " + used + ";\n")
        .with("open", openTest(kernel))
        .filled();
  }

  /** The kernel's head, as CONTRACT.md shows it too. */
  static String signature(Kernel kernel) {
    List<String> arguments = new ArrayList<>();
    List<Passed> parameters = kernel.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      arguments.add(Kernel.argument(i) + ": " + parameters.get(i).argument());
    }
    return RustCode.head(
        "pub fn " + kernel.function(),
        arguments,
        " -> Result<" + kernel.method().result().result() + ", Refused>");
  }

  private static String openTest(Kernel kernel) {
    String call =
        kernel.function()
            + kernel.method().parameters().stream()
                .map(CoreCrate::example)
                .collect(Collectors.joining(", ", "(", ")"));
    return RustCode.statement("", "assert_eq!", List.of(call, "Err(Refused::Open)"), ";");
  }

  private static String example(Passed passed) {
    return switch (passed.form()) {
      case ARRAY, ROWS -> "&mut []";
      case READ, READ_ROWS, TEXT -> "&[]";
      case CELL -> "&mut " + zero(passed.type());
      default -> zero(passed.type());
    };
  }

  private static String zero(Primitive type) {
    return switch (type) {
      case BOOLEAN -> "false";
      case FLOAT, DOUBLE -> "0.0";
      default -> "0";
    };
  }
}
