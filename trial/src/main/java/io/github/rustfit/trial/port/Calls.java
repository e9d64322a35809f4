package io.github.rustfit.trial.port;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Calls of methods that come along, and of those of the JDK that Rust has. */
final class Calls {

  private final Module module;
  private final Locals locals;
  private final Expressions expressions;

  Calls(Module module, Locals locals, Expressions expressions) {
    this.module = module;
    this.locals = locals;
    this.expressions = expressions;
  }

  private ExecutableElement called(MethodInvocationTree tree) {
    return module
        .facts()
        .element(tree)
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .orElseThrow(() -> new Refused(tree, "the call of " + tree.getMethodSelect()));
  }

  private static String owner(ExecutableElement method) {
    return Objects.requireNonNull((TypeElement) method.getEnclosingElement())
        .getQualifiedName()
        .toString();
  }

  private static String text(ExecutableElement method) {
    TypeElement owner = Objects.requireNonNull((TypeElement) method.getEnclosingElement());
    return owner.getSimpleName() + "." + method.getSimpleName();
  }

  /** A call that gives a value. */
  Code value(MethodInvocationTree tree) {
    ExecutableElement method = called(tree);
    Lets lets = new Lets(locals);
    Optional<Routine> routine = module.routine(method);
    if (routine.isPresent()) {
      Sort sort = expressions.type(tree).sort();
      if (!sort.value()) {
        throw new Refused(tree, "the array that " + text(method) + " gives, as a value");
      }
      return lets.wrap(Code.atom(own(tree, routine.get(), lets), sort));
    }
    refuseProject(tree, method);
    Optional<Code> special = special(tree, method, lets);
    if (special.isPresent()) {
      return lets.wrap(special.get());
    }
    Sort sort = expressions.type(tree).sort();
    if (method.isVarArgs() || !method.getModifiers().contains(Modifier.STATIC)) {
      throw new Refused(tree, "the call of " + text(method));
    }
    List<Code> arguments = new ArrayList<>();
    for (int i = 0; i < tree.getArguments().size(); i++) {
      Optional<JavaType> type = JavaType.of(method.getParameters().get(i).asType());
      if (type.isEmpty() || !type.get().sort().value()) {
        throw new Refused(tree, "the call of " + text(method));
      }
      arguments.add(expressions.as(tree.getArguments().get(i), type.get().sort()));
    }
    return Library.call(owner(method), method.getSimpleName().toString(), sort, arguments)
        .orElseThrow(() -> new Refused(tree, "the call of " + text(method)));
  }

  private void refuseProject(Tree tree, ExecutableElement method) {
    if (module.ofProject(method)) {
      String why =
          method.getModifiers().contains(Modifier.STATIC)
              ? ", whose source is not here"
              : ", a method of an object";
      throw new Refused(tree, "the call of " + text(method) + why);
    }
  }

  /** What takes an array or a text and gives a value. */
  private Optional<Code> special(MethodInvocationTree tree, ExecutableElement method, Lets lets) {
    String name = method.getSimpleName().toString();
    List<? extends ExpressionTree> arguments = tree.getArguments();
    if (owner(method).equals("java.util.Arrays")
        && name.equals("equals")
        && arguments.size() == 2) {
      return Optional.of(equal(tree, lets));
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      if (owner(method).equals("java.lang.String")
          && Facts.plain(select.getExpression()) instanceof IdentifierTree text) {
        return ofText(name, text, arguments, lets);
      }
      if (owner(method).equals("java.lang.Enum") && name.equals("ordinal")) {
        Code value = expressions.value(select.getExpression());
        return Optional.of(new Code(value.text(), value.level(), Sort.INT, false));
      }
    }
    return Optional.empty();
  }

  private Code equal(MethodInvocationTree tree, Lets lets) {
    ExpressionTree a = tree.getArguments().get(0);
    ExpressionTree b = tree.getArguments().get(1);
    Sort sort = expressions.type(a).inner().sort();
    if (!sort.value() || sort.floating() || !module.writes().of(tree).none()) {
      throw new Refused(tree, "the call of Arrays.equals");
    }
    return Code.at(Code.Level.COMPARE, slice(a, lets) + " == " + slice(b, lets), Sort.BOOLEAN);
  }

  /** What may stand where only a slice is meant. */
  private String slice(ExpressionTree array, Lets lets) {
    String reference = expressions.arrays().reference(array, false, false, lets);
    return reference.startsWith("if ")
        ? "(" + reference + ")[..]"
        : (reference.startsWith("&") ? reference.substring(1) : reference) + "[..]";
  }

  private Optional<Code> ofText(
      String name, IdentifierTree text, List<? extends ExpressionTree> arguments, Lets lets) {
    VariableElement variable = module.facts().variable(text).filter(Locals::local).orElse(null);
    if (variable == null || locals.storage(variable, text) != Storage.SHARED) {
      return Optional.empty();
    }
    String units = locals.name(variable);
    return switch (name) {
      case "length" -> Optional.of(Code.atom("java::len(" + units + ")", Sort.INT));
      case "isEmpty" -> Optional.of(Code.atom(units + ".is_empty()", Sort.BOOLEAN));
      case "charAt" ->
          Optional.of(
              Code.atom(
                  "java::at("
                      + units
                      + ", "
                      + expressions.as(arguments.get(0), Sort.INT).text()
                      + ")?",
                  Sort.CHAR));
      default -> Optional.empty();
    };
  }

  /** A call that gives a new array. */
  String array(MethodInvocationTree tree) {
    ExecutableElement method = called(tree);
    Optional<Routine> routine = module.routine(method);
    Lets lets = new Lets(locals);
    if (routine.isPresent()) {
      expressions.type(tree);
      return lets.wrap(Code.atom(own(tree, routine.get(), lets), Sort.ARRAY)).text();
    }
    refuseProject(tree, method);
    return new ArrayCalls(module, locals, expressions).fresh(tree, method, text(method));
  }

  /** A call as a statement, its lines. */
  List<String> statement(MethodInvocationTree tree) {
    ExecutableElement method = called(tree);
    Optional<Routine> routine = module.routine(method);
    Lets lets = new Lets(locals);
    if (routine.isPresent()) {
      lets.add(own(tree, routine.get(), lets) + ";");
      return lets.lines();
    }
    refuseProject(tree, method);
    String owner = owner(method);
    String name = method.getSimpleName().toString();
    if (owner.equals("java.lang.System") && name.equals("arraycopy")
        || owner.equals("java.util.Arrays") && (name.equals("fill") || name.equals("sort"))) {
      return new ArrayCalls(module, locals, expressions).statement(tree, name, text(method));
    }
    lets.add("let _ = " + value(tree).typed().text() + ";");
    return lets.lines();
  }

  private String own(MethodInvocationTree tree, Routine routine, Lets lets) {
    ExecutableElement method = routine.element();
    if (method.isVarArgs()) {
      throw new Refused(
          tree, "the call of " + text(method) + " with as many arguments as one likes");
    }
    List<String> arguments =
        arguments(tree, tree.getArguments(), routine.parameters(), routine::written, lets);
    if (routine.deep()) {
      arguments.add(0, "stack");
    }
    String name = routine.name();
    return (locals.hides(name) ? "self::" : "") + name + "(" + String.join(", ", arguments) + ")?";
  }

  /** Arguments in the order in which Java computes them. */
  private List<String> arguments(
      Tree at,
      List<? extends ExpressionTree> trees,
      List<VariableElement> parameters,
      Function<Integer, Boolean> written,
      Lets lets) {
    Set<VariableElement> arrays = new HashSet<>();
    boolean anyWritten = false;
    boolean passed = false;
    for (int i = 0; i < trees.size(); i++) {
      if (!locals.type(parameters.get(i), at).sort().value()) {
        Set<VariableElement> roots = module.writes().roots(trees.get(i));
        for (int k = 0; k < i; k++) {
          boolean shared =
              !locals.type(parameters.get(k), at).sort().value()
                  && module.writes().roots(trees.get(k)).stream().anyMatch(roots::contains);
          if (shared && (written.apply(i) || written.apply(k))) {
            throw new Refused(at, "an array that is passed twice and written");
          }
        }
        arrays.addAll(roots);
        passed = true;
        anyWritten |= written.apply(i);
      }
    }
    Effects effects = module.writes().of(trees);
    if (effects.assignsAny(arrays)) {
      throw new Refused(at, "an array whose variable gets another in the same call");
    }
    // What is taken before keeps its order only if all of it is.
    boolean early = passed && !effects.none();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      ExpressionTree tree = trees.get(i);
      JavaType type = locals.type(parameters.get(i), tree);
      if (!type.sort().value()) {
        boolean made = Writes.fresh(tree) && anyWritten && !expressions.simple(tree);
        texts.add(reference(tree, type, written.apply(i), early || made, lets));
        continue;
      }
      Code code = expressions.as(tree, type.sort());
      boolean now = early || (anyWritten && !expressions.simple(tree));
      boolean fixed =
          code.number() || code.sort() == Sort.BOOLEAN && code.text().matches("true|false");
      texts.add(now && !fixed ? lets.take("argument", code) : code.text());
    }
    return texts;
  }

  private String reference(
      ExpressionTree tree, JavaType type, boolean write, boolean early, Lets lets) {
    if (type.sort() == Sort.TEXT) {
      VariableElement text =
          module
              .facts()
              .variable(tree)
              .filter(Locals::local)
              .orElseThrow(() -> new Refused(tree, "a text that is no parameter"));
      locals.storage(text, tree);
      return locals.name(text);
    }
    return expressions.arrays().reference(tree, write, early, lets);
  }
}
