package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import java.util.Locale;
import java.util.Set;

/** Log messages that are built before the level is known. */
final class LogDetectors {

  private static final Set<String> RARELY_LOGGED =
      Set.of("debug", "trace", "fine", "finer", "finest");

  /** A message and two arguments need no array in SLF4J and Log4j. */
  private static final int WITHOUT_ARRAY = 3;

  private LogDetectors() {}

  static void register(Detectors looks) {
    looks.onCall(RARELY_LOGGED, LogDetectors::call);
  }

  private static void call(MethodCallExpr call, Scene scene) {
    if (!isLogger(Code.scope(call))
        || call.getArguments().stream().anyMatch(LambdaExpr.class::isInstance)) {
      return;
    }
    boolean builds =
        call.getArguments().size() > WITHOUT_ARRAY
            || call.getArguments().stream().anyMatch(argument -> isBuilt(argument, scene));
    if (builds
        && Code.around(call, IfStmt.class, guard -> asksLevel(guard.getCondition())).isEmpty()) {
      scene.found("eager-log-argument", call, call.getNameAsString());
    }
  }

  static boolean isLogger(@org.jspecify.annotations.Nullable Expression scope) {
    return Code.name(scope).toLowerCase(Locale.ROOT).contains("log");
  }

  private static boolean isBuilt(Expression argument, Scene scene) {
    if (argument instanceof BinaryExpr binary) {
      TypeRef type = scene.typeOf(binary);
      boolean constant = binary.getLeft().isLiteralExpr() && binary.getRight().isLiteralExpr();
      return type != null && type.isString() && !constant;
    }
    return argument instanceof MethodCallExpr call
        && Set.of("format", "formatted", "toString", "join").contains(call.getNameAsString());
  }

  private static boolean asksLevel(Expression condition) {
    Expression plain = Code.plain(condition);
    if (plain instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      plain = Code.plain(both.getLeft());
    }
    return plain instanceof MethodCallExpr call
        && (call.getNameAsString().endsWith("Enabled")
            || call.getNameAsString().equals("isLoggable"));
  }
}
