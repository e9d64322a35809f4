package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * One walk over a syntax tree, parents before children, without recursion: a deep tree takes heap,
 * not stack. It keeps the {@link Scene} as it goes.
 */
final class Walk {

  /** Methods that call the lambda they are given once for each element. */
  private static final Set<String> EACH =
      Set.of(
          "forEach",
          "forEachOrdered",
          "mapToObj",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "peek");

  private final Scene scene;
  private final Detectors looks;

  /** Nodes to enter and steps to take, the next one first. */
  private final Deque<Object> todo = new ArrayDeque<>();

  private final Runnable closeScope;

  Walk(Scene scene, Detectors looks) {
    this.scene = scene;
    this.looks = looks;
    this.closeScope = scene::closeScope;
  }

  void over(CompilationUnit unit, String packageName, String fileName) {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    for (TypeDeclaration<?> type : unit.getTypes()) {
      boolean compact =
          type instanceof ClassOrInterfaceDeclaration declared && declared.isCompact();
      scene.inClass(prefix + (compact ? fileName : type.getNameAsString()));
      enterType(type);
      while (!todo.isEmpty()) {
        Object next = todo.pop();
        if (next instanceof Node node) {
          enter(node);
        } else {
          ((Runnable) next).run();
        }
      }
    }
  }

  private void enter(Node node) {
    if (node instanceof TypeDeclaration<?> type) {
      enterNested(type);
    } else if (node instanceof CallableDeclaration<?> callable) {
      enterBody(
          callable, callable.isConstructorDeclaration() ? "<init>" : callable.getNameAsString());
    } else if (node instanceof CompactConstructorDeclaration) {
      enterBody(node, "<init>");
    } else if (node instanceof InitializerDeclaration block) {
      enterBody(block, block.isStatic() ? "<clinit>" : "<init>");
    } else if (node instanceof FieldDeclaration field) {
      boolean isStatic = field.getVariables().stream().anyMatch(this::isStatic);
      enterBody(field, isStatic ? "<clinit>" : "<init>");
    } else if (node instanceof EnumConstantDeclaration constant) {
      enterConstant(constant);
    } else {
      enterCode(node);
    }
  }

  private boolean isStatic(VariableDeclarator variable) {
    Variable known = scene.variable(variable.getNameAsString());
    return known != null && known.isStatic();
  }

  private void enterCode(Node node) {
    looks.at(node, scene);
    if (node instanceof VariableDeclarator variable) {
      scene.declare(variable);
      children(node);
    } else if (node instanceof ForStmt loop) {
      scene.openScope();
      List<Object> inside = new ArrayList<>();
      loop.getCompare().ifPresent(inside::add);
      inside.addAll(loop.getUpdate());
      inside.add(loop.getBody());
      loop(loop, List.copyOf(loop.getInitialization()), inside);
    } else if (node instanceof ForEachStmt loop) {
      scene.openScope();
      loop(loop, List.of(loop.getIterable()), List.of(loop.getVariable(), loop.getBody()));
    } else if (node instanceof WhileStmt loop) {
      scene.openScope();
      loop(loop, List.of(), List.of(loop.getCondition(), loop.getBody()));
    } else if (node instanceof DoStmt loop) {
      scene.openScope();
      loop(loop, List.of(), List.of(loop.getBody(), loop.getCondition()));
    } else if (node instanceof LambdaExpr lambda) {
      enterLambda(lambda);
    } else if (node instanceof ObjectCreationExpr creation
        && creation.getAnonymousClassBody().isPresent()) {
      enterAnonymous(creation);
    } else if (node instanceof BlockStmt
        || node instanceof SwitchEntry
        || node instanceof CatchClause
        || node instanceof TryStmt) {
      scene.openScope();
      if (node instanceof CatchClause clause) {
        declare(clause.getParameter());
      }
      todo.push(closeScope);
      children(node);
    } else {
      children(node);
    }
  }

  /** What no look asks for and holds no code: names, types, modifiers, annotations, literals. */
  private static boolean isPlain(Node node) {
    return node instanceof SimpleName
        || node instanceof LiteralExpr
        || node instanceof Type
        || node instanceof Modifier
        || node instanceof AnnotationExpr
        || node instanceof Name;
  }

  private void children(Node node) {
    List<Node> nodes = node.getChildNodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node child = nodes.get(i);
      if (!isPlain(child)) {
        todo.push(child);
      }
    }
  }

  private void loop(Node loop, List<? extends Object> before, List<? extends Object> inside) {
    then(
        before,
        List.of(step(() -> scene.openLoop(loop))),
        inside,
        List.of(step(scene::closeLoop), closeScope));
  }

  private void enterLambda(LambdaExpr lambda) {
    scene.openScope();
    lambda.getParameters().forEach(this::declare);
    boolean each =
        lambda.getParentNode().orElse(null) instanceof MethodCallExpr call
            && EACH.contains(call.getNameAsString());
    scene.openLambda(lambda);
    if (each) {
      scene.openLoop(lambda);
    }
    then(
        List.of(lambda.getBody()),
        each ? List.of(step(scene::closeLoop)) : List.of(),
        List.of(step(scene::closeLambda), closeScope));
  }

  private void declare(Parameter parameter) {
    TypeRef type = scene.typeOf(parameter.getType(), null);
    scene.declare(
        new Variable(
            parameter.getNameAsString(),
            type != null && parameter.isVarArgs() ? TypeRef.array(type) : type,
            scene.loops().size(),
            null,
            parameter,
            null));
  }

  /** Members of a class without a name of its own belong to the method around it. */
  private void enterAnonymous(ObjectCreationExpr creation) {
    List<BodyDeclaration<?>> members = List.copyOf(creation.getAnonymousClassBody().orElseThrow());
    then(
        creation.getArguments(),
        List.of(step(() -> openFields(members))),
        members,
        List.of(closeScope));
  }

  private void enterNested(TypeDeclaration<?> type) {
    if (scene.callable() != null) {
      openFields(type.getMembers());
      looks.at(type, scene);
      then(type.getMembers(), List.of(closeScope));
      return;
    }
    String outer = scene.className();
    scene.inClass(outer + "$" + type.getNameAsString());
    todo.push(step(() -> scene.inClass(outer)));
    enterType(type);
  }

  private void enterType(TypeDeclaration<?> type) {
    openFields(type.getMembers());
    if (type instanceof RecordDeclaration components) {
      components.getParameters().forEach(this::declare);
    }
    looks.at(type, scene);
    List<Node> members = new ArrayList<>();
    if (type.isEnumDeclaration()) {
      members.addAll(type.asEnumDeclaration().getEntries());
    }
    members.addAll(type.getMembers());
    then(members, List.of(closeScope));
  }

  private void enterConstant(EnumConstantDeclaration constant) {
    scene.inMethod("<clinit>");
    scene.openBody(constant);
    then(
        constant.getArguments(),
        List.of(step(() -> openFields(constant.getClassBody()))),
        constant.getClassBody(),
        List.of(closeScope, step(this::leaveBody)));
  }

  private void openFields(List<? extends BodyDeclaration<?>> members) {
    scene.openScope();
    for (BodyDeclaration<?> member : members) {
      if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          scene.declare(
              new Variable(
                  variable.getNameAsString(),
                  scene.names().of(variable.getType()),
                  0,
                  variable.getInitializer().orElse(null),
                  variable,
                  field));
        }
      }
    }
  }

  private void enterBody(Node callable, String name) {
    boolean outermost = scene.callable() == null;
    if (outermost) {
      scene.inMethod(name);
    }
    scene.openBody(callable);
    if (callable instanceof CallableDeclaration<?> declared) {
      declared.getParameters().forEach(this::declare);
    }
    looks.at(callable, scene);
    if (callable instanceof FieldDeclaration field) {
      field.getVariables().forEach(variable -> looks.at(variable, scene));
      List<Node> values = new ArrayList<>();
      field.getVariables().forEach(v -> v.getInitializer().ifPresent(values::add));
      then(values, List.of(step(this::leaveBody)));
    } else {
      todo.push(step(this::leaveBody));
      children(callable);
    }
  }

  private void leaveBody() {
    scene.closeBody();
    if (scene.callable() == null) {
      scene.inMethod("");
    }
  }

  private static Runnable step(Runnable action) {
    return action;
  }

  /** Puts nodes and steps in front of what is to be done, in their order. */
  @SafeVarargs
  private void then(List<? extends Object>... parts) {
    for (int part = parts.length - 1; part >= 0; part--) {
      List<?> items = parts[part];
      for (int i = items.size() - 1; i >= 0; i--) {
        todo.push(items.get(i));
      }
    }
  }
}
