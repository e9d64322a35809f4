package io.github.rustfit.trial.port;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.rustfit.trial.compiler.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Writes the functions of a port. */
final class Translation {

  private final Module module;
  private final Map<ExecutableElement, Routine> routines;
  private final Routine entry;
  private final String function;
  private final Consumer<Refused> refusals;

  Translation(
      Module module,
      Map<ExecutableElement, Routine> routines,
      Routine entry,
      String function,
      Consumer<Refused> refusals) {
    this.module = module;
    this.routines = routines;
    this.entry = entry;
    this.function = function;
    this.refusals = refusals;
  }

  /** The items of the module; what was refused is noted. */
  String text() {
    boolean calledWithin = names() || entry.hasCells();
    List<String> functions = new ArrayList<>();
    if (calledWithin) {
      attempt(functions, this::front);
    }
    for (Routine routine : routines.values()) {
      attempt(functions, () -> function(routine, routine == entry && !calledWithin));
    }
    String items = module.items().text();
    return items + (items.isEmpty() ? "" : "\n") + String.join("\n", functions);
  }

  private void attempt(List<String> functions, Supplier<String> function) {
    try {
      functions.add(function.get());
    } catch (Refused refused) {
      refusals.accept(refused);
    }
  }

  /** Gives names; whether the entry is called by what it calls, and needs a front. */
  private boolean names() {
    Naming naming = new Naming();
    naming.take(function);
    boolean within = false;
    for (Routine routine : routines.values()) {
      within |=
          routine.uses().calls().stream()
              .anyMatch(
                  call -> module.facts().element(call).filter(entry.element()::equals).isPresent());
    }
    for (Routine routine : routines.values()) {
      if (routine == entry && !within && !entry.hasCells()) {
        routine.name(function);
      } else {
        String plain = Naming.snake(routine.element().getSimpleName().toString());
        routine.name(naming.unused(plain));
      }
    }
    return within;
  }

  /** The function that is called from outside, where the method itself is called by others, too. */
  private String front() {
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    if (entry.deep()) {
      arguments.add("java::Stack::new()");
    }
    Locals locals = new Locals(entry, module.writes(), module.facts(), true);
    for (int i = 0; i < entry.parameters().size(); i++) {
      VariableElement one = entry.parameters().get(i);
      String name = locals.name(one);
      Tree at = entry.source().tree();
      boolean cell = entry.cell(i);
      parameters.add(
          name
              + ": "
              + (cell
                  ? "&mut " + locals.type(one, at).inner().sort().rust()
                  : parameter(locals, one, at)));
      arguments.add(cell ? "std::slice::from_mut(" + name + ")" : name);
    }
    return "pub fn "
        + function
        + "("
        + String.join(", ", parameters)
        + ") -> Result<"
        + result(entry)
        + ", Refused> {\n    "
        + (locals.hides(entry.name()) ? "self::" : "")
        + entry.name()
        + "("
        + String.join(", ", arguments)
        + ")\n}\n";
  }

  private static String result(Routine routine) {
    Tree at = routine.source().tree();
    JavaType type =
        JavaType.of(routine.element().getReturnType())
            .orElseThrow(
                () -> new Refused(at, "a result of type " + routine.element().getReturnType()));
    if (type.sort() == Sort.TEXT) {
      throw new Refused(at, "a result that is a text");
    }
    return type.isArray() ? type.owned() : type.sort().rust();
  }

  private static String parameter(Locals locals, VariableElement variable, Tree at) {
    JavaType type = locals.type(variable, at);
    return switch (locals.storage(variable, at)) {
      case VALUE -> type.sort().rust();
      case UNIQUE -> "&mut " + type.borrowed();
      default -> "&" + type.borrowed();
    };
  }

  private String function(Routine routine, boolean isEntry) {
    Locals locals = new Locals(routine, module.writes(), module.facts(), isEntry);
    Compilation.Source source = routine.source();
    MethodTree tree = source.tree();
    if (tree.getBody() == null) {
      throw new Refused(tree, "a method without a body");
    }
    if (!tree.getTypeParameters().isEmpty()) {
      throw new Refused(tree, "a method with type parameters");
    }
    List<String> parameters = new ArrayList<>();
    if (routine.deep() && !isEntry) {
      parameters.add("stack: java::Stack");
    }
    for (VariableTree each : tree.getParameters()) {
      VariableElement one = module.facts().variable(each).orElseThrow();
      parameters.add(
          (locals.type(one, each).sort().value() && routine.uses().reassigned(one) ? "mut " : "")
              + locals.name(one)
              + ": "
              + parameter(locals, one, each));
    }
    String result = result(routine);
    Lines body = new Lines();
    if (routine.deep() && isEntry) {
      body.add("let stack = java::Stack::new();");
    } else if (routine.recursive()) {
      body.add("let stack = stack.deeper()?;");
    }
    Statements statements = new Statements(module, locals, refusals);
    List<? extends StatementTree> all = tree.getBody().getStatements();
    body.append(statements.block(all));
    end(body, all, result.equals("()"));
    Lines lines = new Lines();
    lines.add(
        (isEntry ? "pub " : "")
            + "fn "
            + routine.name()
            + "("
            + String.join(", ", parameters)
            + ") -> Result<"
            + result
            + ", Refused> {");
    lines.block(body);
    lines.add("}");
    return "/// `" + place(source) + "`\n" + lines.text();
  }

  private String place(Compilation.Source source) {
    return Compilation.owner(source.element()).getSimpleName()
        + "."
        + source.element().getSimpleName()
        + "`, line `"
        + module.line(source.tree());
  }

  /** How a body ends where nothing was returned. */
  private static void end(Lines body, List<? extends StatementTree> all, boolean nothing) {
    boolean done =
        !all.isEmpty()
            && switch (all.get(all.size() - 1).getKind()) {
              case RETURN, THROW -> true;
              default -> false;
            };
    if (nothing && !done) {
      body.add("Ok(())");
    } else if (!done) {
      // Java's compiler knows that this is not reached.
      body.add("Err(Refused::ToJava)");
    } else {
      body.endWithValue();
    }
  }
}
