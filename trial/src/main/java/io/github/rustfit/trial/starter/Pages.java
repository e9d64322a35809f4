package io.github.rustfit.trial.starter;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** README.md and CONTRACT.md. */
final class Pages {

  private static final String BY_MACHINE =
      "\n\nThe body that was written is a straight port by machine: Java's semantics, line by line; it"
          + " can prove a\ngain, not refute one. What replaces it owes the same.";

  private Pages() {}

  static void write(Layout layout, Map<String, String> files) {
    files.put(
        "README.md",
        layout
            .template("README.md")
            .with("title", layout.slug())
            .with("component", Text.span(layout.component()))
            .with("bodies", bodies(layout))
            .with("file", "lib" + layout.library() + ".so")
            .with(
                "table",
                layout.kernels().stream()
                    .map(kernel -> row(layout, kernel))
                    .collect(Collectors.joining()))
            .filled());
    files.put(
        "CONTRACT.md",
        layout
            .template("CONTRACT.md")
            .with(
                "kernels",
                layout.kernels().stream()
                    .map(kernel -> section(layout, kernel))
                    .collect(Collectors.joining("\n")))
            .filled());
  }

  private static String bodies(Layout layout) {
    int ported = layout.bodies().size();
    if (ported == 0) {
      return "**Each body below was open** then: until one is written, Java does\nits work.";
    }
    return "**"
        + (ported < layout.kernels().size() ? "Bodies" : "Each body")
        + " below marked *by machine* "
        + (ported < layout.kernels().size() ? "are straight ports" : "is a straight port")
        + "**:\nJava's semantics, line by line. "
        + "It can prove a gain, not refute one: code that is written anew may be faster."
        + (ported < layout.kernels().size()
            ? " The others were open: until one is written, Java does its work."
            : "");
  }

  private static String row(Layout layout, Kernel kernel) {
    return "| `"
        + Text.span(kernel.method().text())
        + "` | `"
        + Text.span(kernel.method().place().text())
        + "` | `core/src/"
        + kernel.module()
        + ".rs`"
        + (layout.body(kernel).isPresent() ? ", by machine" : "")
        + " | `"
        + Text.span(kernel.bindingName())
        + ".call` |\n";
  }

  private static String section(Layout layout, Kernel kernel) {
    FlatMethod method = kernel.method();
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < method.parameters().size(); i++) {
      Passed passed = method.parameters().get(i);
      String held =
          i < method.own() ? "" : "the field `" + Text.span(method.field(i)) + "` of the object, ";
      parameters.append("- `" + Kernel.argument(i) + "`: " + held + meaning(passed) + "\n");
    }
    return layout
        .template("CONTRACT-kernel.md", kernel)
        .with("spanMethod", Text.span(method.text()))
        .with("spanFile", Text.span(method.place().file()))
        .with("first", String.valueOf(method.place().first()))
        .with("last", String.valueOf(method.place().last()))
        .with("module", kernel.module())
        .with("signature", CoreCrate.signature(kernel))
        .with(
            "parameters",
            parameters.append("- result: " + result(method)).toString()
                + (layout.body(kernel).isPresent() ? BY_MACHINE : ""))
        .filled();
  }

  private static String meaning(Passed passed) {
    return switch (passed.form()) {
      case SCALAR -> "the `" + passed.java() + "`, each of its values";
      case ARRAY ->
          "the elements of the `"
              + passed.java()
              + "`, never null; what the body writes to it, Java sees";
      case READ ->
          "the elements of the `"
              + passed.java()
              + "`, never null; Java never writes to it, so it is not copied back";
      case ROWS ->
          "the rows of the `"
              + passed.java()
              + "`, never null, and no two of them the same; what the body writes to one, Java sees;"
              + " `ToJava` where a row would get another length";
      case READ_ROWS ->
          "the rows of the `"
              + passed.java()
              + "`, never null; Java never writes to them, so they are not copied back";
      case CELL -> "the `" + passed.java() + "`; what the body writes to it, the object has then";
      default -> "the UTF-16 units of the `String`, never null";
    };
  }

  private static String result(FlatMethod method) {
    Passed result = method.result();
    boolean object = method.cells() > 0;
    List<String> arrays =
        method.parameters().stream()
            .filter(passed -> passed.is(Passed.Form.ARRAY))
            .map(Passed::java)
            .toList();
    return switch (result.form()) {
      case NOTHING -> "nothing; the arrays " + (object ? "and fields " : "") + "are what changes";
      case SCALAR, CELL -> "the `" + result.java() + "`";
      case TEXT -> "the UTF-16 units of the `String`; `ToJava` for null";
      default ->
          "the elements of the `"
              + result.java()
              + "`, a new array; `ToJava` for null"
              + (arrays.contains(result.java())
                  ? ", and where Java gives back an argument itself"
                  : "");
    };
  }
}
