package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import java.util.Set;

/** Exceptions, reflection, locks, threads and objects that are expensive to set up. */
final class ObjectDetectors {

  private static final Set<String> AVOIDABLE =
      Set.of(
          "NumberFormatException",
          "NoSuchElementException",
          "ClassCastException",
          "IndexOutOfBoundsException",
          "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "NullPointerException",
          "DateTimeParseException",
          "IllegalArgumentException");

  private static final Set<String> EXPENSIVE =
      Set.of(
          "ObjectMapper",
          "JsonMapper",
          "XmlMapper",
          "Gson",
          "GsonBuilder",
          "SecureRandom",
          "OkHttpClient",
          "RestTemplate",
          "Validator",
          "XStream",
          "Yaml");
  private static final Set<String> FACTORIES =
      Set.of(
          "DocumentBuilderFactory",
          "SAXParserFactory",
          "TransformerFactory",
          "XPathFactory",
          "XMLInputFactory",
          "JAXBContext",
          "HttpClient",
          "HttpClients",
          "Cipher",
          "KeyFactory",
          "SecretKeyFactory",
          "SSLContext");
  private static final Set<String> MAKING =
      Set.of("newInstance", "getInstance", "newHttpClient", "newBuilder", "createDefault");

  private static final Set<String> POOLS =
      Set.of(
          "newFixedThreadPool",
          "newCachedThreadPool",
          "newSingleThreadExecutor",
          "newScheduledThreadPool",
          "newSingleThreadScheduledExecutor",
          "newWorkStealingPool");

  private static final Set<String> REFLECTING =
      Set.of("forName", "newProxyInstance", "invoke", "get", "set", "newInstance");
  private static final Set<String> LOOKUPS =
      Set.of(
          "getMethod",
          "getDeclaredMethod",
          "getField",
          "getDeclaredField",
          "getConstructor",
          "getDeclaredConstructor",
          "getMethods",
          "getDeclaredFields",
          "getDeclaredMethods");
  private static final Set<String> MEMBERS =
      KnownTypes.in("java.lang.reflect", "Method Field Constructor");
  private static final Set<String> LOCKING =
      Set.of(
          "java.util.Hashtable", "java.util.Vector", "java.lang.StringBuffer", "java.util.Stack");

  private ObjectDetectors() {}

  static void register(Detectors looks) {
    looks.on(CatchClause.class, ObjectDetectors::caughtInLoop);
    looks.on(ThrowStmt.class, ObjectDetectors::caughtAtHome);
    looks.on(ObjectCreationExpr.class, ObjectDetectors::creation);
    looks.onCall(KnownTypes.union(MAKING, POOLS), ObjectDetectors::factory);
    looks.onCall(KnownTypes.union(LOOKUPS, REFLECTING), ObjectDetectors::reflection);
    looks.on(MethodDeclaration.class, ObjectDetectors::lockedMethod);
    looks.on(SynchronizedStmt.class, ObjectDetectors::lockedBlock);
    looks.on(MethodCallExpr.class, ObjectDetectors::locked);
    looks.onCall(Set.of("gc", "runFinalization"), ObjectDetectors::collection);
  }

  private static void caughtInLoop(CatchClause clause, Scene scene) {
    if (scene.inLoop()
        && clause.getParentNode().orElse(null) instanceof TryStmt attempt
        && names(clause.getParameter().getType(), AVOIDABLE)) {
      scene.found(
          "exception-control-flow", attempt.getTryBlock(), clause.getParameter().getTypeAsString());
    }
  }

  private static boolean names(Type caught, Set<String> wanted) {
    if (caught.isUnionType()) {
      return caught.asUnionType().getElements().stream().anyMatch(one -> names(one, wanted));
    }
    return caught.isClassOrInterfaceType()
        && wanted.contains(caught.asClassOrInterfaceType().getNameAsString());
  }

  private static void caughtAtHome(ThrowStmt statement, Scene scene) {
    if (statement.getExpression() instanceof ObjectCreationExpr creation) {
      Set<String> thrown = Set.of(creation.getType().getNameAsString());
      TryStmt attempt =
          Code.around(statement, TryStmt.class, t -> catches(t, statement, thrown)).orElse(null);
      if (attempt != null) {
        scene.found("exception-control-flow", statement, creation.getType().getNameAsString());
      }
    }
  }

  private static boolean catches(TryStmt attempt, Node thrower, Set<String> thrown) {
    return attempt.getTryBlock().getRange().orElseThrow().contains(thrower.getRange().orElseThrow())
        && attempt.getCatchClauses().stream()
            .anyMatch(clause -> names(clause.getParameter().getType(), thrown));
  }

  private static void creation(ObjectCreationExpr creation, Scene scene) {
    String name = creation.getType().getNameAsString();
    if (EXPENSIVE.contains(name) && perCall(creation, scene)) {
      scene.found("expensive-object-per-call", creation, name);
    }
    boolean thread = scene.names().of(creation.getType()).is("java.lang.Thread");
    if (thread && scene.inLoop()) {
      scene.found("thread-per-task", creation, name);
    }
  }

  /** In a method that is called more than once, or in a loop, and not kept in a field. */
  private static boolean perCall(Node node, Scene scene) {
    return scene.callable() instanceof MethodDeclaration
        && !Code.isStored(node, scene)
        && !Code.runsOnceInMain(node, scene);
  }

  private static void factory(MethodCallExpr call, Scene scene) {
    String owner = Code.name(Code.scope(call));
    if (FACTORIES.contains(owner)
        && MAKING.contains(call.getNameAsString())
        && scene.variable(Code.scope(call)) == null
        && perCall(call, scene)) {
      scene.found("expensive-object-per-call", call, owner);
    }
    if (Code.isStatic(call, scene, "java.util.concurrent.Executors")
        && POOLS.contains(call.getNameAsString())
        && perCall(call, scene)) {
      scene.found("thread-per-task", call, call.getNameAsString());
    }
  }

  private static void reflection(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    boolean reflects =
        (name.equals("forName") && Code.isStatic(call, scene, "java.lang.Class"))
            || (name.equals("newProxyInstance")
                && Code.isStatic(call, scene, "java.lang.reflect.Proxy"))
            || (LOOKUPS.contains(name) && isClass(call, scene))
            || (Set.of("invoke", "get", "set", "newInstance").contains(name)
                && Code.receives(call, scene, MEMBERS));
    if (reflects && !Code.runsOnce(scene) && !Code.isStored(call, scene)) {
      scene.found("reflection-per-call", call, name);
    }
  }

  private static boolean isClass(MethodCallExpr call, Scene scene) {
    Expression scope = Code.scope(call);
    if (scope == null) {
      return false;
    }
    TypeRef type = scene.typeOf(scope);
    return scope.isClassExpr()
        || (type != null && type.is("java.lang.Class"))
        || (scope instanceof MethodCallExpr inner && inner.getNameAsString().equals("getClass"));
  }

  private static void lockedMethod(MethodDeclaration method, Scene scene) {
    if (method.isSynchronized()) {
      scene.found("contended-lock", method.getName(), method, method.getNameAsString());
    }
  }

  private static void lockedBlock(SynchronizedStmt block, Scene scene) {
    scene.found("contended-lock", block.getExpression(), Code.name(block.getExpression()));
  }

  private static void locked(MethodCallExpr call, Scene scene) {
    Variable locked = scene.variable(Code.scope(call));
    if (locked != null && locked.type() != null && locked.type().isAny(LOCKING)) {
      scene.found("contended-lock", call, locked.name());
    }
  }

  private static void collection(MethodCallExpr call, Scene scene) {
    boolean runtime =
        Code.scope(call) instanceof MethodCallExpr inner
            && inner.getNameAsString().equals("getRuntime");
    if (runtime || Code.isStatic(call, scene, "java.lang.System")) {
      scene.found("gc-call", call, call.getNameAsString());
    }
  }
}
