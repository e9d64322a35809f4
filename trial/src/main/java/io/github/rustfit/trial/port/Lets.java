package io.github.rustfit.trial.port;

import java.util.ArrayList;
import java.util.List;

/** Values that are taken before the expression that they are a part of. */
final class Lets {

  private final Locals locals;
  private final List<String> lines = new ArrayList<>();

  Lets(Locals locals) {
    this.locals = locals;
  }

  /** Takes a value now; its name. */
  String take(String hint, Code value) {
    String name = locals.temporary(hint);
    lines.add("let " + name + " = " + value.typed().text() + ";");
    return name;
  }

  void add(String statement) {
    lines.add(statement);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<String> lines() {
    return lines;
  }

  /** The expression, with what is taken before it. */
  Code wrap(Code code) {
    return lines.isEmpty()
        ? code
        : Code.low("{ " + String.join(" ", lines) + " " + code.typed().text() + " }", code.sort());
  }
}
