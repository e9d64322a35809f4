package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers that become objects. */
final class BoxingDetectors {

  private static final String BOXING = "boxing-in-loop";
  private static final String BIG_NUMBER = "big-number-in-loop";
  private static final Set<String> BIG = Set.of("java.math.BigDecimal", "java.math.BigInteger");
  private static final Set<String> ARITHMETIC =
      Set.of(
          "add",
          "subtract",
          "multiply",
          "divide",
          "remainder",
          "mod",
          "pow",
          "setScale",
          "negate",
          "shiftLeft",
          "shiftRight",
          "abs",
          "round");
  private static final Set<String> ADDING =
      Set.of("add", "addFirst", "addLast", "offer", "push", "contains", "set", "indexOf");
  private static final Set<String> KEYED =
      Set.of(
          "get",
          "put",
          "containsKey",
          "getOrDefault",
          "merge",
          "computeIfAbsent",
          "compute",
          "computeIfPresent",
          "putIfAbsent",
          "remove",
          "replace");
  private static final Set<String> STORING =
      Set.of("put", "merge", "putIfAbsent", "replace", "getOrDefault");

  private static final Set<String> ASKED =
      KnownTypes.union(ARITHMETIC, ADDING, KEYED, Set.of("valueOf"));

  private BoxingDetectors() {}

  static void register(Detectors looks) {
    looks.on(VariableDeclarator.class, BoxingDetectors::declaration);
    looks.on(AssignExpr.class, BoxingDetectors::assignment);
    looks.on(UnaryExpr.class, BoxingDetectors::step);
    looks.onCall(ASKED, BoxingDetectors::call);
    looks.on(ObjectCreationExpr.class, BoxingDetectors::creation);
  }

  private static void declaration(VariableDeclarator variable, Scene scene) {
    Expression value = variable.getInitializer().orElse(null);
    if (scene.inLoop() && value != null && !variable.getType().isVarType()) {
      TypeRef type = scene.names().of(variable.getType());
      if (type.isBox() && isNumber(scene.typeOf(value))) {
        scene.found(BOXING, variable, variable.getNameAsString());
      }
    }
  }

  private static void assignment(AssignExpr assign, Scene scene) {
    if (!scene.inLoop()) {
      return;
    }
    TypeRef type = scene.typeOf(assign.getTarget());
    boolean computed = assign.getOperator() != AssignExpr.Operator.ASSIGN;
    if (isBox(type) && (computed || isNumber(scene.typeOf(assign.getValue())))) {
      scene.found(BOXING, assign, Code.name(assign.getTarget()));
    }
  }

  private static void step(UnaryExpr unary, Scene scene) {
    boolean assigns =
        switch (unary.getOperator()) {
          case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
          default -> false;
        };
    Variable variable = assigns && scene.inLoop() ? scene.variable(unary.getExpression()) : null;
    if (variable != null && isBox(variable.type())) {
      scene.found(BOXING, unary, variable.name());
    }
  }

  private static void call(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    TypeRef receiver = Code.receiver(call, scene);
    if (receiver != null && receiver.isAny(KnownTypes.MAPS) && KEYED.contains(name)) {
      mapCall(call, receiver, scene);
    }
    if (ARITHMETIC.contains(name) && receiver != null && receiver.isAny(BIG)) {
      arithmetic(call, receiver, scene);
    }
    if (!scene.inLoop()) {
      return;
    }
    if (receiver != null
        && receiver.isAny(KnownTypes.COLLECTIONS)
        && ADDING.contains(name)
        && isBox(receiver.argument(0))
        && !call.getArguments().isEmpty()
        && isNumber(Code.argumentType(call, call.getArguments().size() - 1, scene))) {
      scene.found(BOXING, call, Code.name(Code.scope(call)));
    } else if (name.equals("valueOf")
        && isBox(scene.typeOf(call))
        && isNumber(Code.argumentType(call, 0, scene))) {
      scene.found(BOXING, call, String.valueOf(Code.scope(call)));
    } else if (name.equals("valueOf")
        && BIG.stream().anyMatch(big -> Code.isStatic(call, scene, big))) {
      scene.found(BIG_NUMBER, call, String.valueOf(Code.scope(call)));
    }
  }

  /** Each operation in a loop; all of a method without one together, as it may be called in one. */
  private static void arithmetic(MethodCallExpr call, TypeRef number, Scene scene) {
    if (scene.inLoop()) {
      scene.found(BIG_NUMBER, call, number.simpleName());
    } else if (scene.callable() instanceof CallableDeclaration<?> callable) {
      scene.foundOnce(BIG_NUMBER, callable, call, callable, number.simpleName());
    }
  }

  private static void mapCall(MethodCallExpr call, TypeRef map, Scene scene) {
    TypeRef key = Code.argumentType(call, 0, scene);
    boolean boxesKey = isBox(map.argument(0)) && (key == null || key.isNumber());
    boolean boxesValue =
        STORING.contains(call.getNameAsString())
            && isBox(map.argument(1))
            && isNumber(Code.argumentType(call, 1, scene));
    if ((boxesKey || boxesValue) && !Code.runsOnce(scene)) {
      TypeRef boxed = map.argument(boxesKey ? 0 : 1);
      scene.found(
          "boxed-map-key",
          call,
          map.simpleName() + (boxed == null ? "" : " of " + boxed.simpleName()));
    }
  }

  private static void creation(ObjectCreationExpr creation, Scene scene) {
    if (!scene.inLoop()) {
      return;
    }
    TypeRef type = scene.names().of(creation.getType());
    if (type.isBox()) {
      scene.found(BOXING, creation, type.simpleName());
    } else if (type.isAny(BIG)) {
      scene.found(BIG_NUMBER, creation, type.simpleName());
    }
  }

  private static boolean isBox(@Nullable TypeRef type) {
    return type != null && type.isBox();
  }

  private static boolean isNumber(@Nullable TypeRef type) {
    return type != null && type.isNumber();
  }
}
