package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types of expressions as far as one file tells: declared variables, literals, and methods of the
 * same class and of the best-known classes of the JDK. No class path is looked at.
 */
final class Typing {

  /**
   * Deeper expressions have no known type, so that no chain is walked again at each of its links.
   */
  private static final int DEPTH = 12;

  private static final Set<String> INT_METHODS =
      Set.of("length", "size", "indexOf", "lastIndexOf", "compareTo", "hashCode", "intValue");
  private static final Set<String> ELEMENT_METHODS =
      Set.of("get", "remove", "next", "poll", "peek", "pop", "getFirst", "getLast", "take");
  private static final Set<String> VALUE_METHODS =
      Set.of("get", "getOrDefault", "put", "remove", "merge", "computeIfAbsent");
  private static final Set<String> STRING_METHODS =
      Set.of(
          "substring",
          "trim",
          "strip",
          "toLowerCase",
          "toUpperCase",
          "replace",
          "concat",
          "repeat",
          "toString",
          "replaceAll",
          "formatted",
          "format",
          "join");

  private final Scene scene;
  private @Nullable Expression lastAsked;
  private @Nullable TypeRef lastType;

  Typing(Scene scene) {
    this.scene = scene;
  }

  /** Asked by several looks in a row, so that it is worked out once. */
  @Nullable TypeRef of(Expression expression) {
    if (expression != lastAsked) {
      lastType = of(expression, DEPTH);
      lastAsked = expression;
    }
    return lastType;
  }

  private @Nullable TypeRef of(Expression e, int depth) {
    if (depth == 0) {
      return null;
    }
    if (e instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner(), depth - 1);
    }
    if (e instanceof StringLiteralExpr || e instanceof TextBlockLiteralExpr) {
      return TypeRef.STRING;
    }
    if (e instanceof IntegerLiteralExpr) {
      return TypeRef.INT;
    }
    if (e instanceof LongLiteralExpr) {
      return TypeRef.LONG;
    }
    if (e instanceof DoubleLiteralExpr) {
      return TypeRef.DOUBLE;
    }
    if (e instanceof CharLiteralExpr) {
      return TypeRef.CHAR;
    }
    if (e.isBooleanLiteralExpr() || e.isInstanceOfExpr()) {
      return TypeRef.BOOLEAN;
    }
    if (e instanceof CastExpr cast) {
      return scene.names().of(cast.getType());
    }
    if (e instanceof ObjectCreationExpr creation) {
      return scene.names().of(creation.getType());
    }
    if (e instanceof ArrayCreationExpr creation) {
      TypeRef element = scene.names().of(creation.getElementType());
      return new TypeRef(element.name(), element.arguments(), creation.getLevels().size());
    }
    if (e instanceof ArrayAccessExpr access) {
      TypeRef array = of(access.getName(), depth - 1);
      return array != null && array.isArray() ? array.element() : null;
    }
    if (e instanceof AssignExpr assign) {
      return of(assign.getTarget(), depth - 1);
    }
    if (e instanceof UnaryExpr unary) {
      TypeRef operand = of(unary.getExpression(), depth - 1);
      return operand == null ? null : operand.unboxed();
    }
    if (e instanceof ConditionalExpr choice) {
      TypeRef then = of(choice.getThenExpr(), depth - 1);
      TypeRef other = of(choice.getElseExpr(), depth - 1);
      return then != null && then.equals(other) ? then : null;
    }
    if (e instanceof BinaryExpr binary) {
      return ofBinary(binary, depth);
    }
    if (e instanceof MethodCallExpr call) {
      return ofCall(call, depth);
    }
    Variable variable = scene.variable(e);
    if (variable != null) {
      return variable.type();
    }
    return e.isFieldAccessExpr() && e.asFieldAccessExpr().getNameAsString().equals("length")
        ? TypeRef.INT
        : null;
  }

  private @Nullable TypeRef ofBinary(BinaryExpr binary, int depth) {
    switch (binary.getOperator()) {
      case OR, AND, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> {
        return TypeRef.BOOLEAN;
      }
      default -> {
        TypeRef left = of(binary.getLeft(), depth - 1);
        TypeRef right = of(binary.getRight(), depth - 1);
        if (binary.getOperator() == BinaryExpr.Operator.PLUS
            && ((left != null && left.isString()) || (right != null && right.isString()))) {
          return TypeRef.STRING;
        }
        return left == null || right == null ? null : promoted(left.unboxed(), right.unboxed());
      }
    }
  }

  /** Binary numeric promotion, JLS 25, 5.6. */
  private static @Nullable TypeRef promoted(TypeRef left, TypeRef right) {
    if (!left.isPrimitive() || !right.isPrimitive()) {
      return null;
    }
    for (String wide : List.of("double", "float", "long")) {
      if (left.is(wide) || right.is(wide)) {
        return TypeRef.of(wide);
      }
    }
    return left.is("boolean") ? left : TypeRef.INT;
  }

  private @Nullable TypeRef ofCall(MethodCallExpr call, int depth) {
    String name = call.getNameAsString();
    Expression scope = call.getScope().orElse(null);
    if (scope == null || scope.isThisExpr()) {
      return ofOwnMethod(call, name);
    }
    if (name.equals("readLine") || name.equals("nextToken")) {
      return TypeRef.STRING;
    }
    if (name.equals("matcher") && call.getArguments().size() == 1) {
      return TypeRef.of("java.util.regex.Matcher");
    }
    TypeRef fromStatic = ofStatic(scope, name);
    if (fromStatic != null) {
      return fromStatic;
    }
    TypeRef receiver = of(scope, depth - 1);
    if (receiver == null) {
      return name.equals("toString") ? TypeRef.STRING : null;
    }
    if (receiver.isString() && name.equals("charAt")) {
      return TypeRef.CHAR;
    }
    if (receiver.isString() && name.equals("toCharArray")) {
      return TypeRef.array(TypeRef.CHAR);
    }
    if (receiver.isString() && name.equals("split")) {
      return TypeRef.array(TypeRef.STRING);
    }
    if (receiver.isString() && name.equals("getBytes")) {
      return TypeRef.array(TypeRef.of("byte"));
    }
    if (INT_METHODS.contains(name)) {
      return TypeRef.INT;
    }
    if (receiver.isString() && STRING_METHODS.contains(name)) {
      return TypeRef.STRING;
    }
    if (receiver.isAny(KnownTypes.MAPS)) {
      return VALUE_METHODS.contains(name) ? receiver.argument(1) : null;
    }
    boolean holder =
        receiver.isAny(KnownTypes.COLLECTIONS)
            || receiver.is("java.util.Iterator")
            || receiver.is("java.util.Optional");
    return holder && ELEMENT_METHODS.contains(name) ? receiver.argument(0) : null;
  }

  /** Calls whose scope names one of the best-known classes. */
  private @Nullable TypeRef ofStatic(Expression scope, String name) {
    if (!scope.isNameExpr() || scene.variable(scope) != null) {
      return null;
    }
    TypeRef type = TypeRef.of(scene.names().qualified(scope.asNameExpr().getNameAsString()));
    if (type.isBox()) {
      return switch (name) {
        case "valueOf" -> type;
        case "toString" -> TypeRef.STRING;
        default ->
            name.startsWith("parse") || name.equals("sum") || name.equals("max")
                ? type.unboxed()
                : null;
      };
    }
    return type.isString() && (STRING_METHODS.contains(name) || name.equals("valueOf"))
        ? TypeRef.STRING
        : null;
  }

  /** The return type of a method of the class around it, when all overloads agree. */
  private @Nullable TypeRef ofOwnMethod(MethodCallExpr call, String name) {
    Node at = scene.callable();
    Optional<TypeDeclaration> type =
        at == null ? Optional.empty() : at.findAncestor(TypeDeclaration.class);
    if (type.isEmpty()) {
      return null;
    }
    TypeRef result = null;
    for (MethodDeclaration method : scene.methods(type.get(), name)) {
      TypeRef returned = scene.names().of(method.getType());
      if (result != null && !result.equals(returned)) {
        return null;
      }
      result = returned;
    }
    return result;
  }
}
