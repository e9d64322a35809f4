package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnknownType;
import com.github.javaparser.ast.type.VarType;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a walk over a file is: the type, method, loops and variables around the current node. */
final class Scene {

  /** Most matches of a file; what is beyond them says no more about it. */
  static final int MOST = 500;

  private static final int LONGEST_SUBJECT = 80;

  /** What is around a node inside one method body. */
  record Body(Node callable, Deque<Node> loops) {}

  private final Names names;
  private final Typing typing;
  private final SortedSet<PatternMatch> matches = new TreeSet<>();

  /** Variables of each open scope, the innermost last; null where none is declared. */
  private final List<@Nullable Map<String, Variable>> scopes = new ArrayList<>();

  private final Deque<Body> bodies = new ArrayDeque<>();
  private final Deque<Map.Entry<LambdaExpr, Boolean>> lambdas = new ArrayDeque<>();
  private final Map<Node, Set<String>> marks = new IdentityHashMap<>();
  private final Map<Node, Set<String>> reported = new IdentityHashMap<>();
  private final Map<Node, Map<String, List<MethodDeclaration>>> methodsOf = new IdentityHashMap<>();
  private final Map<Node, PatternMatch> suspects = new IdentityHashMap<>();
  private String className = "";
  private String method = "";
  private boolean cut;

  Scene(Names names) {
    this.names = names;
    this.typing = new Typing(this);
  }

  Names names() {
    return names;
  }

  /** The type of an expression, or null where the file does not tell. */
  @Nullable TypeRef typeOf(Expression expression) {
    return typing.of(expression);
  }

  SortedSet<PatternMatch> matches() {
    return matches;
  }

  /** Whether there were more matches than are kept. */
  boolean cut() {
    return cut;
  }

  // Where the walk is.

  void inClass(String binaryName) {
    className = binaryName;
  }

  void inMethod(String name) {
    method = name;
  }

  String className() {
    return className;
  }

  /** As a stack trace names it; empty outside of methods and initializers. */
  String method() {
    return method;
  }

  void openScope() {
    scopes.add(null);
  }

  void closeScope() {
    scopes.remove(scopes.size() - 1);
  }

  void openBody(Node callable) {
    bodies.push(new Body(callable, new ArrayDeque<>()));
    openScope();
  }

  void closeBody() {
    bodies.pop();
    closeScope();
  }

  void openLoop(Node loop) {
    if (!bodies.isEmpty()) {
      bodies.element().loops().push(loop);
    }
  }

  void closeLoop() {
    if (!bodies.isEmpty()) {
      bodies.element().loops().pop();
    }
  }

  /** The method, constructor or initializer around the node, or null. */
  @Nullable Node callable() {
    return bodies.isEmpty() ? null : bodies.element().callable();
  }

  /** The loops of the current method around the node, the innermost first. */
  Deque<Node> loops() {
    return bodies.isEmpty() ? new ArrayDeque<>() : bodies.element().loops();
  }

  boolean inLoop() {
    return !loops().isEmpty();
  }

  void openLambda(LambdaExpr lambda) {
    lambdas.push(Map.entry(lambda, inLoop()));
  }

  void closeLambda() {
    lambdas.pop();
  }

  /** The innermost lambda around the node if a loop makes it in each round, or null. */
  @Nullable LambdaExpr lambdaInLoop() {
    return !lambdas.isEmpty() && lambdas.element().getValue() ? lambdas.element().getKey() : null;
  }

  /** Notes something about a node. */
  void mark(Node node, String what) {
    marks.computeIfAbsent(node, n -> new HashSet<>()).add(what);
  }

  boolean marked(Node node, String what) {
    return marks.getOrDefault(node, Set.of()).contains(what);
  }

  // Variables.

  void declare(Variable variable) {
    int innermost = scopes.size() - 1;
    if (innermost >= 0) {
      Map<String, Variable> scope = scopes.get(innermost);
      if (scope == null) {
        scope = new HashMap<>();
        scopes.set(innermost, scope);
      }
      scope.put(variable.name(), variable);
    }
  }

  /** A local variable at its declaration. */
  void declare(VariableDeclarator variable) {
    Expression initializer = variable.getInitializer().orElse(null);
    declare(
        new Variable(
            variable.getNameAsString(),
            typeOf(variable.getType(), initializer),
            loops().size(),
            initializer,
            variable,
            null));
  }

  /** The written type, or for {@code var} that of what it starts with. */
  @Nullable TypeRef typeOf(Type written, @Nullable Expression initializer) {
    if (written instanceof VarType) {
      return initializer == null ? null : typeOf(initializer);
    }
    return written instanceof UnknownType ? null : names.of(written);
  }

  @Nullable Variable variable(String name) {
    return variable(name, false);
  }

  private @Nullable Variable variable(String name, boolean onlyFields) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      Map<String, Variable> scope = scopes.get(i);
      Variable found = scope == null ? null : scope.get(name);
      if (found != null && (found.isField() || !onlyFields)) {
        return found;
      }
    }
    return null;
  }

  /** The variable that an expression names, {@code this.x} included, or null. */
  @Nullable Variable variable(@Nullable Expression expression) {
    if (expression == null) {
      return null;
    }
    if (expression.isNameExpr()) {
      return variable(expression.asNameExpr().getNameAsString());
    }
    if (expression.isFieldAccessExpr() && expression.asFieldAccessExpr().getScope().isThisExpr()) {
      return variable(expression.asFieldAccessExpr().getNameAsString(), true);
    }
    return null;
  }

  /** Whether the variable is declared outside of the innermost loop around the node. */
  boolean outlivesLoop(Variable variable) {
    return inLoop() && (variable.isField() || variable.loops() < loops().size());
  }

  /** The methods of that name that a type declares itself. */
  List<MethodDeclaration> methods(TypeDeclaration<?> type, String name) {
    return methodsOf
        .computeIfAbsent(
            type,
            t -> {
              Map<String, List<MethodDeclaration>> byName = new HashMap<>();
              for (MethodDeclaration one : type.getMethods()) {
                byName.computeIfAbsent(one.getNameAsString(), n -> new ArrayList<>()).add(one);
              }
              return byName;
            })
        .getOrDefault(name, List.of());
  }

  // What was found.

  /** A match at the lines of a node. */
  void found(String pattern, Node node, String subject) {
    node.getRange().ifPresent(range -> add(pattern, range.begin.line, range.end.line, subject));
  }

  /** A match from the start of one node to the end of another. */
  void found(String pattern, Node from, Node to, String subject) {
    Range first = from.getRange().orElse(null);
    Range last = to.getRange().orElse(null);
    if (first != null && last != null) {
      add(pattern, first.begin.line, Math.max(first.end.line, last.end.line), subject);
    }
  }

  /** The same, but only the first time for this thing. */
  void foundOnce(String pattern, Node thing, Node from, Node to, String subject) {
    if (reported.computeIfAbsent(thing, t -> new HashSet<>()).add(pattern)) {
      found(pattern, from, to, subject);
    }
  }

  /** A match unless {@link #settle} is called for the thing before the file ends. */
  void suspect(String pattern, Node thing, String subject) {
    thing
        .getRange()
        .ifPresent(
            range ->
                suspects.put(
                    thing,
                    new PatternMatch(
                        pattern, range.begin.line, range.end.line, className, method, subject)));
  }

  /** Whether anything waits for being settled. */
  boolean suspects() {
    return !suspects.isEmpty();
  }

  void settle(Node thing) {
    suspects.remove(thing);
  }

  /** The file has ended. */
  void finish() {
    for (PatternMatch match : new TreeSet<>(suspects.values())) {
      if (matches.size() >= MOST) {
        cut = true;
        return;
      }
      matches.add(match);
    }
  }

  private void add(String pattern, int first, int last, String subject) {
    if (matches.size() >= MOST) {
      cut = true;
      return;
    }
    String shortened =
        subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
    matches.add(new PatternMatch(pattern, first, last, className, method, shortened));
  }
}
