package io.github.rustfit.trial.port;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Methods of the JDK that copy, fill and sort arrays. */
final class ArrayCalls {

  private final Module module;
  private final Locals locals;
  private final Expressions expressions;

  ArrayCalls(Module module, Locals locals, Expressions expressions) {
    this.module = module;
    this.locals = locals;
    this.expressions = expressions;
  }

  /** A call that gives a new array. */
  String fresh(MethodInvocationTree tree, ExecutableElement method, String text) {
    String name = method.getSimpleName().toString();
    String owner =
        Objects.requireNonNull((TypeElement) method.getEnclosingElement())
            .getQualifiedName()
            .toString();
    if (name.equals("clone") && tree.getMethodSelect() instanceof MemberSelectTree select) {
      flat(select.getExpression(), tree, text);
      Lets lets = new Lets(locals);
      String array = expressions.arrays().reference(select.getExpression(), false, false, lets);
      if (!lets.isEmpty()) {
        throw new Refused(tree, "a row that is copied while its index is computed");
      }
      return "java::copy_of(" + array + ", 0, java::len(" + array + "))?";
    }
    boolean copy = name.equals("copyOf") || name.equals("copyOfRange");
    if (!owner.equals("java.util.Arrays") || !copy) {
      throw new Refused(tree, "the call of " + text);
    }
    List<? extends ExpressionTree> arguments = tree.getArguments();
    flat(arguments.get(0), tree, text);
    if (!module.writes().of(tree).none()) {
      throw new Refused(tree, "a call of " + text + " whose arguments change something");
    }
    Lets lets = new Lets(locals);
    String array = expressions.arrays().reference(arguments.get(0), false, false, lets);
    List<String> rest = new ArrayList<>();
    if (name.equals("copyOf")) {
      rest.add("0");
    }
    for (ExpressionTree one : arguments.subList(1, arguments.size())) {
      rest.add(expressions.as(one, Sort.INT).text());
    }
    Code call =
        Code.atom("java::copy_of(" + array + ", " + String.join(", ", rest) + ")?", Sort.ARRAY);
    return lets.wrap(call).text();
  }

  /** Of an array of arrays a copy has the same rows. */
  private void flat(ExpressionTree array, MethodInvocationTree tree, String text) {
    JavaType type = expressions.type(array);
    if (!type.isArray() || !type.inner().sort().value()) {
      throw new Refused(tree, "the call of " + text + " with arrays of arrays");
    }
  }

  /** A call that changes an array, its lines. */
  List<String> statement(MethodInvocationTree tree, String name, String text) {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    int array = name.equals("arraycopy") ? 2 : 0;
    flat(arguments.get(array), tree, text);
    Effects effects = module.writes().of(arguments);
    if (!effects.none()) {
      throw new Refused(tree, "a call of " + text + " whose arguments change something");
    }
    Lets lets = new Lets(locals);
    switch (name) {
      case "fill" -> fill(arguments, lets);
      case "sort" -> sort(tree, arguments, lets);
      default -> copy(tree, arguments, lets);
    }
    return lets.lines();
  }

  private String number(ExpressionTree tree, Lets lets) {
    Code code = expressions.as(tree, Sort.INT);
    return expressions.simple(tree) ? code.text() : lets.take("at", code);
  }

  private void fill(List<? extends ExpressionTree> arguments, Lets lets) {
    ExpressionTree array = arguments.get(0);
    ExpressionTree last = arguments.get(arguments.size() - 1);
    Sort sort = expressions.type(array).inner().sort();
    boolean part = arguments.size() == 4;
    String from = part ? number(arguments.get(1), lets) : "";
    String to = part ? number(arguments.get(2), lets) : "";
    Code code = expressions.as(last, sort);
    String value = expressions.simple(last) ? code.text() : lets.take("value", code);
    String reference = expressions.arrays().reference(array, true, false, lets);
    lets.add(
        part
            ? "java::fill(" + reference + ", " + from + ", " + to + ", " + value + ")?;"
            : receiver(reference) + ".fill(" + value + ");");
  }

  private static String receiver(String reference) {
    return reference.startsWith("&mut ") ? reference.substring(5) : reference;
  }

  private void sort(
      MethodInvocationTree tree, List<? extends ExpressionTree> arguments, Lets lets) {
    Sort sort = expressions.type(arguments.get(0)).inner().sort();
    if (arguments.size() != 1 || !sort.whole()) {
      throw new Refused(tree, "a call of Arrays.sort with more than an array of whole numbers");
    }
    String reference = expressions.arrays().reference(arguments.get(0), true, false, lets);
    lets.add(receiver(reference) + ".sort_unstable();");
  }

  private void copy(
      MethodInvocationTree tree, List<? extends ExpressionTree> arguments, Lets lets) {
    ExpressionTree from = arguments.get(0);
    ExpressionTree to = arguments.get(2);
    if (!expressions.type(from).equals(expressions.type(to))) {
      throw new Refused(tree, "a call of System.arraycopy between arrays of two types");
    }
    String start = number(arguments.get(1), lets);
    String at = number(arguments.get(3), lets);
    String length = number(arguments.get(4), lets);
    Set<VariableElement> roots = module.writes().roots(to);
    boolean shared = module.writes().roots(from).stream().anyMatch(roots::contains);
    String target = expressions.arrays().reference(to, true, false, lets);
    if (shared) {
      String same = expressions.arrays().reference(from, true, false, lets);
      boolean named = !target.contains("(");
      if (!same.equals(target) || !named) {
        throw new Refused(tree, "a call of System.arraycopy between rows of one array");
      }
      lets.add("java::copy_within(" + target + ", " + start + ", " + at + ", " + length + ")?;");
      return;
    }
    String source = expressions.arrays().reference(from, false, false, lets);
    lets.add("java::copy(" + String.join(", ", List.of(source, start, target, at, length)) + ")?;");
  }
}
