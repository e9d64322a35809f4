package io.github.rustfit.trial.port;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** Values of constant expressions (JLS 25, 15.29): Java computes them as Java does. */
final class Constants {

  private final Facts facts;

  Constants(Facts facts) {
    this.facts = facts;
  }

  /** The value, of the class of its type; empty for what is no constant. */
  Optional<Object> of(Tree tree) {
    Tree plain = Facts.plain(tree);
    if (plain instanceof LiteralTree literal) {
      return Optional.ofNullable(literal.getValue());
    }
    if (plain instanceof IdentifierTree || plain instanceof MemberSelectTree) {
      return facts.variable(plain).map(VariableElement::getConstantValue);
    }
    if (plain instanceof TypeCastTree cast) {
      return of(cast.getExpression())
          .flatMap(value -> facts.type(cast).flatMap(type -> cast(value, type.sort())));
    }
    if (plain instanceof UnaryTree unary) {
      return of(unary.getExpression()).flatMap(value -> unary(unary.getKind(), value));
    }
    if (plain instanceof BinaryTree binary) {
      Optional<Object> left = of(binary.getLeftOperand());
      Optional<Object> right = of(binary.getRightOperand());
      return left.flatMap(a -> right.flatMap(b -> binary(binary.getKind(), a, b)));
    }
    if (plain instanceof ConditionalExpressionTree choice) {
      Optional<Object> a = of(choice.getTrueExpression());
      Optional<Object> b = of(choice.getFalseExpression());
      return of(choice.getCondition())
          .flatMap(value -> a.isEmpty() || b.isEmpty() ? Optional.empty() : flag(value) ? a : b)
          .flatMap(value -> facts.type(choice).flatMap(type -> cast(value, type.sort())));
    }
    return Optional.empty();
  }

  private static boolean flag(Object value) {
    return value instanceof Boolean flag && flag;
  }

  /** The value as another type. */
  static Optional<Object> cast(Object value, Sort to) {
    if (value instanceof Boolean) {
      return to == Sort.BOOLEAN ? Optional.of(value) : Optional.empty();
    }
    Object number = value instanceof Character c ? Integer.valueOf(c) : value;
    if (!(number instanceof Number n)) {
      return Optional.empty();
    }
    boolean fraction = n instanceof Float || n instanceof Double;
    int narrow = fraction ? (int) n.doubleValue() : (int) n.longValue();
    Object cast =
        switch (to) {
          case BYTE -> (byte) narrow;
          case SHORT -> (short) narrow;
          case CHAR -> (char) narrow;
          case INT -> narrow;
          case LONG -> fraction ? (long) n.doubleValue() : n.longValue();
          case FLOAT -> fraction ? n.floatValue() : (float) n.longValue();
          case DOUBLE -> fraction ? n.doubleValue() : (double) n.longValue();
          default -> Boolean.FALSE;
        };
    return to.numeric() ? Optional.of(cast) : Optional.empty();
  }

  private static Sort sort(Object value) {
    return value instanceof Double
        ? Sort.DOUBLE
        : value instanceof Float ? Sort.FLOAT : value instanceof Long ? Sort.LONG : Sort.INT;
  }

  private static Optional<Object> unary(Tree.Kind kind, Object value) {
    if (value instanceof Boolean flag) {
      return kind == Tree.Kind.LOGICAL_COMPLEMENT ? Optional.of(!flag) : Optional.empty();
    }
    if (value instanceof String) {
      return Optional.empty();
    }
    Object number = cast(value, sort(value)).orElse(value);
    return switch (kind) {
      case UNARY_PLUS -> Optional.of(number);
      case UNARY_MINUS ->
          number instanceof Double d
              ? Optional.of(-d)
              : number instanceof Float f
                  ? Optional.of(-f)
                  : number instanceof Long l ? Optional.of(-l) : Optional.of(-(Integer) number);
      case BITWISE_COMPLEMENT ->
          number instanceof Long l
              ? Optional.of(~l)
              : number instanceof Integer i ? Optional.of(~i) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Object> binary(Tree.Kind kind, Object a, Object b) {
    if (a instanceof String || b instanceof String) {
      return Optional.empty();
    }
    if (a instanceof Boolean p && b instanceof Boolean q) {
      return switch (kind) {
        case CONDITIONAL_AND, AND -> Optional.of(p & q);
        case CONDITIONAL_OR, OR -> Optional.of(p | q);
        case XOR, NOT_EQUAL_TO -> Optional.of(p ^ q);
        case EQUAL_TO -> Optional.of(p.equals(q));
        default -> Optional.empty();
      };
    }
    if (a instanceof Boolean || b instanceof Boolean) {
      return Optional.empty();
    }
    if (kind == Tree.Kind.LEFT_SHIFT
        || kind == Tree.Kind.RIGHT_SHIFT
        || kind == Tree.Kind.UNSIGNED_RIGHT_SHIFT) {
      long by = ((Number) cast(b, Sort.LONG).orElse(0L)).longValue();
      return cast(a, sort(a)).flatMap(value -> shift(kind, value, by));
    }
    Sort wide = sort(a).with(sort(b));
    Object x = cast(a, wide).orElse(a);
    Object y = cast(b, wide).orElse(b);
    return switch (wide) {
      case INT -> whole(kind, (Integer) x, (Integer) y, true);
      case LONG -> whole(kind, (Long) x, (Long) y, false);
      case FLOAT ->
          fraction(kind, (Float) x, (Float) y)
              .map(v -> v instanceof Double d ? (Object) (float) (double) d : v);
      default -> fraction(kind, (Double) x, (Double) y);
    };
  }

  private static Optional<Object> shift(Tree.Kind kind, Object value, long by) {
    if (value instanceof Integer i) {
      return Optional.of(
          kind == Tree.Kind.LEFT_SHIFT
              ? i << by
              : kind == Tree.Kind.RIGHT_SHIFT ? i >> by : i >>> by);
    }
    if (value instanceof Long l) {
      return Optional.of(
          kind == Tree.Kind.LEFT_SHIFT
              ? l << by
              : kind == Tree.Kind.RIGHT_SHIFT ? l >> by : l >>> by);
    }
    return Optional.empty();
  }

  private static Optional<Object> whole(Tree.Kind kind, long a, long b, boolean narrow) {
    long value;
    switch (kind) {
      case PLUS -> value = a + b;
      case MINUS -> value = a - b;
      case MULTIPLY -> value = a * b;
      case AND -> value = a & b;
      case OR -> value = a | b;
      case XOR -> value = a ^ b;
      case DIVIDE, REMAINDER -> {
        if (b == 0) {
          return Optional.empty();
        }
        value = kind == Tree.Kind.DIVIDE ? a / b : a % b;
      }
      case LESS_THAN -> {
        return Optional.of(a < b);
      }
      case LESS_THAN_EQUAL -> {
        return Optional.of(a <= b);
      }
      case GREATER_THAN -> {
        return Optional.of(a > b);
      }
      case GREATER_THAN_EQUAL -> {
        return Optional.of(a >= b);
      }
      case EQUAL_TO -> {
        return Optional.of(a == b);
      }
      case NOT_EQUAL_TO -> {
        return Optional.of(a != b);
      }
      default -> {
        return Optional.empty();
      }
    }
    return narrow ? Optional.of((int) value) : Optional.of(value);
  }

  /** Of floats too: a sum, product or quotient of two floats in double rounds to the float's. */
  private static Optional<Object> fraction(Tree.Kind kind, double a, double b) {
    return switch (kind) {
      case PLUS -> Optional.of(a + b);
      case MINUS -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> Optional.of(a / b);
      case REMAINDER -> Optional.of(a % b);
      case LESS_THAN -> Optional.of(a < b);
      case LESS_THAN_EQUAL -> Optional.of(a <= b);
      case GREATER_THAN -> Optional.of(a > b);
      case GREATER_THAN_EQUAL -> Optional.of(a >= b);
      case EQUAL_TO -> Optional.of(a == b);
      case NOT_EQUAL_TO -> Optional.of(a != b);
      default -> Optional.empty();
    };
  }
}
