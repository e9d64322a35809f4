package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;

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

  /** {@code long[] p1, int p2}. */
  String parameters() {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < kernel.method().parameters().size(); i++) {
      parameters.add(kernel.method().parameters().get(i).java() + " " + Kernel.argument(i));
    }
    return String.join(", ", parameters);
  }

  /** {@code p1, p2}. */
  String names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < kernel.method().parameters().size(); i++) {
      names.add(Kernel.argument(i));
    }
    return String.join(", ", names);
  }

  /** The same for a technique: with the array that takes the status. */
  String wireParameters() {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < kernel.method().parameters().size(); i++) {
      parameters.add(kernel.method().parameters().get(i).wire() + " " + Kernel.argument(i));
    }
    parameters.add("int[] status");
    return String.join(", ", parameters);
  }

  /** What a technique gives where it gives nothing; empty where there is no result. */
  String noResult() {
    Passed result = kernel.method().result();
    return switch (result.form()) {
      case NOTHING -> "";
      case SCALAR -> result.isFlag() ? "false" : "0";
      case ARRAY, READ, TEXT -> "null";
    };
  }

  /** Java's own method with the arguments by their names. */
  String toMethod() {
    FlatMethod method = kernel.method();
    if (method.callable()) {
      return method.simpleName() + "." + method.name() + "(" + names() + ")";
    }
    boolean nothing = method.result().is(Passed.Form.NOTHING);
    String cast = nothing ? "" : "(" + method.result().java() + ") ";
    return cast + "JAVA.invokeExact(" + names() + ")";
  }

  /** Arguments out of an array of objects. */
  String fromObjects(boolean wire) {
    List<String> arguments = new ArrayList<>();
    List<Passed> parameters = kernel.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      boolean text = wire && parameters.get(i).is(Passed.Form.TEXT);
      String argument = "(" + parameters.get(i).java() + ") arguments[" + i + "]";
      arguments.add(text ? "(" + argument + ").toCharArray()" : argument);
    }
    return String.join(", ", arguments);
  }
}
