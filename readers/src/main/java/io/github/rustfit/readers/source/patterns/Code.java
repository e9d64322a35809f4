package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Questions about a few nodes around one node. */
final class Code {

  /** How far looks go up; what is further away says little about a node. */
  private static final int UP = 12;

  /** Qualified names are shorter. */
  private static final int LONGEST = 200;

  private Code() {}

  /** The name of a plain name or of {@code this.name}, otherwise empty. */
  static String name(@Nullable Expression expression) {
    if (expression instanceof NameExpr name) {
      return name.getNameAsString();
    }
    return expression != null
            && expression.isFieldAccessExpr()
            && expression.asFieldAccessExpr().getScope().isThisExpr()
        ? expression.asFieldAccessExpr().getNameAsString()
        : "";
  }

  /** The expression a call is made on, or null. */
  static @Nullable Expression scope(MethodCallExpr call) {
    return call.getScope().orElse(null);
  }

  /** The argument at that position, or null. */
  static @Nullable Expression argument(MethodCallExpr call, int index) {
    return index < call.getArguments().size() ? call.getArgument(index) : null;
  }

  /** The type of the argument at that position, or null. */
  static @Nullable TypeRef argumentType(MethodCallExpr call, int index, Scene scene) {
    Expression argument = argument(call, index);
    return argument == null ? null : scene.typeOf(argument);
  }

  /** The type of what a call is made on, or null. */
  static @Nullable TypeRef receiver(MethodCallExpr call, Scene scene) {
    Expression scope = scope(call);
    return scope == null ? null : scene.typeOf(scope);
  }

  /** Whether the call is made on an object of one of these classes. */
  static boolean receives(MethodCallExpr call, Scene scene, Set<String> types) {
    TypeRef receiver = receiver(call, scene);
    return receiver != null && receiver.isAny(types);
  }

  /** Whether it is a call of a static method of that class. */
  static boolean isStatic(MethodCallExpr call, Scene scene, String qualified) {
    Expression scope = scope(call);
    if (scope == null) {
      return qualified.equals(scene.names().staticOwner(call.getNameAsString()));
    }
    String written = scope instanceof NameExpr name ? name.getNameAsString() : dotted(scope);
    return qualified.endsWith(written)
        && !written.isEmpty()
        && scene.variable(scope) == null
        && scene.names().qualified(written).equals(qualified);
  }

  /** Names joined by dots as written, otherwise empty. */
  private static String dotted(Expression expression) {
    StringBuilder name = new StringBuilder();
    Expression at = expression;
    while (at instanceof FieldAccessExpr access && name.length() < LONGEST) {
      name.insert(0, "." + access.getNameAsString());
      at = access.getScope();
    }
    return at instanceof NameExpr head ? head.getNameAsString() + name : "";
  }

  /** Whether the code runs once for each class: a static initializer or field. */
  static boolean runsOnce(Scene scene) {
    return (scene.method().equals("<clinit>") || scene.method().isEmpty())
        && !(scene.callable() instanceof CallableDeclaration);
  }

  /** Whether it is a line of {@code main} that no loop repeats and no other code calls. */
  static boolean runsOnceInMain(Node node, Scene scene) {
    return scene.callable() instanceof MethodDeclaration method
        && method.getNameAsString().equals("main")
        && method.isStatic()
        && method.getType().isVoidType()
        && method.getParameters().size() <= 1
        && method.getParameters().stream()
            .allMatch(one -> one.getTypeAsString().equals("String[]") || one.isVarArgs())
        && !scene.inLoop()
        && around(node, LambdaExpr.class, one -> true).isEmpty();
  }

  /** Whether the method or a block around the node is synchronized. */
  static boolean isLocked(Node node, Scene scene) {
    return (scene.callable() instanceof MethodDeclaration method && method.isSynchronized())
        || around(node, SynchronizedStmt.class, n -> true).isPresent();
  }

  /** The nearest node of the class around this one that the test accepts, within the method. */
  static <N extends Node> Optional<N> around(Node node, Class<N> kind, Predicate<N> test) {
    Node at = node;
    for (int i = 0; i < UP; i++) {
      Node parent = at.getParentNode().orElse(null);
      if (parent == null || parent instanceof MethodDeclaration) {
        return Optional.empty();
      }
      if (kind.isInstance(parent) && test.test(kind.cast(parent))) {
        return Optional.of(kind.cast(parent));
      }
      at = parent;
    }
    return Optional.empty();
  }

  /** The value is assigned to a field: it is kept. */
  static boolean isStored(Node value, Scene scene) {
    Variable target =
        value.getParentNode().orElse(null) instanceof AssignExpr assign
            ? scene.variable(assign.getTarget())
            : null;
    return target != null && target.isField();
  }

  /** The expression without brackets around it. */
  static Expression plain(Expression expression) {
    Expression plain = expression;
    while (plain instanceof EnclosedExpr enclosed) {
      plain = enclosed.getInner();
    }
    return plain;
  }

  /** The name that {@code x == null} or {@code null == x} asks about, otherwise empty. */
  static String nullCheck(Expression condition) {
    if (plain(condition) instanceof BinaryExpr binary
        && binary.getOperator() == BinaryExpr.Operator.EQUALS) {
      if (binary.getRight().isNullLiteralExpr()) {
        return name(binary.getLeft());
      }
      return binary.getLeft().isNullLiteralExpr() ? name(binary.getRight()) : "";
    }
    return "";
  }
}
