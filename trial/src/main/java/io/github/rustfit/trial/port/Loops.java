package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Loops. */
final class Loops {

  private final Module module;
  private final Locals locals;
  private final Expressions expressions;
  private final Statements statements;
  private final Frames frames;

  Loops(
      Module module, Locals locals, Expressions expressions, Statements statements, Frames frames) {
    this.module = module;
    this.locals = locals;
    this.expressions = expressions;
    this.statements = statements;
    this.frames = frames;
  }

  private boolean endless(@Nullable ExpressionTree condition) {
    return condition == null
        || new Constants(module.facts()).of(condition).filter(Boolean.TRUE::equals).isPresent();
  }

  private String head(@Nullable ExpressionTree condition) {
    return condition == null || endless(condition)
        ? "loop {"
        : "while " + expressions.condition(condition) + " {";
  }

  void whileLoop(WhileLoopTree tree, Lines lines) {
    String head = head(tree.getCondition());
    Frames.Frame frame = frames.open(Frames.Kind.LOOP, tree, "around");
    Lines body = statements.body(tree.getStatement());
    frames.close();
    lines.add(frame.prefix() + head);
    lines.block(body);
    lines.add("}");
  }

  void doLoop(DoWhileLoopTree tree, Lines lines) {
    Frames.Frame frame = frames.open(Frames.Kind.LOOP, tree, "around");
    Lines body = round(tree, tree.getStatement());
    if (!endless(tree.getCondition())) {
      body.add("if !(" + expressions.value(tree.getCondition()).text() + ") {");
      body.add("    break;");
      body.add("}");
    }
    frames.close();
    lines.add(frame.prefix() + "loop {");
    lines.block(body);
    lines.add("}");
  }

  /** The body of a loop that does something after each round, even one that is cut short. */
  private Lines round(Tree loop, StatementTree statement) {
    if (!frames.continues(loop, statement)) {
      return statements.body(statement);
    }
    Frames.Frame round = frames.open(Frames.Kind.ROUND, loop, "round");
    Lines inner = statements.body(statement);
    frames.close();
    Lines body = new Lines();
    body.add(round.prefix() + "{");
    body.block(inner);
    body.add("}");
    return body;
  }

  void forLoop(ForLoopTree tree, Lines lines) {
    Optional<String> range = range(tree);
    if (range.isPresent()) {
      Frames.Frame frame = frames.open(Frames.Kind.LOOP, tree, "around");
      Lines body = statements.body(tree.getStatement());
      frames.close();
      lines.add(frame.prefix() + range.get());
      lines.block(body);
      lines.add("}");
      return;
    }
    Lines all = new Lines();
    boolean scope = false;
    for (StatementTree one : tree.getInitializer()) {
      scope |= one instanceof VariableTree;
      statements.add(one, all);
    }
    String head = head(tree.getCondition());
    Frames.Frame frame = frames.open(Frames.Kind.LOOP, tree, "around");
    Lines body =
        tree.getUpdate().isEmpty()
            ? statements.body(tree.getStatement())
            : round(tree, tree.getStatement());
    for (ExpressionStatementTree one : tree.getUpdate()) {
      statements.expression(one, one.getExpression(), body);
    }
    frames.close();
    all.add(frame.prefix() + head);
    all.block(body);
    all.add("}");
    if (scope) {
      lines.add("{");
      lines.block(all);
      lines.add("}");
    } else {
      lines.append(all);
    }
  }

  /** {@code for (int i = a; i < b; i++)} where nothing else changes i or b. */
  private Optional<String> range(ForLoopTree tree) {
    if (tree.getInitializer().size() != 1
        || tree.getUpdate().size() != 1
        || !(tree.getInitializer().get(0) instanceof VariableTree declaration)
        || declaration.getInitializer() == null
        || !(tree.getCondition() != null
            && Facts.plain(tree.getCondition()) instanceof BinaryTree condition)
        || condition.getKind() != Tree.Kind.LESS_THAN) {
      return Optional.empty();
    }
    Optional<VariableElement> counter = module.facts().variable(declaration);
    if (counter.isEmpty()
        || locals.type(counter.get(), declaration).sort() != Sort.INT
        || !names(condition.getLeftOperand(), counter.get())
        || !oneUp(tree.getUpdate().get(0).getExpression(), counter.get())) {
      return Optional.empty();
    }
    ExpressionTree limit = condition.getRightOperand();
    Effects effects = module.writes().of(tree.getStatement());
    Sort sort = expressions.type(limit).sort();
    if (!sort.numeric()
        || sort.promoted() != Sort.INT
        || effects.assigned().contains(counter.get())
        || !stable(limit, effects.assigned())
        || expressions.read(limit).contains(counter.get())) {
      return Optional.empty();
    }
    Code from = expressions.as(declaration.getInitializer(), Sort.INT);
    Code to = expressions.as(limit, Sort.INT);
    return Optional.of(
        "for "
            + locals.name(counter.get())
            + " in "
            + bound(from)
            + ".."
            + bound(from.number() && to.number() ? to.typed() : to)
            + " {");
  }

  private static String bound(Code code) {
    return code.in(Code.Level.UNARY);
  }

  private boolean names(ExpressionTree tree, VariableElement variable) {
    Tree plain = Facts.plain(tree);
    return plain instanceof IdentifierTree
        && module.facts().variable(plain).filter(variable::equals).isPresent();
  }

  private boolean oneUp(ExpressionTree tree, VariableElement counter) {
    Tree plain = Facts.plain(tree);
    if (plain instanceof UnaryTree step) {
      return (step.getKind() == Tree.Kind.POSTFIX_INCREMENT
              || step.getKind() == Tree.Kind.PREFIX_INCREMENT)
          && names(step.getExpression(), counter);
    }
    return plain instanceof CompoundAssignmentTree sum
        && sum.getKind() == Tree.Kind.PLUS_ASSIGNMENT
        && names(sum.getVariable(), counter)
        && new Constants(module.facts())
            .of(sum.getExpression())
            .filter(one -> one.equals(1))
            .isPresent();
  }

  /** Whether an expression gives the same however often: no elements, no calls, no division. */
  private boolean stable(ExpressionTree tree, Set<VariableElement> assigned) {
    boolean[] changes = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(Tree one, @Nullable Void nothing) {
        if (one != null) {
          switch (one.getKind()) {
            case IDENTIFIER -> changes[0] |= !fixed((IdentifierTree) one, assigned);
            case MEMBER_SELECT ->
                changes[0] |=
                    Facts.plain(((MemberSelectTree) one).getExpression())
                        instanceof MethodInvocationTree;
            case ARRAY_ACCESS -> changes[0] |= module.rowsChange() || !row((ArrayAccessTree) one);
            case PLUS, MINUS, MULTIPLY, PARENTHESIZED, INT_LITERAL, CHAR_LITERAL -> {}
            default -> changes[0] = true;
          }
        }
        return super.scan(one, nothing);
      }

      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable Void nothing) {
        return null;
      }
    }.scan(tree, null);
    return !changes[0];
  }

  private boolean row(ArrayAccessTree tree) {
    return module.facts().type(tree).filter(JavaType::isArray).isPresent();
  }

  private boolean fixed(IdentifierTree tree, Set<VariableElement> assigned) {
    Optional<VariableElement> variable = module.facts().variable(tree);
    return variable.isEmpty()
        || !assigned.contains(variable.get())
            && (Locals.local(variable.get())
                || variable.get().getConstantValue() != null
                || !variable.get().asType().getKind().isPrimitive());
  }

  void forEach(EnhancedForLoopTree tree, Lines lines) {
    VariableElement variable =
        module
            .facts()
            .variable(tree.getVariable())
            .orElseThrow(() -> new Refused(tree, "a variable"));
    ExpressionTree of = tree.getExpression();
    JavaType type = expressions.type(of);
    if (!type.isArray()) {
      throw new Refused(tree, "a loop over " + module.facts().typeName(of));
    }
    Lets lets = new Lets(locals);
    Set<VariableElement> roots = module.writes().roots(of);
    Effects effects = module.writes().of(tree.getStatement());
    if (effects.assignsAny(roots)) {
      throw new Refused(tree, "a loop over an array whose variable gets another in it");
    }
    String head;
    Lines first = new Lines();
    if (Writes.fresh(of)) {
      if (type.inner().isArray()) {
        throw new Refused(tree, "a loop over rows of an array without a name");
      }
      String name = locals.temporary("elements");
      lets.add("let " + name + ": " + type.owned() + " = " + expressions.arrays().fresh(of) + ";");
      head =
          element(variable, tree) + name + widened(variable, type, tree, ".into_iter()", "element");
    } else if (!effects.changesAny(roots)) {
      String array = expressions.arrays().read(of, lets);
      head =
          type.inner().isArray()
              ? "for " + locals.name(variable) + " in " + listed(array)
              : element(variable, tree)
                  + listed(array)
                  + widened(variable, type, tree, "", "&element");
      locals.storage(variable, tree);
      if (type.inner().isArray() && module.rowsAreNull()) {
        first.add("if " + locals.name(variable) + ".is_empty() {");
        first.add("    return Err(Refused::ToJava);");
        first.add("}");
      }
    } else {
      head = counted(tree, variable, type, of, lets, first);
    }
    Frames.Frame frame = frames.open(Frames.Kind.LOOP, tree, "around");
    Lines body = statements.body(tree.getStatement());
    frames.close();
    boolean scope = !lets.isEmpty();
    Lines loop = new Lines();
    loop.addAll(lets.lines());
    loop.add(frame.prefix() + head + " {");
    loop.block(first);
    loop.block(body);
    loop.add("}");
    if (scope) {
      lines.add("{");
      lines.block(loop);
      lines.add("}");
    } else {
      lines.append(loop);
    }
  }

  private String element(VariableElement variable, Tree at) {
    boolean mutable = locals.routine().uses().reassigned(variable);
    return "for " + (mutable ? "mut " : "") + locals.name(variable) + " in ";
  }

  /** Elements as the variable's type, which may be wider. */
  private String widened(
      VariableElement variable, JavaType type, Tree at, String start, String pattern) {
    Sort from = type.inner().sort();
    Sort to = locals.type(variable, at).sort();
    if (from == to) {
      return start.isEmpty() ? ".copied()" : "";
    }
    Code wide = Numbers.convert(Code.atom("element", from), to);
    return start + ".map(|" + pattern + "| " + wide.text() + ")";
  }

  private static String listed(String reference) {
    return (reference.startsWith("if ")
            ? "(" + reference + ")"
            : reference.startsWith("&") ? reference.substring(1) : reference)
        + ".iter()";
  }

  /** A loop by number, as elements change meanwhile. */
  private String counted(
      EnhancedForLoopTree tree,
      VariableElement variable,
      JavaType type,
      ExpressionTree of,
      Lets lets,
      Lines first) {
    String array = expressions.arrays().reference(of, false, true, lets);
    String number = locals.temporary(locals.name(variable) + "_at");
    if (type.inner().isArray()) {
      if (!(Facts.plain(of) instanceof IdentifierTree base)) {
        throw new Refused(tree, "a loop over rows of a row, which are written to");
      }
      locals.storage(variable, tree);
      locals.alias(variable, new Locals.Alias(base, List.of(number)));
    } else {
      boolean mutable = locals.routine().uses().reassigned(variable);
      first.add(
          "let "
              + (mutable ? "mut " : "")
              + locals.name(variable)
              + ": "
              + locals.type(variable, tree).sort().rust()
              + " = "
              + Numbers.convert(
                      Code.atom("java::at(" + array + ", " + number + ")?", type.inner().sort()),
                      locals.type(variable, tree).sort())
                  .text()
              + ";");
    }
    return "for " + number + " in 0..java::len(" + array + ")";
  }
}
