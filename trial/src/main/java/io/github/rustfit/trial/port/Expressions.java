package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import io.github.rustfit.trial.port.Code.Level;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Values that expressions give, in the order in which Java computes them. */
final class Expressions {

  private final Module module;
  private final Locals locals;
  private final Statements statements;
  private final Arrays arrays;
  private final Calls calls;
  private final Assignments assignments;

  Expressions(Module module, Locals locals, Statements statements) {
    this.module = module;
    this.locals = locals;
    this.statements = statements;
    this.arrays = new Arrays(module, locals, this);
    this.calls = new Calls(module, locals, this);
    this.assignments = new Assignments(module, locals, this);
  }

  Arrays arrays() {
    return arrays;
  }

  Calls calls() {
    return calls;
  }

  Assignments assignments() {
    return assignments;
  }

  private Facts facts() {
    return module.facts();
  }

  /** The type of an expression, which has one that can be said. */
  JavaType type(Tree tree) {
    return facts()
        .type(tree)
        .orElseThrow(() -> new Refused(tree, "a value of type " + facts().typeName(tree)));
  }

  /** A value as another type. */
  Code as(ExpressionTree tree, Sort to) {
    return Numbers.convert(value(tree), to);
  }

  /** A condition of a statement, which must not begin with a block. */
  String condition(ExpressionTree tree) {
    Code code = value(tree);
    return code.level() == Level.LOW || code.text().startsWith("{")
        ? "(" + code.text() + ")"
        : code.text();
  }

  /** A value that is copied: a primitive, or an enum's constant. */
  Code value(ExpressionTree tree) {
    Tree plain = Facts.plain(tree);
    return switch (plain.getKind()) {
      case INT_LITERAL,
          LONG_LITERAL,
          FLOAT_LITERAL,
          DOUBLE_LITERAL,
          CHAR_LITERAL,
          BOOLEAN_LITERAL ->
          literal((LiteralTree) plain);
      case STRING_LITERAL -> throw new Refused(plain, "a text literal");
      case NULL_LITERAL -> throw new Refused(plain, "null");
      case IDENTIFIER, MEMBER_SELECT -> named((ExpressionTree) plain);
      case ARRAY_ACCESS -> arrays.element((ArrayAccessTree) plain);
      case METHOD_INVOCATION -> calls.value((MethodInvocationTree) plain);
      case ASSIGNMENT -> assignments.value((AssignmentTree) plain);
      case TYPE_CAST -> cast((TypeCastTree) plain);
      case CONDITIONAL_EXPRESSION -> choice((ConditionalExpressionTree) plain);
      case SWITCH_EXPRESSION -> statements.switchValue((SwitchExpressionTree) plain);
      default -> {
        if (plain instanceof CompoundAssignmentTree compound) {
          yield assignments.value(compound);
        }
        if (plain instanceof UnaryTree unary) {
          yield unary(unary);
        }
        if (plain instanceof BinaryTree binary) {
          yield binary(binary);
        }
        throw new Refused(plain, "an expression with " + word(plain));
      }
    };
  }

  static String word(Tree tree) {
    return switch (tree.getKind()) {
      case LAMBDA_EXPRESSION -> "a lambda";
      case MEMBER_REFERENCE -> "a method reference";
      case INSTANCE_OF -> "instanceof";
      case NEW_CLASS -> "a new object";
      case NEW_ARRAY -> "a new array";
      default -> tree.getKind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    };
  }

  private Code literal(LiteralTree tree) {
    Object value = tree.getValue();
    if (value instanceof Integer || value instanceof Long) {
      String source = module.source(tree);
      boolean digits = source.startsWith("0x") || source.startsWith("0X");
      return Numbers.whole(
          ((Number) value).longValue(), value instanceof Long ? Sort.LONG : Sort.INT, digits);
    }
    return Numbers.literal(value);
  }

  private Code named(ExpressionTree tree) {
    VariableElement variable =
        facts().variable(tree).orElseThrow(() -> new Refused(tree, "the name " + tree));
    if (tree instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("length")
        && variable.getModifiers().contains(javax.lang.model.element.Modifier.FINAL)
        && facts().type(select.getExpression()).filter(JavaType::isArray).isPresent()) {
      Lets lets = new Lets(locals);
      String array = arrays.read(select.getExpression(), lets);
      return lets.wrap(Code.atom("java::len(" + array + ")", Sort.INT));
    }
    if (variable.getKind() == ElementKind.ENUM_CONSTANT) {
      type(tree);
      return module.items().constantOfEnum(variable);
    }
    if (Locals.local(variable)) {
      locals.type(variable, tree);
      if (locals.storage(variable, tree) != Storage.VALUE) {
        throw new Refused(tree, "the array " + tree + " as a value");
      }
      return Code.atom(locals.name(variable), type(tree).sort());
    }
    Object constant = variable.getConstantValue();
    if (constant == null) {
      throw new Refused(
          tree,
          (variable.getModifiers().contains(javax.lang.model.element.Modifier.STATIC)
                  ? "the static variable "
                  : "the field ")
              + variable
              + ", which is no constant");
    }
    if (constant instanceof String) {
      throw new Refused(tree, "the text " + variable);
    }
    return module.items().constant(variable);
  }

  private Code cast(TypeCastTree tree) {
    JavaType to = type(tree);
    if (!to.sort().value()) {
      throw new Refused(tree, "a cast to " + facts().typeName(tree));
    }
    return as(tree.getExpression(), to.sort());
  }

  private Code choice(ConditionalExpressionTree tree) {
    Sort sort = type(tree).sort();
    Code yes = as(tree.getTrueExpression(), sort);
    Code no = as(tree.getFalseExpression(), sort);
    return Code.low(
        "if "
            + condition(tree.getCondition())
            + " { "
            + (yes.number() && no.number() ? yes.typed() : yes).text()
            + " } else { "
            + no.text()
            + " }",
        sort);
  }

  private Code unary(UnaryTree tree) {
    return switch (tree.getKind()) {
      case LOGICAL_COMPLEMENT ->
          Code.at(Level.UNARY, "!" + value(tree.getExpression()).in(Level.UNARY), Sort.BOOLEAN);
      case BITWISE_COMPLEMENT -> {
        Sort sort = type(tree).sort();
        yield Code.at(
            Level.UNARY, "!" + as(tree.getExpression(), sort).typed().in(Level.UNARY), sort);
      }
      case UNARY_PLUS -> as(tree.getExpression(), type(tree).sort());
      case UNARY_MINUS -> minus(tree);
      default -> assignments.step(tree);
    };
  }

  private Code minus(UnaryTree tree) {
    Sort sort = type(tree).sort();
    if (Facts.plain(tree.getExpression()) instanceof LiteralTree literal
        && !(literal.getValue() instanceof Character)) {
      if (literal.getValue() instanceof Integer i && i != Integer.MIN_VALUE) {
        return Numbers.whole(-i, sort, false);
      }
      if (literal.getValue() instanceof Long l && l != Long.MIN_VALUE) {
        return Numbers.whole(-l, sort, false);
      }
    }
    Code code = as(tree.getExpression(), sort);
    return sort.floating()
        ? Code.at(
            Level.UNARY,
            "-" + code.typed().in(code.text().startsWith("-") ? Level.ATOM : Level.UNARY),
            sort)
        : Code.atom(code.receiver() + ".wrapping_neg()", sort);
  }

  private Code binary(BinaryTree tree) {
    ExpressionTree left = tree.getLeftOperand();
    ExpressionTree right = tree.getRightOperand();
    Sort a = operand(left);
    Sort b = operand(right);
    return switch (tree.getKind()) {
      case CONDITIONAL_AND ->
          Code.at(
              Level.AND_AND,
              value(left).in(Level.AND_AND) + " && " + value(right).in(Level.AND_AND.above()),
              Sort.BOOLEAN);
      case CONDITIONAL_OR ->
          Code.at(
              Level.OR_OR,
              value(left).in(Level.OR_OR) + " || " + value(right).in(Level.OR_OR.above()),
              Sort.BOOLEAN);
      case EQUAL_TO, NOT_EQUAL_TO, LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL ->
          comparison(tree, a, b);
      case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
          Operators.shift(tree.getKind(), as(left, a.promoted()), value(right));
      default -> {
        Sort sort = type(tree).sort();
        if (sort == Sort.TEXT) {
          throw new Refused(tree, "texts that are joined");
        }
        yield Operators.apply(tree.getKind(), as(left, sort), as(right, sort));
      }
    };
  }

  private Sort operand(ExpressionTree tree) {
    return Facts.plain(tree).getKind() == Tree.Kind.NULL_LITERAL ? Sort.OBJECT : type(tree).sort();
  }

  private Code comparison(BinaryTree tree, Sort a, Sort b) {
    boolean equal = tree.getKind() == Tree.Kind.EQUAL_TO;
    if (!a.value() || !b.value()) {
      ExpressionTree other = a == Sort.OBJECT ? tree.getRightOperand() : tree.getLeftOperand();
      boolean withNull = a == Sort.OBJECT ^ b == Sort.OBJECT;
      boolean plain = Facts.plain(other) instanceof IdentifierTree;
      if (!withNull || !plain) {
        throw new Refused(tree, "two arrays or objects that are compared");
      }
      // No array or text is null here: what would make one null is refused.
      return Code.atom(equal ? "false" : "true", Sort.BOOLEAN);
    }
    Sort sort = a == b ? a : a.with(b);
    Code left = as(tree.getLeftOperand(), sort);
    Code right = as(tree.getRightOperand(), sort);
    String operator =
        switch (tree.getKind()) {
          case EQUAL_TO -> " == ";
          case NOT_EQUAL_TO -> " != ";
          case LESS_THAN -> " < ";
          case LESS_THAN_EQUAL -> " <= ";
          case GREATER_THAN -> " > ";
          default -> " >= ";
        };
    return Code.at(
        Level.COMPARE,
        (right.number() ? left.typed() : left).in(Level.OR) + operator + right.in(Level.OR),
        Sort.BOOLEAN);
  }

  /** Variables that an expression reads. */
  Set<VariableElement> read(Tree tree) {
    Set<VariableElement> found = new LinkedHashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void nothing) {
        facts().variable(name).filter(Locals::local).ifPresent(found::add);
        return null;
      }
    }.scan(tree, null);
    return found;
  }

  /** Whether an expression neither changes anything nor has to do with arrays. */
  boolean simple(Tree tree) {
    return module.writes().of(tree).none() && !arrays(tree);
  }

  /** Whether arrays are named in it. */
  private boolean arrays(Tree tree) {
    return read(tree).stream().anyMatch(one -> !one.asType().getKind().isPrimitive());
  }
}
