package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** State that several threads may see, and collections that change while they are walked. */
final class SharingDetectors {

  private static final String STATIC = "shared-mutable-static";
  private static final String UPDATE = "non-atomic-update";
  private static final Set<String> MUTATING =
      Set.of("add", "put", "remove", "clear", "addAll", "putAll", "append", "set");
  private static final Set<String> MUTABLE =
      KnownTypes.union(
          KnownTypes.in(
              "java.util",
              "HashMap ArrayList HashSet LinkedHashMap TreeMap LinkedList ArrayDeque TreeSet"
                  + " LinkedHashSet PriorityQueue"),
          Set.of("java.lang.StringBuilder"));
  private static final Set<String> NOT_THREAD_SAFE =
      KnownTypes.union(
          KnownTypes.in(
              "java.text", "SimpleDateFormat DateFormat NumberFormat DecimalFormat MessageFormat"),
          KnownTypes.in("java.util", "Calendar GregorianCalendar"),
          Set.of("java.security.MessageDigest", "java.util.regex.Matcher"));
  private static final Set<String> SINGLETONS =
      Set.of(
          "Component",
          "Service",
          "Controller",
          "RestController",
          "Repository",
          "Singleton",
          "ApplicationScoped",
          "WebServlet");
  private static final Set<String> CHANGING = Set.of("add", "remove", "put", "clear", "addAll");

  private SharingDetectors() {}

  static void register(Detectors looks) {
    looks.on(AssignExpr.class, SharingDetectors::assignment);
    looks.on(UnaryExpr.class, SharingDetectors::step);
    looks.onCall(MUTATING, SharingDetectors::mutation);
    looks.on(VariableDeclarator.class, SharingDetectors::field);
    looks.onCall(Set.of("put"), SharingDetectors::checkThenAct);
    looks.on(SynchronizedStmt.class, SharingDetectors::doubleChecked);
    looks.onCall(CHANGING, SharingDetectors::changedWhileWalked);
  }

  private static void assignment(AssignExpr assign, Scene scene) {
    Variable target = scene.variable(assign.getTarget());
    if (target != null) {
      written(target, assign, assign.getOperator() != AssignExpr.Operator.ASSIGN, scene);
    }
  }

  private static void step(UnaryExpr unary, Scene scene) {
    Variable target =
        switch (unary.getOperator()) {
          case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
              scene.variable(unary.getExpression());
          default -> null;
        };
    if (target != null) {
      written(target, unary, true, scene);
    }
  }

  private static void written(Variable target, Node write, boolean reads, Scene scene) {
    if (target.isVolatile() && reads && !Code.isLocked(write, scene)) {
      scene.found(UPDATE, write, target.name());
    } else if (target.isStatic()
        && !target.isVolatile()
        && !Code.runsOnce(scene)
        && !Code.isLocked(write, scene)) {
      scene.found(STATIC, write, target.name());
    }
  }

  private static void mutation(MethodCallExpr call, Scene scene) {
    Variable target = scene.variable(Code.scope(call));
    if (target != null
        && target.isStatic()
        && target.initializer() instanceof ObjectCreationExpr creation
        && scene.names().of(creation.getType()).isAny(MUTABLE)
        && !Code.runsOnce(scene)
        && !Code.isLocked(call, scene)) {
      scene.found(STATIC, call, target.name());
    }
  }

  private static void field(VariableDeclarator variable, Scene scene) {
    if (!(variable.getParentNode().orElse(null) instanceof FieldDeclaration field)) {
      return;
    }
    TypeRef type = scene.names().of(variable.getType());
    boolean shared =
        field.isStatic()
            || (field.getParentNode().orElse(null) instanceof ClassOrInterfaceDeclaration owner
                && isSingleton(owner));
    if (shared && type.isAny(NOT_THREAD_SAFE)) {
      scene.found("unsafe-shared-type", field, type.simpleName());
    }
  }

  private static boolean isSingleton(ClassOrInterfaceDeclaration owner) {
    return owner.getAnnotations().stream()
            .anyMatch(one -> SINGLETONS.contains(one.getName().getIdentifier()))
        || owner.getExtendedTypes().stream()
            .anyMatch(parent -> parent.getNameAsString().equals("HttpServlet"));
  }

  private static void checkThenAct(MethodCallExpr call, Scene scene) {
    String map = Code.name(Code.scope(call));
    if (!map.isEmpty()
        && Code.receives(call, scene, KnownTypes.CONCURRENT_MAPS)
        && Code.around(call, IfStmt.class, check -> asks(check.getCondition(), map)).isPresent()
        && !Code.isLocked(call, scene)) {
      scene.found(UPDATE, call, map);
    }
  }

  private static boolean asks(Expression condition, String map) {
    Expression plain = Code.plain(condition);
    if (plain.isUnaryExpr()) {
      plain = Code.plain(plain.asUnaryExpr().getExpression());
    } else if (plain.isBinaryExpr() && plain.asBinaryExpr().getRight().isNullLiteralExpr()) {
      plain = Code.plain(plain.asBinaryExpr().getLeft());
    }
    return plain instanceof MethodCallExpr call
        && Set.of("containsKey", "get").contains(call.getNameAsString())
        && Code.name(Code.scope(call)).equals(map);
  }

  private static void doubleChecked(SynchronizedStmt block, Scene scene) {
    if (block.getBody().getStatements().isEmpty()
        || !(block.getBody().getStatement(0) instanceof IfStmt inner)) {
      return;
    }
    String name = Code.nullCheck(inner.getCondition());
    Variable field = name.isEmpty() ? null : scene.variable(name);
    if (field != null
        && field.isField()
        && !field.isVolatile()
        && Code.around(
                block, IfStmt.class, outer -> Code.nullCheck(outer.getCondition()).equals(name))
            .isPresent()) {
      scene.found(UPDATE, block.getExpression(), name);
    }
  }

  private static void changedWhileWalked(MethodCallExpr call, Scene scene) {
    String name = Code.name(Code.scope(call));
    if (name.isEmpty()
        || !scene.inLoop()
        || Code.receives(call, scene, KnownTypes.CONCURRENT_MAPS)
        || leavesLoop(call)) {
      return;
    }
    for (Node loop : scene.loops()) {
      if (loop instanceof ForEachStmt each
          && walks(each.getIterable(), Code.scope(call), name, scene)) {
        scene.found("modified-while-iterated", call, name);
        return;
      }
    }
  }

  /** A field and a parameter of the same name are two things. */
  private static boolean walks(
      Expression iterable, @Nullable Expression changed, String name, Scene scene) {
    boolean view =
        iterable instanceof MethodCallExpr call
            && Set.of("keySet", "values", "entrySet").contains(call.getNameAsString());
    Expression walked = view ? Code.scope(iterable.asMethodCallExpr()) : iterable;
    Variable one = scene.variable(walked);
    Variable other = scene.variable(changed);
    return one == null || other == null
        ? one == null && other == null && Code.name(walked).equals(name)
        : one.declaration() == other.declaration();
  }

  /** Whether the statement after the call ends the loop or the method. */
  private static boolean leavesLoop(MethodCallExpr call) {
    if (!(call.getParentNode().orElse(null) instanceof ExpressionStmt statement)
        || !(statement.getParentNode().orElse(null) instanceof BlockStmt block)) {
      return false;
    }
    List<Statement> statements = block.getStatements();
    Statement last = statements.get(statements.size() - 1);
    return last instanceof BreakStmt || last instanceof ReturnStmt || last.isThrowStmt();
  }
}
