package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collections that are chosen, grown, copied and walked expensively. */
final class CollectionDetectors {

  private static final String LINKED = "java.util.LinkedList";
  private static final Set<String> GROWING =
      KnownTypes.in(
          "java.util",
          "ArrayList HashMap LinkedHashMap HashSet LinkedHashSet ArrayDeque StringJoiner");
  private static final Set<String> FILLING = Set.of("add", "put", "addLast", "push", "offer");
  private static final Set<String> OF_LIST =
      Set.of(
          "add", "addLast", "addFirst", "offer", "push", "get", "remove", "poll", "set", "addAll");
  private static final Set<String> SEARCHING = Set.of("contains", "indexOf", "lastIndexOf");
  private static final Set<String> SEARCHED =
      KnownTypes.union(
          KnownTypes.LISTS, KnownTypes.in("java.util.concurrent", "CopyOnWriteArrayList"));
  private static final Set<String> COPYING =
      KnownTypes.in("java.util", "ArrayList HashMap HashSet LinkedHashMap TreeMap LinkedList");

  /** Most statements of a loop that does little but walk. */
  private static final int SHORT = 6;

  private CollectionDetectors() {}

  static void register(Detectors looks) {
    looks.onCall(OF_LIST, CollectionDetectors::linkedList);
    looks.on(ObjectCreationExpr.class, CollectionDetectors::creation);
    looks.onCall(SEARCHING, CollectionDetectors::search);
    looks.onCall(FILLING, CollectionDetectors::filling);
    looks.onCall(Set.of("get"), CollectionDetectors::lookup);
    looks.onCall(Set.of("values"), CollectionDetectors::enumValues);
    looks.on(ForEachStmt.class, CollectionDetectors::iteration);
    looks.on(ReturnStmt.class, CollectionDetectors::copy);
  }

  private static void creation(ObjectCreationExpr creation, Scene scene) {
    if (scene.names().of(creation.getType()).is(LINKED) && !Code.runsOnce(scene)) {
      scene.found("linked-list", creation, "LinkedList");
    }
  }

  private static void linkedList(MethodCallExpr call, Scene scene) {
    Variable list = scene.variable(Code.scope(call));
    if (list != null && isLinked(list, scene)) {
      scene.found("linked-list", call, list.name());
    }
  }

  private static void search(MethodCallExpr call, Scene scene) {
    if (call.getArguments().size() == 1
        && !Code.runsOnce(scene)
        && Code.receives(call, scene, SEARCHED)) {
      scene.found("list-search", call, Code.name(Code.scope(call)));
    }
  }

  private static boolean isLinked(Variable list, Scene scene) {
    return (list.type() != null && list.type().is(LINKED))
        || (list.initializer() instanceof ObjectCreationExpr creation
            && scene.names().of(creation.getType()).is(LINKED));
  }

  private static void filling(MethodCallExpr call, Scene scene) {
    Variable target = scene.inLoop() ? scene.variable(Code.scope(call)) : null;
    if (target == null || target.isField() || !scene.outlivesLoop(target)) {
      return;
    }
    Node loop = scene.loops().element();
    boolean bounded = loop instanceof ForEachStmt || loop instanceof ForStmt;
    if (bounded
        && target.initializer() instanceof ObjectCreationExpr creation
        && creation.getArguments().isEmpty()
        && creation.getAnonymousClassBody().isEmpty()
        && scene.names().of(creation.getType()).isAny(GROWING)) {
      scene.foundOnce(
          "unsized-collection",
          target.declaration(),
          target.declaration(),
          scene.loops().getLast(),
          target.name());
    }
  }

  private static void lookup(MethodCallExpr call, Scene scene) {
    if (call.getArguments().size() != 1) {
      return;
    }
    Variable key = scene.variable(call.getArgument(0));
    String map = Code.name(Code.scope(call));
    if (key == null || map.isEmpty()) {
      return;
    }
    Code.around(key.declaration(), ForEachStmt.class, loop -> true)
        .filter(loop -> loop.getVariableDeclarator() == key.declaration())
        .map(ForEachStmt::getIterable)
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(keys -> keys.getNameAsString().equals("keySet"))
        .filter(keys -> Code.name(Code.scope(keys)).equals(map))
        .ifPresent(keys -> scene.found("key-set-lookup", call, map));
  }

  private static void enumValues(MethodCallExpr call, Scene scene) {
    Expression scope = Code.scope(call);
    if (call.getArguments().isEmpty()
        && scope != null
        && scope.isNameExpr()
        && scene.variable(scope) == null
        && Character.isUpperCase(scope.asNameExpr().getNameAsString().charAt(0))
        && !Code.runsOnce(scene)) {
      scene.found("enum-values", call, scope.asNameExpr().getNameAsString());
    }
  }

  private static void iteration(ForEachStmt loop, Scene scene) {
    Variable list = scene.variable(loop.getIterable());
    if (list != null && isLinked(list, scene)) {
      if (isShort(loop.getBody())) {
        scene.found("linked-list", loop, PatternMatch.EACH_OF + list.name());
      } else {
        scene.found("linked-list", loop.getIterable(), list.name());
      }
      return;
    }
    TypeRef walked = scene.typeOf(loop.getIterable());
    if (walked != null && walked.isAny(KnownTypes.LISTS)) {
      scene.found("iterator-per-loop", loop.getIterable(), Code.name(loop.getIterable()));
    }
  }

  /** A body that cannot take much time itself: a few statements, no loop and no lambda. */
  private static boolean isShort(Statement body) {
    return body.findAll(Statement.class, one -> !one.isBlockStmt()).size() <= SHORT
        && body.findFirst(
                Node.class,
                one ->
                    one instanceof LambdaExpr
                        || one instanceof ForStmt
                        || one instanceof ForEachStmt
                        || one instanceof WhileStmt
                        || one instanceof DoStmt)
            .isEmpty();
  }

  private static void copy(ReturnStmt statement, Scene scene) {
    Expression value = statement.getExpression().orElse(null);
    Expression source = null;
    if (value instanceof MethodCallExpr call) {
      source =
          switch (call.getNameAsString()) {
            case "clone", "toArray" -> Code.scope(call);
            case "copyOf", "copyOfRange" -> Code.argument(call, 0);
            default -> null;
          };
    } else if (value instanceof ObjectCreationExpr creation
        && creation.getArguments().size() == 1
        && scene.names().of(creation.getType()).isAny(COPYING)) {
      source = creation.getArgument(0);
    }
    @Nullable Variable field = scene.variable(source);
    if (field != null && field.isField()) {
      scene.found("defensive-copy", statement, field.name());
    }
  }
}
