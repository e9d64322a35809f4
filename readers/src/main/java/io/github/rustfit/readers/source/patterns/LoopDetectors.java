package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.Set;

/** What a loop makes anew in each round. */
final class LoopDetectors {

  private static final Set<String> STREAMS = Set.of("stream", "parallelStream");
  private static final Set<String> STREAM_SOURCES = Set.of("of", "range", "rangeClosed", "iterate");

  private LoopDetectors() {}

  static void register(Detectors looks) {
    looks.onCall(KnownTypes.union(STREAMS, STREAM_SOURCES), LoopDetectors::stream);
    looks.on(NameExpr.class, LoopDetectors::captured);
    looks.on(ThisExpr.class, (self, scene) -> capturing(self, scene));
    looks.on(MethodReferenceExpr.class, LoopDetectors::reference);
    looks.on(ObjectCreationExpr.class, LoopDetectors::creation);
    looks.on(ArrayCreationExpr.class, LoopDetectors::array);
    looks.onCall(Set.of("of", "ofNullable", "entry"), LoopDetectors::wrapper);
    looks.on(ArrayAccessExpr.class, LoopDetectors::element);
    looks.on(MethodCallExpr.class, (call, scene) -> scalar(scene, "call"));
    looks.on(IfStmt.class, (branch, scene) -> scalar(scene, "call"));
  }

  private static void stream(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    boolean starts =
        (STREAMS.contains(name) && call.getScope().isPresent())
            || (STREAM_SOURCES.contains(name)
                && Set.of("java.util.stream.Stream", "java.util.stream.IntStream").stream()
                    .anyMatch(type -> Code.isStatic(call, scene, type)));
    if (starts && scene.inLoop()) {
      Node last = call;
      while (last.getParentNode().orElse(null) instanceof MethodCallExpr outer
          && outer.getScope().orElse(null) == last) {
        last = outer;
      }
      scene.found("stream-in-loop", call, last, Code.name(Code.scope(call)));
    }
  }

  private static void captured(NameExpr name, Scene scene) {
    LambdaExpr lambda = scene.lambdaInLoop();
    Variable variable = lambda == null ? null : scene.variable(name);
    if (lambda != null && variable != null) {
      boolean outside =
          variable.isField()
              ? !variable.isStatic()
              : begin(variable.declaration()).isBefore(begin(lambda));
      if (outside) {
        capturing(name, scene);
      }
    }
  }

  private static void capturing(Node what, Scene scene) {
    LambdaExpr lambda = scene.lambdaInLoop();
    if (lambda != null) {
      String subject = what instanceof NameExpr name ? name.getNameAsString() : "this";
      scene.foundOnce("capturing-lambda-in-loop", lambda, lambda, lambda, subject);
    }
  }

  private static Position begin(Node node) {
    return node.getRange().map(range -> range.begin).orElse(Position.HOME);
  }

  private static void reference(MethodReferenceExpr reference, Scene scene) {
    Expression scope = reference.getScope();
    boolean bound =
        scope.isThisExpr()
            || scene.variable(scope) != null
            || (scope instanceof TypeExpr name && scene.variable(name.getTypeAsString()) != null);
    if (scene.inLoop() && bound) {
      scene.found("capturing-lambda-in-loop", reference, reference.getIdentifier());
    }
  }

  private static void creation(ObjectCreationExpr creation, Scene scene) {
    if (!scene.inLoop() || Code.around(creation, ThrowStmt.class, t -> true).isPresent()) {
      return;
    }
    TypeRef type = scene.names().of(creation.getType());
    if (scene.names().isRecord(creation.getType().getNameAsString())
        || Set.of("Pair", "Tuple", "SimpleEntry", "SimpleImmutableEntry")
            .contains(creation.getType().getNameAsString())) {
      scene.found("wrapper-per-element", creation, creation.getType().getNameAsString());
    } else if (creation.getAnonymousClassBody().isEmpty()
        && !type.isBox()
        && !type.is("java.math.BigDecimal")
        && !type.is("java.lang.Thread")
        && creation.getArguments().stream().allMatch(one -> isInvariant(one, scene))) {
      scene.found("allocation-in-loop", creation, type.simpleName());
    }
  }

  private static void array(ArrayCreationExpr creation, Scene scene) {
    boolean invariant =
        creation.getInitializer().isEmpty()
            && creation.getLevels().stream()
                .allMatch(
                    level ->
                        level.getDimension().map(size -> isInvariant(size, scene)).orElse(true));
    if (scene.inLoop() && invariant) {
      scene.found(
          "allocation-in-loop", creation, scene.names().of(creation.getElementType()).simpleName());
    }
  }

  /** Whether the value is the same in each round: a literal, or declared before the loop. */
  private static boolean isInvariant(Expression value, Scene scene) {
    Variable variable = scene.variable(value);
    return value.isLiteralExpr() || (variable != null && scene.outlivesLoop(variable));
  }

  private static void wrapper(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    boolean wraps =
        (name.startsWith("of") && Code.isStatic(call, scene, "java.util.Optional"))
            || (name.equals("entry") && Code.isStatic(call, scene, "java.util.Map"))
            || (name.equals("of") && Set.of("Pair", "Tuple").contains(Code.name(Code.scope(call))));
    if (wraps && scene.inLoop()) {
      scene.found(
          "wrapper-per-element", call, name.equals("entry") ? "" : Code.name(Code.scope(call)));
    }
  }

  /** The element of an array at the counter of the loop. */
  private static void element(ArrayAccessExpr access, Scene scene) {
    Variable index = scene.variable(access.getIndex());
    if (index != null && scene.inLoop() && index.loops() == scene.loops().size() - 1) {
      scalar(scene, "array");
    }
  }

  private static void scalar(Scene scene, String mark) {
    if (scene.inLoop() && scene.loops().element() instanceof ForStmt loop) {
      scene.mark(loop, mark);
      if (scene.marked(loop, "array") && scene.marked(loop, "call")) {
        scene.foundOnce("scalar-array-loop", loop, loop, loop, "");
      }
    }
  }
}
