package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import io.github.rustfit.trial.port.Code.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/** Assignments, as statements and as values. */
final class Assignments {

  private final Module module;
  private final Locals locals;
  private final Expressions expressions;

  Assignments(Module module, Locals locals, Expressions expressions) {
    this.module = module;
    this.locals = locals;
    this.expressions = expressions;
  }

  /** What is assigned to, ready to be read and to be written. */
  private record Place(String read, String write, Sort sort) {}

  /** The value of an assignment. */
  Code value(AssignmentTree tree) {
    Lets lets = new Lets(locals);
    Place place = place(tree.getVariable(), tree.getExpression(), false, lets);
    Code value = expressions.as(tree.getExpression(), place.sort());
    if (place.read().equals(place.write())) {
      lets.add(place.write() + " = " + value.text() + ";");
      return lets.wrap(Code.atom(place.read(), place.sort()));
    }
    String name = lets.take("value", value);
    lets.add(place.write() + " = " + name + ";");
    return lets.wrap(Code.atom(name, place.sort()));
  }

  /** An assignment as a statement, its lines. */
  List<String> statement(AssignmentTree tree) {
    ExpressionTree target = tree.getVariable();
    Optional<JavaType> type = module.facts().type(target);
    if (type.filter(JavaType::isArray).isPresent()) {
      return array(tree);
    }
    Lets lets = new Lets(locals);
    Place place = place(target, tree.getExpression(), false, lets);
    Code value = expressions.as(tree.getExpression(), place.sort());
    lets.add(place.write() + " = " + value.text() + ";");
    return lets.lines();
  }

  /** A variable of an array gets another one, or a row of one does. */
  private List<String> array(AssignmentTree tree) {
    Tree target = Facts.plain(tree.getVariable());
    ExpressionTree source = tree.getExpression();
    Lets lets = new Lets(locals);
    if (target instanceof IdentifierTree) {
      VariableElement variable =
          module
              .facts()
              .variable(target)
              .filter(Locals::local)
              .orElseThrow(() -> new Refused(tree, "the static variable " + target));
      Storage storage = locals.storage(variable, tree);
      if (storage == Storage.OWNED && (Writes.fresh(source) || locals.copied(variable))) {
        lets.add(locals.name(variable) + " = " + expressions.arrays().owned(source, lets) + ";");
        return lets.lines();
      }
      if (storage == Storage.SHARED && !Writes.fresh(source)) {
        String reference = expressions.arrays().read(source, lets);
        lets.add(locals.name(variable) + " = " + reference + ";");
        return lets.lines();
      }
    }
    if (target instanceof ArrayAccessTree access && Writes.fresh(source)) {
      Place place = place(access, source, false, lets);
      lets.add(place.write() + " = " + expressions.arrays().fresh(source) + ";");
      return lets.lines();
    }
    throw new Refused(tree, "a second name for an array");
  }

  /**
   * What is assigned to.
   *
   * @param again whether it is read first
   */
  private Place place(ExpressionTree target, ExpressionTree value, boolean again, Lets lets) {
    Tree plain = Facts.plain(target);
    Sort sort = expressions.type(plain).sort();
    if (plain instanceof ArrayAccessTree access) {
      Effects later = module.writes().of(value);
      Effects indices = module.writes().of(access);
      Set<VariableElement> roots = module.writes().roots(access);
      if (later.assignsAny(roots) || indices.assignsAny(roots)) {
        throw new Refused(target, "an array whose variable gets another in the same statement");
      }
      boolean frozen = !indices.none() || later.assignsAny(indices(access));
      List<String> texts = new ArrayList<>();
      // Both references take the same indices, so these are computed once.
      String write = reference(access, true, frozen, lets, texts);
      String read = again ? reference(access, false, frozen, lets, texts) : write;
      return new Place(read, write, sort);
    }
    VariableElement variable =
        module
            .facts()
            .variable(plain)
            .filter(one -> plain instanceof IdentifierTree)
            .filter(Locals::local)
            .orElseThrow(
                () -> new Refused(target, "the variable " + target + ", which is no local one"));
    if (locals.storage(variable, target) != Storage.VALUE) {
      throw new Refused(target, "an array that is assigned within an expression");
    }
    String name = locals.name(variable);
    return new Place(name, name, sort);
  }

  private Set<VariableElement> indices(ArrayAccessTree access) {
    Set<VariableElement> all = new HashSet<>(expressions.read(access.getIndex()));
    Tree base = Facts.plain(access.getExpression());
    if (base instanceof ArrayAccessTree outer) {
      all.addAll(indices(outer));
    }
    return all;
  }

  /** The element, as it is read or written; indices are those that were taken already. */
  private String reference(
      ArrayAccessTree access, boolean write, boolean frozen, Lets lets, List<String> taken) {
    List<ArrayAccessTree> steps = new ArrayList<>();
    Tree base = access;
    while (base instanceof ArrayAccessTree step) {
      steps.add(0, step);
      base = Facts.plain(step.getExpression());
    }
    if (taken.isEmpty()) {
      for (ArrayAccessTree step : steps) {
        taken.add(expressions.arrays().index(step.getIndex(), frozen, lets));
      }
    }
    if (!(base instanceof ExpressionTree root) || Writes.fresh(base)) {
      throw new Refused(access, "an element of an array without a name");
    }
    String text = expressions.arrays().reference(root, write, false, lets);
    for (int i = 0; i < taken.size(); i++) {
      boolean last = i == taken.size() - 1;
      String function =
          "java::"
              + (last ? (write ? "at_mut" : "at") : expressions.arrays().rowFunction(write))
              + "(";
      text = function + text + ", " + taken.get(i) + ")?";
    }
    return write ? "*" + text : text;
  }

  /** The value of {@code a op= b}. */
  Code value(CompoundAssignmentTree tree) {
    return changed(tree.getVariable(), tree.getExpression(), tree.getKind(), Wanted.AFTER);
  }

  /** The value of {@code ++} and {@code --}. */
  Code step(UnaryTree tree) {
    boolean before =
        tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
    return stepped(tree, before ? Wanted.BEFORE : Wanted.AFTER);
  }

  private enum Wanted {
    BEFORE,
    AFTER
  }

  private Code stepped(UnaryTree tree, Wanted wanted) {
    Lets lets = new Lets(locals);
    ExpressionTree target = tree.getExpression();
    Place place = place(target, target, true, lets);
    if (wanted == Wanted.BEFORE) {
      String old = lets.take("old", Code.atom(place.read(), place.sort()));
      lets.add(place.write() + " = " + next(tree, Code.atom(old, place.sort())).text() + ";");
      return lets.wrap(Code.atom(old, place.sort()));
    }
    Code next = next(tree, Code.atom(place.read(), place.sort()));
    if (place.read().equals(place.write())) {
      lets.add(place.write() + " = " + next.text() + ";");
      return lets.wrap(Code.atom(place.read(), place.sort()));
    }
    String name = lets.take("value", next);
    lets.add(place.write() + " = " + name + ";");
    return lets.wrap(Code.atom(name, place.sort()));
  }

  private static Code next(UnaryTree tree, Code old) {
    boolean up =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
    Sort sort = old.sort();
    // In the type itself: it wraps as the int does that is narrowed (JLS 25, 15.14.2).
    return Operators.apply(
        up ? Tree.Kind.PLUS : Tree.Kind.MINUS,
        old,
        new Code(sort.floating() ? "1.0" : "1", Level.ATOM, sort, true));
  }

  /** {@code ++} and {@code --} as a statement. */
  List<String> statement(UnaryTree tree) {
    Lets lets = new Lets(locals);
    ExpressionTree target = tree.getExpression();
    Place place = place(target, target, true, lets);
    lets.add(
        place.write() + " = " + next(tree, Code.atom(place.read(), place.sort())).text() + ";");
    return lets.lines();
  }

  private Code changed(ExpressionTree target, ExpressionTree value, Tree.Kind kind, Wanted wanted) {
    Lets lets = new Lets(locals);
    Place place = place(target, value, true, lets);
    Code old = before(target, value, place, lets);
    Code result = combined(kind, old, value);
    if (place.read().equals(place.write())) {
      lets.add(place.write() + " = " + result.text() + ";");
      return lets.wrap(Code.atom(place.read(), place.sort()));
    }
    String name = lets.take(wanted == Wanted.AFTER ? "value" : "old", result);
    lets.add(place.write() + " = " + name + ";");
    return lets.wrap(Code.atom(name, place.sort()));
  }

  /** {@code a op= b} as a statement. */
  List<String> statement(CompoundAssignmentTree tree) {
    Lets lets = new Lets(locals);
    ExpressionTree target = tree.getVariable();
    ExpressionTree value = tree.getExpression();
    Place place = place(target, value, true, lets);
    Code old = before(target, value, place, lets);
    lets.add(place.write() + " = " + combined(tree.getKind(), old, value).text() + ";");
    return lets.lines();
  }

  /** The old value, which is taken before the other operand is computed. */
  private Code before(ExpressionTree target, ExpressionTree value, Place place, Lets lets) {
    Code old = Code.atom(place.read(), place.sort());
    boolean element = Facts.plain(target) instanceof ArrayAccessTree;
    return element && !module.writes().of(value).none()
        ? Code.atom(lets.take("old", old), place.sort())
        : old;
  }

  /** {@code (T) (a op b)} (JLS 25, 15.26.2). */
  private Code combined(Tree.Kind kind, Code old, ExpressionTree value) {
    Sort sort = old.sort();
    Sort other = expressions.type(value).sort();
    if (sort == Sort.TEXT || other == Sort.TEXT) {
      throw new Refused(value, "texts that are joined");
    }
    boolean shift =
        kind == Tree.Kind.LEFT_SHIFT_ASSIGNMENT
            || kind == Tree.Kind.RIGHT_SHIFT_ASSIGNMENT
            || kind == Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT;
    Code result;
    if (shift) {
      result =
          Operators.shift(kind, Numbers.convert(old, sort.promoted()), expressions.value(value));
    } else {
      Sort both = sort.with(other);
      result = Operators.apply(kind, Numbers.convert(old, both), expressions.as(value, both));
    }
    return Numbers.convert(result, sort);
  }
}
