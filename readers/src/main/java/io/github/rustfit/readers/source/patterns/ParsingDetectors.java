package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text taken apart, and numbers read from the pieces. */
final class ParsingDetectors {

  private static final Set<String> PARSING =
      Set.of("parseInt", "parseLong", "parseDouble", "parseFloat", "parseShort", "parseByte");
  private static final String NUMBERS = "text-parsing";

  private ParsingDetectors() {}

  static void register(Detectors looks) {
    looks.onCall(PARSING, ParsingDetectors::parse);
    looks.onCall(Set.of("valueOf"), ParsingDetectors::parse);
    looks.on(ObjectCreationExpr.class, ParsingDetectors::decimal);
    looks.onCall(Set.of("split"), ParsingDetectors::split);
  }

  private static void parse(MethodCallExpr call, Scene scene) {
    TypeRef number = scene.typeOf(call);
    boolean parses = PARSING.contains(call.getNameAsString()) || (number != null && number.isBox());
    if (parses && call.getArguments().size() == 1) {
      numbers(call, call.getArgument(0), scene);
    }
  }

  private static void decimal(ObjectCreationExpr creation, Scene scene) {
    if (scene.names().of(creation.getType()).is("java.math.BigDecimal")
        && creation.getArguments().size() == 1) {
      numbers(creation, creation.getArgument(0), scene);
    }
  }

  /** The outermost loop around it, or the method, which may be called in one. */
  private static void numbers(Node call, Expression text, Scene scene) {
    TypeRef type = text.isStringLiteralExpr() ? null : scene.typeOf(text);
    if (type == null || !type.isString() || Code.runsOnce(scene)) {
      return;
    }
    @Nullable Node around = scene.inLoop() ? scene.loops().getLast() : scene.callable();
    if (around != null && (scene.inLoop() || around instanceof CallableDeclaration)) {
      scene.foundOnce(NUMBERS, around, around, around, "");
    }
  }

  /** One that compiles an expression is a match of its own. */
  private static void split(MethodCallExpr call, Scene scene) {
    TypeRef receiver = Code.receiver(call, scene);
    if (scene.inLoop()
        && receiver != null
        && receiver.isString()
        && !RegexDetectors.compiles(call, scene)) {
      scene.found("split-in-loop", call, Code.name(Code.scope(call)));
    }
  }
}
