package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Strings built, formatted, split and decoded. */
final class TextDetectors {

  private static final Set<String> BUILDERS =
      Set.of("java.lang.StringBuilder", "java.lang.StringBuffer");
  private static final Set<String> COMPARING =
      Set.of("equals", "startsWith", "endsWith", "contains", "indexOf", "compareTo");
  private static final String CHURN = "charset-churn";
  private static final String DATE = "date-format-per-call";

  private TextDetectors() {}

  static void register(Detectors looks) {
    looks.on(AssignExpr.class, TextDetectors::concatenation);
    looks.onCall(Set.of("append"), TextDetectors::append);
    looks.onCall(Set.of("format", "formatted", "ofPattern"), TextDetectors::format);
    looks.onCall(COMPARING, TextDetectors::conversion);
    looks.onCall(Set.of("getBytes", "toCharArray"), TextDetectors::conversion);
    looks.on(ObjectCreationExpr.class, TextDetectors::creation);
    RegexDetectors.register(looks);
    ParsingDetectors.register(looks);
    LogDetectors.register(looks);
  }

  private static void concatenation(AssignExpr assign, Scene scene) {
    Variable target = scene.variable(assign.getTarget());
    if (target == null
        || target.type() == null
        || !target.type().isString()
        || !scene.outlivesLoop(target)) {
      return;
    }
    boolean appends =
        assign.getOperator() == AssignExpr.Operator.PLUS
            || (assign.getOperator() == AssignExpr.Operator.ASSIGN
                && leftmost(assign.getValue()).equals(target.name()));
    if (appends) {
      scene.found("string-concat-in-loop", assign, target.name());
    }
  }

  /** The name that a chain of {@code +} begins with; empty when there is none. */
  private static String leftmost(Expression value) {
    Expression at = Code.plain(value);
    boolean chain = false;
    while (at instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS) {
      chain = true;
      at = Code.plain(binary.getLeft());
    }
    return chain ? Code.name(at) : "";
  }

  private static void append(MethodCallExpr call, Scene scene) {
    Variable builder =
        call.getNameAsString().equals("append") ? scene.variable(Code.scope(call)) : null;
    if (builder != null
        && !builder.isField()
        && builder.type() != null
        && builder.type().isAny(BUILDERS)
        && scene.outlivesLoop(builder)
        && builder.initializer() instanceof ObjectCreationExpr creation
        && creation.getArguments().isEmpty()) {
      scene.foundOnce(
          "unsized-string-builder",
          builder.declaration(),
          builder.declaration(),
          scene.loops().getLast(),
          builder.name());
    }
  }

  private static void format(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    boolean formats =
        (name.equals("format")
                && (Code.isStatic(call, scene, "java.lang.String")
                    || Code.isStatic(call, scene, "java.text.MessageFormat")))
            || (name.equals("formatted") && isString(Code.receiver(call, scene)));
    if (formats
        && !Code.runsOnce(scene)
        && Code.around(call, ThrowStmt.class, t -> true).isEmpty()) {
      scene.found("string-format", call, "");
    }
    if (name.equals("ofPattern")
        && Code.isStatic(call, scene, "java.time.format.DateTimeFormatter")
        && !Code.runsOnce(scene)
        && !Code.isStored(call, scene)) {
      scene.found(DATE, call, "DateTimeFormatter");
    }
  }

  private static void creation(ObjectCreationExpr creation, Scene scene) {
    TypeRef type = scene.names().of(creation.getType());
    if (type.is("java.text.SimpleDateFormat")
        && !Code.runsOnce(scene)
        && !Code.isStored(creation, scene)) {
      scene.found(DATE, creation, type.simpleName());
    }
    if (type.isString() && !creation.getArguments().isEmpty() && scene.inLoop()) {
      TypeRef argument = scene.typeOf(creation.getArgument(0));
      if (argument != null && argument.isArray() && argument.name().equals("byte")) {
        scene.found(CHURN, creation, "String");
      }
    }
  }

  private static void conversion(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    boolean each =
        scene.inLoop()
            || (call.getParentNode().orElse(null) instanceof ForEachStmt loop
                && loop.getIterable() == call);
    boolean converts =
        switch (name) {
          case "getBytes" ->
              isString(Code.receiver(call, scene)) && (each || call.getArguments().isEmpty());
          case "toCharArray" -> each && isString(Code.receiver(call, scene));
          default ->
              COMPARING.contains(name)
                  && (changesCase(Code.scope(call)) || changesCase(Code.argument(call, 0)));
        };
    if (converts && !Code.runsOnce(scene)) {
      scene.found(CHURN, call, name);
    }
  }

  private static boolean changesCase(@Nullable Expression expression) {
    return expression instanceof MethodCallExpr call
        && call.getArguments().size() <= 1
        && (call.getNameAsString().equals("toLowerCase")
            || call.getNameAsString().equals("toUpperCase"));
  }

  private static boolean isString(@Nullable TypeRef type) {
    return type != null && type.isString();
  }
}
