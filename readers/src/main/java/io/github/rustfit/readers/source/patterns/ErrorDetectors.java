package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;
import java.util.Set;

/** Errors and cases that are passed over, and resources that stay open. */
final class ErrorDetectors {

  private static final String IGNORED = "ignored-error";
  private static final String SWITCH = "open-switch";
  private static final Set<String> EXPECTED =
      Set.of("ignored", "ignore", "expected", "unused", "_");
  private static final Set<String> OF_FILE =
      Set.of(
          "delete", "mkdir", "mkdirs", "createNewFile", "renameTo", "setReadable", "setWritable");

  private static final Set<String> IGNORABLE =
      KnownTypes.union(OF_FILE, Set.of("submit", "await", "offer"));

  private ErrorDetectors() {}

  static void register(Detectors looks) {
    looks.on(CatchClause.class, ErrorDetectors::swallowed);
    looks.on(ExpressionStmt.class, ErrorDetectors::ignoredResult);
    looks.on(VariableDeclarator.class, ErrorDetectors::opened);
    looks.on(NameExpr.class, ErrorDetectors::used);
    looks.on(SwitchStmt.class, ErrorDetectors::missingCase);
    looks.on(SwitchEntry.class, ErrorDetectors::fallsThrough);
  }

  private static void swallowed(CatchClause clause, Scene scene) {
    List<Statement> body = clause.getBody().getStatements();
    String type = clause.getParameter().getTypeAsString();
    boolean broad = type.equals("Exception") || type.equals("Throwable");
    if ((body.isEmpty() && !EXPECTED.contains(clause.getParameter().getNameAsString()))
        || (broad && body.size() == 1 && onlyLogs(body.get(0)))) {
      scene.found(IGNORED, clause, type);
    }
  }

  private static boolean onlyLogs(Statement statement) {
    return statement instanceof ExpressionStmt expression
        && expression.getExpression() instanceof MethodCallExpr call
        && (call.getNameAsString().equals("printStackTrace")
            || LogDetectors.isLogger(Code.scope(call)));
  }

  private static void ignoredResult(ExpressionStmt statement, Scene scene) {
    if (!(statement.getExpression() instanceof MethodCallExpr call)) {
      return;
    }
    String name = call.getNameAsString();
    TypeRef receiver = IGNORABLE.contains(name) ? Code.receiver(call, scene) : null;
    if (receiver == null) {
      return;
    }
    boolean ignored =
        (receiver.is("java.io.File") && OF_FILE.contains(name))
            || (receiver.is("java.util.concurrent.ExecutorService") && name.equals("submit"))
            || (receiver.is("java.util.concurrent.CountDownLatch")
                && name.equals("await")
                && call.getArguments().size() == 2)
            || (name.equals("offer") && receiver.name().endsWith("BlockingQueue"));
    if (ignored) {
      scene.found(IGNORED, statement, receiver.simpleName() + "." + name);
    }
  }

  private static void opened(VariableDeclarator variable, Scene scene) {
    boolean local =
        variable.getParentNode().flatMap(Node::getParentNode).orElse(null)
            instanceof ExpressionStmt;
    if (local
        && variable.getInitializer().orElse(null) instanceof ObjectCreationExpr creation
        && scene.names().of(creation.getType()).isAny(KnownTypes.RESOURCES)) {
      scene.suspect("unclosed-resource", variable, creation.getType().getNameAsString());
    }
  }

  /** Any use that may close the resource or hand it on clears it. */
  private static void used(NameExpr name, Scene scene) {
    Variable variable = scene.suspects() ? scene.variable(name) : null;
    Node parent = name.getParentNode().orElse(null);
    if (variable == null) {
      return;
    }
    boolean onlyRead =
        parent instanceof FieldAccessExpr
            || parent instanceof BinaryExpr
            || (parent instanceof MethodCallExpr call
                && call.getScope().orElse(null) == name
                && !call.getNameAsString().equals("close"));
    if (!onlyRead || parent instanceof TryStmt) {
      scene.settle(variable.declaration());
    }
  }

  private static void missingCase(SwitchStmt choice, Scene scene) {
    List<SwitchEntry> entries = choice.getEntries();
    boolean constants =
        !entries.isEmpty()
            && entries.stream()
                .allMatch(entry -> entry.getLabels().stream().allMatch(NameExpr.class::isInstance));
    boolean hasDefault =
        entries.stream().anyMatch(entry -> entry.isDefault() || entry.getLabels().isEmpty());
    if (constants && !hasDefault && !coversAll(choice, entries, scene)) {
      scene.found(SWITCH, choice.getSelector(), String.valueOf(choice.getSelector()));
    }
  }

  private static boolean coversAll(SwitchStmt choice, List<SwitchEntry> entries, Scene scene) {
    TypeRef type = scene.typeOf(choice.getSelector());
    EnumDeclaration declared = type == null ? null : scene.names().enumOf(type.name());
    return declared != null
        && entries.stream().mapToInt(entry -> entry.getLabels().size()).sum()
            >= declared.getEntries().size();
  }

  private static void fallsThrough(SwitchEntry entry, Scene scene) {
    if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP
        || entry.getStatements().isEmpty()
        || !(entry.getParentNode().orElse(null) instanceof SwitchStmt choice)
        || choice.getEntries().get(choice.getEntries().size() - 1) == entry) {
      return;
    }
    Statement last = entry.getStatement(entry.getStatements().size() - 1);
    if (last instanceof BlockStmt block && !block.getStatements().isEmpty()) {
      last = block.getStatement(block.getStatements().size() - 1);
    }
    if (completes(last)) {
      scene.found(SWITCH, last, "falls through");
    }
  }

  /** Whether the next statement can be reached from this one; loops and branches are not judged. */
  private static boolean completes(Statement statement) {
    return statement instanceof ExpressionStmt || statement instanceof ForStmt;
  }
}
