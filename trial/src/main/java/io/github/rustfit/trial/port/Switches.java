package io.github.rustfit.trial.port;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** Switches, of both kinds, as statements and as values. */
final class Switches {

  private final Module module;
  private final Locals locals;
  private final Expressions expressions;
  private final Statements statements;
  private final Frames frames;

  /** Types of the values that switches around give. */
  private final Deque<Sort> values = new ArrayDeque<>();

  Switches(
      Module module, Locals locals, Expressions expressions, Statements statements, Frames frames) {
    this.module = module;
    this.locals = locals;
    this.expressions = expressions;
    this.statements = statements;
    this.frames = frames;
  }

  /** A switch as a statement. */
  void statement(SwitchTree tree, Lines lines) {
    boolean leaves = Frames.breaks(leftEarly(tree.getCases()));
    Optional<Frames.Frame> frame =
        leaves ? Optional.of(frames.open(Frames.Kind.BLOCK, tree, "switch")) : Optional.empty();
    Lines inner = new Lines();
    cases(tree, tree.getExpression(), tree.getCases(), inner);
    if (frame.isEmpty()) {
      lines.append(inner);
      return;
    }
    frames.close();
    lines.add(frame.get().prefix() + "{");
    lines.block(inner);
    lines.add("}");
  }

  /** A switch as a value. */
  Code value(SwitchExpressionTree tree) {
    Sort sort = expressions.type(tree).sort();
    if (!sort.value()) {
      throw new Refused(tree, "a switch that gives an array");
    }
    Frames.Frame frame = frames.open(Frames.Kind.VALUE, tree, "value");
    values.push(sort);
    Lines inner = new Lines();
    try {
      cases(tree, tree.getExpression(), tree.getCases(), inner);
    } finally {
      values.pop();
      frames.close();
    }
    inner.add("return Err(Refused::ToJava);");
    Lines all = new Lines();
    all.add(frame.prefix() + "{");
    all.block(inner);
    all.add("}");
    String text = all.text();
    return Code.low(text.substring(0, text.length() - 1), sort);
  }

  /** {@code yield}. */
  void yielded(ExpressionTree value, Lines lines) {
    Sort sort = values.element();
    Code code = expressions.as(value, sort);
    String text = code.typed().text();
    lines.add(frames.yielding(code.level() == Code.Level.LOW ? "(" + text + ")" : text));
  }

  private void cases(
      Tree at, ExpressionTree selector, List<? extends CaseTree> cases, Lines lines) {
    Sort sort = expressions.type(selector).sort();
    if (sort == Sort.TEXT || !sort.value() || !(sort.whole() || sort == Sort.ENUM)) {
      throw new Refused(at, "a switch over " + module.facts().typeName(selector));
    }
    List<String> patterns = new ArrayList<>();
    for (CaseTree one : cases) {
      patterns.add(pattern(one, sort));
    }
    String match = "match " + expressions.value(selector).typed().text() + " {";
    boolean arrows = cases.stream().anyMatch(one -> one.getCaseKind() == CaseTree.CaseKind.RULE);
    if (arrows) {
      lines.add(match);
      for (int i = 0; i < cases.size(); i++) {
        Lines body = new Lines();
        rule(cases.get(i), body);
        arm(patterns.get(i), body, lines);
      }
      last(patterns, lines);
      return;
    }
    hoist(cases, lines);
    if (fallsThrough(cases)) {
      falling(match, cases, patterns, lines);
    } else {
      List<String> merged = new ArrayList<>();
      String before = "";
      lines.add(match);
      for (int i = 0; i < cases.size(); i++) {
        CaseTree one = cases.get(i);
        String pattern = before + patterns.get(i);
        if (one.getStatements().isEmpty() && i < cases.size() - 1) {
          before = pattern + " | ";
          continue;
        }
        before = "";
        pattern = pattern.matches("(.* )?_( .*)?") ? "_" : pattern;
        merged.add(pattern);
      }
      emit(cases, merged, lines);
      last(merged, lines);
    }
  }

  private void emit(List<? extends CaseTree> cases, List<String> merged, Lines lines) {
    // The rest goes last in Rust, wherever it stands in Java: no two cases have the same value.
    int at = 0;
    Lines rest = new Lines();
    for (int i = 0; i < cases.size(); i++) {
      List<? extends StatementTree> all = cases.get(i).getStatements();
      if (all.isEmpty() && i < cases.size() - 1) {
        continue;
      }
      Lines body = statements.block(withoutBreak(all));
      String pattern = merged.get(at++);
      arm(pattern, body, pattern.equals("_") ? rest : lines);
    }
    lines.append(rest);
  }

  private static void arm(String pattern, Lines body, Lines lines) {
    if (body.isEmpty()) {
      lines.add("    " + pattern + " => {}");
      return;
    }
    lines.add("    " + pattern + " => {");
    Lines inner = new Lines();
    inner.block(body);
    lines.block(inner);
    lines.add("    }");
  }

  private static void last(List<String> patterns, Lines lines) {
    if (!patterns.contains("_")) {
      lines.add("    _ => {}");
    }
    lines.add("}");
  }

  private void rule(CaseTree one, Lines body) {
    Tree tree = one.getBody();
    if (tree instanceof BlockTree block) {
      body.append(statements.block(block.getStatements()));
    } else if (tree instanceof ExpressionTree expression && !values.isEmpty() && inValue(one)) {
      yielded(expression, body);
    } else if (tree instanceof com.sun.source.tree.ExpressionStatementTree statement
        && !values.isEmpty()
        && inValue(one)) {
      yielded(statement.getExpression(), body);
    } else if (tree instanceof ExpressionTree expression) {
      statements.expression(one, expression, body);
    } else if (tree instanceof StatementTree statement) {
      statements.add(statement, body);
    } else {
      throw new Refused(one, "a case of a switch");
    }
  }

  private boolean inValue(CaseTree one) {
    return frames.innermostValueHas(one);
  }

  /** Jumps out of a switch that are not the end of a case. */
  private static List<Tree> leftEarly(List<? extends CaseTree> cases) {
    List<Tree> parts = new ArrayList<>();
    boolean falls =
        cases.stream().noneMatch(one -> one.getStatements() == null) && fallsThrough(cases);
    for (CaseTree one : cases) {
      if (one.getStatements() == null) {
        parts.add(one.getBody());
      } else {
        parts.addAll(falls ? one.getStatements() : withoutBreak(one.getStatements()));
      }
    }
    return parts;
  }

  private static List<? extends StatementTree> withoutBreak(List<? extends StatementTree> all) {
    if (all.size() == 1 && all.get(0) instanceof BlockTree block) {
      return withoutBreak(block.getStatements());
    }
    boolean ends =
        !all.isEmpty()
            && all.get(all.size() - 1) instanceof BreakTree last
            && last.getLabel() == null;
    return ends ? all.subList(0, all.size() - 1) : all;
  }

  private static boolean fallsThrough(List<? extends CaseTree> cases) {
    for (int i = 0; i < cases.size() - 1; i++) {
      List<? extends StatementTree> all = cases.get(i).getStatements();
      if (!all.isEmpty() && !ends(all)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(List<? extends StatementTree> all) {
    StatementTree last = all.get(all.size() - 1);
    return last instanceof BlockTree block
        ? !block.getStatements().isEmpty() && ends(block.getStatements())
        : last instanceof BreakTree
            || last instanceof ReturnTree
            || last instanceof ThrowTree
            || last instanceof ContinueTree
            || last instanceof YieldTree;
  }

  /** Cases that go on with the next: each runs if the switch began at it or before it. */
  private void falling(
      String match, List<? extends CaseTree> cases, List<String> patterns, Lines lines) {
    String from = locals.temporary("from");
    lines.add("let " + from + " = " + match);
    String rest = "_ => " + cases.size() + ",";
    for (int i = 0; i < cases.size(); i++) {
      if (patterns.get(i).equals("_")) {
        rest = "_ => " + i + ",";
      } else {
        lines.add("    " + patterns.get(i) + " => " + i + ",");
      }
    }
    lines.add("    " + rest);
    lines.add("};");
    for (int i = 0; i < cases.size(); i++) {
      Lines body = statements.block(cases.get(i).getStatements());
      if (!body.isEmpty()) {
        lines.add("if " + from + " <= " + i + " {");
        lines.block(body);
        lines.add("}");
      }
    }
  }

  /** Variables of a case live on in those below it: they are declared before all. */
  private void hoist(List<? extends CaseTree> cases, Lines lines) {
    for (int i = 0; i < cases.size(); i++) {
      for (StatementTree one : cases.get(i).getStatements()) {
        if (one instanceof VariableTree declaration) {
          VariableElement variable = module.facts().variable(declaration).orElseThrow();
          for (CaseTree later : cases.subList(i + 1, cases.size())) {
            if (later.getStatements().stream()
                .anyMatch(statement -> expressions.read(statement).contains(variable))) {
              throw new Refused(declaration, "a variable that several cases of a switch share");
            }
          }
        }
      }
    }
  }

  private String pattern(CaseTree one, Sort sort) {
    if (one.getExpressions().isEmpty()) {
      if (!one.toString().stripLeading().startsWith("default")) {
        throw new Refused(one, "a switch by patterns");
      }
      return "_";
    }
    List<String> values = new ArrayList<>();
    for (ExpressionTree label : one.getExpressions()) {
      values.add(label(label, sort));
    }
    return String.join(" | ", values);
  }

  private String label(ExpressionTree label, Sort sort) {
    Optional<VariableElement> named = module.facts().variable(label);
    if (named.isPresent() && named.get().getKind() == ElementKind.ENUM_CONSTANT) {
      return module.items().constantOfEnum(named.get()).text();
    }
    Optional<Object> value =
        new Constants(module.facts()).of(label).flatMap(one -> Constants.cast(one, Sort.LONG));
    if (value.isEmpty() || sort == Sort.ENUM) {
      throw new Refused(label, "the case " + label);
    }
    return value.get().toString();
  }
}
