package io.github.rustfit.trial.port;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.VariableElement;

/** Statements of one method. */
final class Statements {

  private final Module module;
  private final Locals locals;
  private final Consumer<Refused> refusals;
  private final Frames frames = new Frames();
  private final Expressions expressions;
  private final Loops loops;
  private final Switches switches;
  private final Declarations declarations;

  Statements(Module module, Locals locals, Consumer<Refused> refusals) {
    this.module = module;
    this.locals = locals;
    this.refusals = refusals;
    this.expressions = new Expressions(module, locals, this);
    this.loops = new Loops(module, locals, expressions, this, frames);
    this.switches = new Switches(module, locals, expressions, this, frames);
    this.declarations = new Declarations(module, locals, expressions);
  }

  Declarations declarations() {
    return declarations;
  }

  Code switchValue(SwitchExpressionTree tree) {
    return switches.value(tree);
  }

  /** The statements of a block. */
  Lines block(List<? extends StatementTree> statements) {
    Lines lines = new Lines();
    for (StatementTree one : statements) {
      if (!locals.routine().uses().partOfSwap(one)) {
        add(one, lines);
      }
    }
    return lines;
  }

  /** A statement as a block, without braces around it. */
  Lines body(StatementTree statement) {
    return statement instanceof BlockTree block
        ? block(block.getStatements())
        : block(List.of(statement));
  }

  /** A statement; what is refused in it is noted, and the rest is looked at all the same. */
  void add(StatementTree statement, Lines lines) {
    String comment = module.commentBefore(statement);
    if (!comment.isEmpty()) {
      lines.addAll(comment.lines().toList());
    }
    try {
      statement(statement, lines);
    } catch (Refused refused) {
      refusals.accept(refused);
    }
  }

  private void statement(StatementTree tree, Lines lines) {
    switch (tree.getKind()) {
      case EMPTY_STATEMENT, ASSERT -> {} // assertions are off unless somebody asks for them
      case BLOCK -> braces("", ((BlockTree) tree).getStatements(), lines);
      case VARIABLE -> variable((VariableTree) tree, lines);
      case EXPRESSION_STATEMENT ->
          expression(
              tree, ((com.sun.source.tree.ExpressionStatementTree) tree).getExpression(), lines);
      case IF -> branch((IfTree) tree, lines, "");
      case WHILE_LOOP -> loops.whileLoop((WhileLoopTree) tree, lines);
      case DO_WHILE_LOOP -> loops.doLoop((DoWhileLoopTree) tree, lines);
      case FOR_LOOP -> loops.forLoop((ForLoopTree) tree, lines);
      case ENHANCED_FOR_LOOP -> loops.forEach((EnhancedForLoopTree) tree, lines);
      case SWITCH -> switches.statement((SwitchTree) tree, lines);
      case LABELED_STATEMENT -> labelled((LabeledStatementTree) tree, lines);
      case BREAK -> lines.add(frames.breaking((BreakTree) tree));
      case CONTINUE -> lines.add(frames.continuing((ContinueTree) tree));
      case RETURN -> lines.add(returned((ReturnTree) tree));
      case THROW -> lines.add("return Err(Refused::ToJava);");
      case YIELD -> switches.yielded(((YieldTree) tree).getValue(), lines);
      case TRY -> throw new Refused(tree, "a try statement");
      case SYNCHRONIZED -> throw new Refused(tree, "a synchronized block");
      default -> throw new Refused(tree, "a statement with " + Expressions.word(tree));
    }
  }

  private void braces(String label, List<? extends StatementTree> statements, Lines lines) {
    lines.add(label + "{");
    lines.block(block(statements));
    lines.add("}");
  }

  private void variable(VariableTree tree, Lines lines) {
    Optional<Uses.Swap> swap = locals.routine().uses().swap(tree);
    if (swap.isPresent()) {
      lines.add(exchanged(swap.get(), tree));
    } else {
      lines.addAll(declarations.lines(tree));
    }
  }

  private String exchanged(Uses.Swap swap, Tree at) {
    for (VariableElement one : List.of(swap.first(), swap.second())) {
      if (locals.storage(one, at) != Storage.OWNED) {
        throw new Refused(at, "arrays that change places, of which one is not made here");
      }
    }
    return "std::mem::swap(&mut "
        + locals.name(swap.first())
        + ", &mut "
        + locals.name(swap.second())
        + ");";
  }

  /** An expression whose value nobody wants. */
  void expression(Tree statement, ExpressionTree tree, Lines lines) {
    Optional<Uses.Swap> swap = locals.routine().uses().swap(statement);
    Tree plain = Facts.plain(tree);
    if (swap.isPresent()) {
      lines.add(exchanged(swap.get(), statement));
      return;
    }
    List<String> all;
    if (plain instanceof AssignmentTree assignment) {
      all = expressions.assignments().statement(assignment);
    } else if (plain instanceof CompoundAssignmentTree compound) {
      all = expressions.assignments().statement(compound);
    } else if (plain instanceof UnaryTree step) {
      all = expressions.assignments().statement(step);
    } else if (plain instanceof MethodInvocationTree call) {
      all = expressions.calls().statement(call);
    } else {
      throw new Refused(tree, "a statement with " + Expressions.word(plain));
    }
    lines.addAll(all);
  }

  private void branch(IfTree tree, Lines lines, String before) {
    lines.add(before + "if " + expressions.condition(tree.getCondition()) + " {");
    lines.block(body(tree.getThenStatement()));
    StatementTree other = tree.getElseStatement();
    if (other instanceof IfTree next && module.commentBefore(next).isEmpty()) {
      branch(next, lines, "} else ");
      return;
    }
    if (other != null) {
      lines.add("} else {");
      lines.block(body(other));
    }
    lines.add("}");
  }

  private void labelled(LabeledStatementTree tree, Lines lines) {
    frames.label(tree);
    StatementTree inner = tree.getStatement();
    switch (inner.getKind()) {
      case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP, SWITCH, LABELED_STATEMENT ->
          statement(inner, lines);
      default -> {
        Frames.Frame frame =
            frames.open(Frames.Kind.BLOCK, inner, Naming.snake(tree.getLabel().toString()));
        Lines body = body(inner);
        frames.close();
        lines.add(frame.prefix() + "{");
        lines.block(body);
        lines.add("}");
      }
    }
    frames.unlabel();
  }

  private String returned(ReturnTree tree) {
    ExpressionTree value = tree.getExpression();
    if (value == null) {
      return "return Ok(());";
    }
    JavaType type =
        JavaType.of(locals.routine().element().getReturnType())
            .orElseThrow(
                () -> new Refused(tree, "a result of type " + module.facts().typeName(value)));
    return type.sort().value()
        ? "return Ok(" + expressions.as(value, type.sort()).text() + ");"
        : "return " + declarations.given(value) + ";";
  }
}
