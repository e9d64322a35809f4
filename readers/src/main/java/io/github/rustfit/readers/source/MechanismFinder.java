package io.github.rustfit.readers.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.MechanismUse.Mechanism;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds uses of what only a JVM has, by the names of types and methods; no name is resolved. Found
 * with a wildcard import and with names in full, too.
 */
final class MechanismFinder {

  /** More than these in one file tell nothing new. */
  static final int MOST = 50;

  /** Libraries that write classes, and the JDK's own way (JEP 484). */
  private static final List<String> BYTECODE_LIBRARIES =
      List.of(
          "javassist.",
          "net.bytebuddy.",
          "net.sf.cglib.",
          "org.springframework.cglib.",
          "org.objectweb.asm.",
          "java.lang.classfile.");

  private static final Set<String> BYTECODE_CALLS =
      Set.of("defineClass", "defineHiddenClass", "defineAnonymousClass", "getSystemJavaCompiler");

  private static final Set<String> REFLECTIVE_CALLS =
      Set.of(
          "getDeclaredMethod",
          "getDeclaredMethods",
          "getDeclaredField",
          "getDeclaredFields",
          "getDeclaredConstructor",
          "getDeclaredConstructors",
          "setAccessible");

  /** Of method handles; variable handles are atomic access, not reflection. */
  private static final Set<String> HANDLE_CALLS =
      Set.of("findVirtual", "findStatic", "findConstructor", "findSpecial", "unreflect");

  private static final Set<String> LOADERS =
      Set.of("ClassLoader", "SecureClassLoader", "URLClassLoader");

  private static final String READS = "ObjectInputStream";
  private static final String WRITES = "ObjectOutputStream";

  private final CompilationUnit unit;
  private final SortedSet<MechanismUse> uses = new TreeSet<>();

  /** A finder that has looked at the imports of the file. */
  MechanismFinder(CompilationUnit unit) {
    this.unit = unit;
    unit.getImports().forEach(this::imported);
  }

  /** The uses in what was looked at, the first {@value #MOST} of them. */
  SortedSet<MechanismUse> found() {
    return uses;
  }

  private void imported(ImportDeclaration one) {
    String name = one.getNameAsString() + ".";
    if (BYTECODE_LIBRARIES.stream().anyMatch(name::startsWith)) {
      add(Mechanism.BYTECODE, one);
    }
  }

  /** Looks at one node; parents come before children, in the order of the file. */
  void look(Node node) {
    if (node instanceof MethodCallExpr call) {
      call(call);
    } else if (node instanceof ObjectCreationExpr creation) {
      created(creation);
    } else if (node instanceof ClassOrInterfaceDeclaration type) {
      type.getExtendedTypes().forEach(this::extended);
    } else if (node instanceof ClassOrInterfaceType type && type.getScope().isPresent()) {
      String name = type.getNameWithScope();
      if (BYTECODE_LIBRARIES.stream().anyMatch(name::startsWith)) {
        add(Mechanism.BYTECODE, type);
      }
    }
  }

  private void call(MethodCallExpr call) {
    String name = call.getNameAsString();
    String scope = call.getScope().map(MechanismFinder::lastName).orElse("");
    if (name.equals("forName") && scope.equals("Class") || REFLECTIVE_CALLS.contains(name)) {
      add(Mechanism.REFLECTION, call);
    } else if (HANDLE_CALLS.contains(name) && imports("java.lang.invoke")) {
      add(Mechanism.REFLECTION, call);
    } else if (name.equals("newProxyInstance")) {
      add(Mechanism.DYNAMIC_PROXY, call);
    } else if (BYTECODE_CALLS.contains(name)) {
      add(Mechanism.BYTECODE, call);
    } else if (name.equals("loadClass") && !call.getArguments().isEmpty()) {
      add(Mechanism.CLASS_LOADING, call);
    }
  }

  private void created(ObjectCreationExpr creation) {
    String type = creation.getType().getNameAsString();
    if (type.equals("URLClassLoader")) {
      add(Mechanism.CLASS_LOADING, creation);
    } else if (stream(creation, READS) || stream(creation, WRITES)) {
      add(copies(creation) ? Mechanism.SERIALIZED_COPY : Mechanism.SERIALIZATION, creation);
    }
  }

  private void extended(ClassOrInterfaceType type) {
    String name = type.getNameAsString();
    if (LOADERS.contains(name)) {
      add(Mechanism.CLASS_LOADING, type);
    } else if ((name.equals(READS) || name.equals(WRITES)) && inJavaIo(type)) {
      add(Mechanism.SERIALIZATION, type);
    }
  }

  private boolean stream(ObjectCreationExpr creation, String name) {
    return creation.getType().getNameAsString().equals(name) && inJavaIo(creation.getType());
  }

  /** Whether the type is that of {@code java.io}, not one of the same name from elsewhere. */
  private boolean inJavaIo(ClassOrInterfaceType type) {
    String name = type.getNameAsString();
    Optional<ClassOrInterfaceType> scope = type.getScope();
    return scope.isPresent()
        ? scope.get().getNameWithScope().equals("java.io")
        : unit.getImports().stream()
            .map(one -> one.getNameAsString() + (one.isAsterisk() ? ".*" : ""))
            .anyMatch(one -> one.equals("java.io." + name) || one.equals("java.io.*"));
  }

  /** Whether the same method writes to memory and reads from it, so that nothing leaves it. */
  private static boolean copies(ObjectCreationExpr creation) {
    Optional<Node> around = creation.findAncestor(CallableDeclaration.class).map(Node.class::cast);
    if (around.isEmpty()) {
      return false;
    }
    List<ObjectCreationExpr> all = around.get().findAll(ObjectCreationExpr.class);
    return Stream.of(READS, WRITES)
        .allMatch(
            name ->
                all.stream()
                    .anyMatch(
                        one ->
                            one.getType().getNameAsString().equals(name)
                                && inMemory(one, around.get())));
  }

  private static boolean inMemory(ObjectCreationExpr stream, Node around) {
    if (stream.getArguments().size() != 1) {
      return false;
    }
    Expression argument = stream.getArgument(0);
    if (argument.isNameExpr()) {
      String variable = argument.asNameExpr().getNameAsString();
      return around.findAll(VariableDeclarator.class).stream()
          .filter(one -> one.getNameAsString().equals(variable))
          .flatMap(one -> one.getInitializer().stream())
          .anyMatch(MechanismFinder::array);
    }
    return array(argument);
  }

  private static boolean array(Expression expression) {
    return expression.isObjectCreationExpr()
        && expression.asObjectCreationExpr().getType().getNameAsString().startsWith("ByteArray");
  }

  private boolean imports(String packageName) {
    return unit.getImports().stream()
        .anyMatch(one -> (one.getNameAsString() + ".").startsWith(packageName + "."));
  }

  private static String lastName(Expression scope) {
    if (scope.isNameExpr()) {
      return scope.asNameExpr().getNameAsString();
    }
    return scope.isFieldAccessExpr() ? scope.asFieldAccessExpr().getNameAsString() : "";
  }

  private void add(Mechanism mechanism, Node node) {
    if (uses.size() < MOST) {
      node.getRange().ifPresent(range -> uses.add(new MechanismUse(mechanism, range.begin.line)));
    }
  }
}
