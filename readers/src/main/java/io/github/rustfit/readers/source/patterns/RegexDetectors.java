package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Regular expressions compiled where they are used. */
final class RegexDetectors {

  private static final String PATTERN = "java.util.regex.Pattern";
  private static final Set<String> OF_STRING =
      Set.of("matches", "replaceAll", "replaceFirst", "split");

  /** Characters that mean something in a regular expression; see {@code String.split}. */
  private static final String META = ".$|()[{^?*+\\";

  private RegexDetectors() {}

  static void register(Detectors looks) {
    looks.onCall(KnownTypes.union(OF_STRING, Set.of("compile")), RegexDetectors::call);
  }

  private static void call(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    Expression regex = Code.argument(call, 0);
    if (regex == null || Code.runsOnce(scene) || !isConstant(regex, scene)) {
      return;
    }
    boolean compiles =
        (name.equals("compile") || name.equals("matches")) && Code.isStatic(call, scene, PATTERN);
    if ((compiles && !Code.isStored(call, scene)) || ofString(call, name, regex, scene)) {
      scene.found("regex-per-call", call, shown(regex));
    }
  }

  /** Whether it is a call of a method of String that compiles its constant argument each time. */
  static boolean compiles(MethodCallExpr call, Scene scene) {
    Expression regex = Code.argument(call, 0);
    return regex != null
        && isConstant(regex, scene)
        && ofString(call, call.getNameAsString(), regex, scene);
  }

  /** What varies from call to call cannot be compiled once. */
  private static boolean isConstant(Expression regex, Scene scene) {
    Variable variable = scene.variable(regex);
    return regex.isStringLiteralExpr()
        || regex.isTextBlockLiteralExpr()
        || (variable != null && variable.isStatic() && variable.isFinal());
  }

  private static boolean ofString(MethodCallExpr call, String name, Expression regex, Scene scene) {
    if (!OF_STRING.contains(name) || call.getScope().isEmpty()) {
      return false;
    }
    @Nullable TypeRef receiver = Code.receiver(call, scene);
    boolean string =
        receiver == null
            ? regex.isStringLiteralExpr() && !isType(call, scene)
            : receiver.isString();
    return string && !(name.equals("split") && isPlain(regex));
  }

  private static boolean isType(MethodCallExpr call, Scene scene) {
    Expression scope = Code.scope(call);
    return scope != null
        && scope.isNameExpr()
        && scene.variable(scope) == null
        && Character.isUpperCase(scope.asNameExpr().getNameAsString().charAt(0));
  }

  /** What {@code String.split} does without compiling an expression. */
  private static boolean isPlain(Expression regex) {
    if (!regex.isStringLiteralExpr()) {
      return false;
    }
    String text = regex.asStringLiteralExpr().asString();
    return (text.length() == 1 && META.indexOf(text.charAt(0)) < 0)
        || (text.length() == 2
            && text.charAt(0) == '\\'
            && !Character.isLetterOrDigit(text.charAt(1)));
  }

  private static String shown(Expression regex) {
    return regex.isStringLiteralExpr() ? regex.asStringLiteralExpr().getValue() : Code.name(regex);
  }
}
