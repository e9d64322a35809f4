package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;

/** Variables where they are declared, and arrays where they are given back. */
final class Declarations {

  private final Module module;
  private final Locals locals;
  private final Expressions expressions;

  Declarations(Module module, Locals locals, Expressions expressions) {
    this.module = module;
    this.locals = locals;
    this.expressions = expressions;
  }

  /** A local variable. */
  List<String> lines(VariableTree tree) {
    VariableElement variable =
        module.facts().variable(tree).orElseThrow(() -> new Refused(tree, "a variable"));
    JavaType type = locals.type(variable, tree);
    ExpressionTree initial = tree.getInitializer();
    String name = locals.name(variable);
    String start = "let " + (locals.mutable(variable, tree) ? "mut " : "") + name + ": ";
    Lets lets = new Lets(locals);
    switch (locals.storage(variable, tree)) {
      case VALUE ->
          lets.add(
              start
                  + type.sort().rust()
                  + " = "
                  + (initial == null ? type.zero() : expressions.as(initial, type.sort()).text())
                  + ";");
      case OWNED ->
          lets.add(
              start
                  + type.owned()
                  + " = "
                  + (initial == null ? type.zero() : expressions.arrays().owned(initial, lets))
                  + ";");
      case SHARED -> {
        String value = initial == null ? "&[]" : expressions.arrays().read(initial, lets);
        lets.add(start + "&" + type.borrowed() + " = " + value + ";");
      }
      case UNIQUE -> {
        if (initial == null) {
          throw new Refused(tree, variable + " is a name for an array, given later");
        }
        boolean frozen = !module.writes().of(initial).none();
        String value = expressions.arrays().reference(initial, true, frozen, lets);
        lets.add(start + "&mut " + type.borrowed() + " = " + value + ";");
      }
      case ALIAS -> {
        if (initial == null) {
          throw new Refused(tree, variable + " is a name for an array, given later");
        }
        alias(variable, initial, lets);
      }
    }
    return lets.lines();
  }

  /** Another name: its row is found once, and named by its indices afterwards. */
  private void alias(VariableElement variable, ExpressionTree initial, Lets lets) {
    List<ExpressionTree> indices = new ArrayList<>();
    Tree base = Facts.plain(initial);
    while (base instanceof ArrayAccessTree access) {
      indices.add(0, access.getIndex());
      base = Facts.plain(access.getExpression());
    }
    if (!(base instanceof IdentifierTree)) {
      throw new Refused(initial, variable + " is a second name for an array");
    }
    List<String> texts = new ArrayList<>();
    for (ExpressionTree index : indices) {
      texts.add(expressions.arrays().index(index, true, lets));
    }
    locals.alias(variable, new Locals.Alias(base, texts));
    if (!texts.isEmpty()) {
      // Java finds out here that there is no such row.
      String reference = expressions.arrays().reference((ExpressionTree) base, false, false, lets);
      for (String text : texts) {
        reference =
            "java::"
                + expressions.arrays().rowFunction(false)
                + "("
                + reference
                + ", "
                + text
                + ")?";
      }
      lets.add("let _ = " + reference + ";");
    }
  }

  /** An array as a result, {@code Ok} included. */
  String given(ExpressionTree value) {
    Tree plain = Facts.plain(value);
    if (plain.getKind() == Tree.Kind.NULL_LITERAL && locals.entry()) {
      return "Err(Refused::ToJava)";
    }
    if (Writes.fresh(plain)) {
      return "Ok(" + expressions.arrays().fresh(value) + ")";
    }
    if (plain instanceof ConditionalExpressionTree choice) {
      return "if "
          + expressions.condition(choice.getCondition())
          + " { "
          + given(choice.getTrueExpression())
          + " } else { "
          + given(choice.getFalseExpression())
          + " }";
    }
    if (plain instanceof IdentifierTree) {
      VariableElement variable =
          module
              .facts()
              .variable(plain)
              .filter(Locals::local)
              .orElseThrow(() -> new Refused(value, "a table that is given back"));
      Storage storage = locals.storage(variable, value);
      if (storage == Storage.OWNED && !locals.copied(variable)) {
        return "Ok(" + locals.name(variable) + ")";
      }
      if (locals.entry() && locals.routine().index(variable).isPresent()) {
        // Java gives back the array itself, which is more than its elements.
        return "Err(Refused::ToJava)";
      }
    }
    throw new Refused(value, "an array that is given back and has another name");
  }
}
