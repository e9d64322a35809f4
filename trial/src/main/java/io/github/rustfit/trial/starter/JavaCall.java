package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How a kernel's method, switch and library are called in Java. */
final class JavaCall {

  private final Kernel kernel;

  JavaCall(Kernel kernel) {
    this.kernel = kernel;
  }

  /** The line that names the package, with what separates it from what follows. */
  String packageLine() {
    String name = kernel.method().packageName();
    return name.isEmpty() ? "" : "package " + name + ";\n\n";
  }

  /** {@code long[] p1, int p2}: of the method itself, behind its object. */
  String parameters() {
    FlatMethod method = kernel.method();
    List<String> parameters = new ArrayList<>();
    if (method.onObject()) {
      parameters.add(self() + " self");
    }
    for (int i = 0; i < method.own(); i++) {
      parameters.add(method.parameters().get(i).java() + " " + Kernel.argument(i));
    }
    return String.join(", ", parameters);
  }

  /** The type of the object, where it can be named. */
  String self() {
    return kernel.method().named() ? kernel.method().simpleName() : "Object";
  }

  /** {@code p1, p2}: of the method itself, behind its object. */
  String names() {
    List<String> names = new ArrayList<>();
    if (kernel.method().onObject()) {
      names.add("self");
    }
    names.addAll(ownNames());
    return String.join(", ", names);
  }

  private List<String> ownNames() {
    return IntStream.range(0, kernel.method().own()).mapToObj(Kernel::argument).toList();
  }

  /** The same for a technique: with the array that takes the status. */
  String wireParameters() {
    List<String> parameters = new ArrayList<>();
    kernel.wire().forEach(one -> parameters.add(one.passed().wire() + " " + one.name()));
    parameters.add("int[] status");
    return String.join(", ", parameters);
  }

  /** Variables with the elements and the lengths of rows, each behind this. */
  String joined(String indent, IntFunction<String> rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < kernel.method().parameters().size(); i++) {
      Passed passed = kernel.method().parameters().get(i);
      if (passed.isRows()) {
        String type = passed.type().java();
        String name = Kernel.argument(i);
        text.append(indent + "int[] " + name + "n = Rows.lengths(" + rows.apply(i) + ");\n");
        text.append(
            indent
                + type
                + "[] "
                + name
                + "v = ("
                + type
                + "[]) Rows.joined("
                + rows.apply(i)
                + ", "
                + type
                + ".class);\n");
      }
    }
    return text.toString();
  }

  /** Brings elements that were written to back into their rows. */
  String parted(String indent, IntFunction<String> rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < kernel.method().parameters().size(); i++) {
      if (kernel.method().parameters().get(i).is(Passed.Form.ROWS)) {
        text.append(indent + "Rows.part(" + Kernel.argument(i) + "v, " + rows.apply(i) + ");\n");
      }
    }
    return text.toString();
  }

  /** What a technique gives where it gives nothing; empty where there is no result. */
  String noResult() {
    Passed result = kernel.method().result();
    return switch (result.form()) {
      case NOTHING -> "";
      case SCALAR, CELL -> result.isFlag() ? "false" : "0";
      default -> "null";
    };
  }

  /** Java's own method with the arguments by their names. */
  String toMethod() {
    FlatMethod method = kernel.method();
    if (method.callable()) {
      String on = method.onObject() ? "self" : method.simpleName();
      return on + "." + method.name() + "(" + String.join(", ", ownNames()) + ")";
    }
    boolean nothing = method.result().is(Passed.Form.NOTHING);
    String cast = nothing ? "" : "(" + method.result().java() + ") ";
    return cast + "JAVA.invokeExact(" + names() + ")";
  }

  /** Arguments of the method itself out of an array of objects. */
  String fromObjects() {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < kernel.method().own(); i++) {
      arguments.add(fromObjects(i));
    }
    return String.join(", ", arguments);
  }

  /** All that crosses out of an array of objects, as a technique takes it. */
  String wireFromObjects() {
    List<String> arguments = new ArrayList<>();
    List<Passed> parameters = kernel.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      arguments.add(
          switch (parameters.get(i).form()) {
            case TEXT -> "(" + fromObjects(i) + ").toCharArray()";
            case CELL -> Kernel.argument(i);
            case ROWS, READ_ROWS -> Kernel.argument(i) + "v, " + Kernel.argument(i) + "n";
            default -> fromObjects(i);
          });
    }
    return String.join(", ", arguments);
  }

  /** One argument out of an array of objects. */
  String fromObjects(int argument) {
    return "("
        + kernel.method().parameters().get(argument).java()
        + ") arguments["
        + argument
        + "]";
  }
}
