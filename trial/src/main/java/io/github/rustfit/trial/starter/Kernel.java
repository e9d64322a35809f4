package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A method with the names that its port has.
 *
 * @param method the method
 * @param function the function in Rust, an identifier
 * @param module the file of the function, and the stem of exported symbols: no identifier, as it
 *     may be a keyword, but a part of one
 * @param binding the class in Java, without its package
 */
record Kernel(FlatMethod method, String function, String module, String binding) {

  /** Gives each method names that no other has; the first of several keeps the plain one. */
  static List<Kernel> of(List<FlatMethod> methods) {
    List<Kernel> kernels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (FlatMethod method : methods) {
      String module = Names.snake(method.simpleName()) + "_" + Names.snake(method.name());
      String binding = Names.capital(method.simpleName()) + Names.capital(method.name()) + "InRust";
      String suffix = "";
      // File systems that do not tell capitals apart must not mix two bindings.
      for (int i = 2; !taken.add(module + suffix) || clash(taken, binding + suffix); i++) {
        suffix = "_" + i;
      }
      taken.add("/" + binding.toLowerCase(Locale.ROOT) + suffix);
      kernels.add(new Kernel(method, Names.rust(method.name()), module + suffix, binding + suffix));
    }
    return kernels;
  }

  private static boolean clash(Set<String> taken, String binding) {
    return taken.contains("/" + binding.toLowerCase(Locale.ROOT));
  }

  /** An identifier for the module. */
  String moduleName() {
    return Names.rust(module);
  }

  /** The name of an argument. */
  static String argument(int index) {
    return "p" + (index + 1);
  }

  /**
   * One of what a technique takes.
   *
   * @param name its name, in Java and in Rust
   * @param passed what it is: rows are their elements behind each other, and then their lengths
   */
  record Wire(String name, Passed passed) {}

  /** What a technique takes, in order. */
  List<Wire> wire() {
    List<Wire> wire = new ArrayList<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      Passed passed = method.parameters().get(i);
      if (passed.isRows()) {
        wire.add(new Wire(argument(i) + "v", passed.joined()));
        wire.add(new Wire(argument(i) + "n", new Passed(Passed.Form.READ, Primitive.INT)));
      } else {
        wire.add(new Wire(argument(i), passed));
      }
    }
    return wire;
  }

  /** The folder of its classes below a source root; empty, or with a slash at its end. */
  String folder() {
    String name = method.packageName();
    return name.isEmpty() ? "" : name.replace('.', '/') + "/";
  }

  /** The class in Java, with its package. */
  String bindingName() {
    String name = method.packageName();
    return name.isEmpty() ? binding : name + "." + binding;
  }
}
