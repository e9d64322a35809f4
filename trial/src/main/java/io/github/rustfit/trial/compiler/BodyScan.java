package io.github.rustfit.trial.compiler;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.github.rustfit.trial.compiler.Obstacle.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What stands in the body of one method: obstacles, loops, and what of the project it calls. */
final class BodyScan extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Compilation compilation;
  private final TypeSorts sorts;
  private final Compilation.Source source;
  private final TypeElement owner;
  private final String method;
  private final String file;
  private final Map<String, Obstacle> obstacles = new LinkedHashMap<>();
  private final Set<ExecutableElement> calls = new LinkedHashSet<>();
  private boolean loop;

  private BodyScan(Compilation compilation, TypeSorts sorts, Compilation.Source source) {
    this.compilation = compilation;
    this.sorts = sorts;
    this.source = source;
    this.owner = Compilation.owner(source.element());
    this.file = compilation.binaryName(owner);
    this.method = owner.getSimpleName() + "." + source.element().getSimpleName();
  }

  /** Looks at a method. */
  static BodyScan of(Compilation compilation, TypeSorts sorts, Compilation.Source source) {
    BodyScan scan = new BodyScan(compilation, sorts, source);
    scan.declaration();
    scan.scan(source.path(), null);
    if (source.element().getKind() == ElementKind.CONSTRUCTOR) {
      scan.initializers();
    }
    return scan;
  }

  /** Obstacles, each kind at each line once, in the order of the source. */
  List<Obstacle> obstacles() {
    return List.copyOf(obstacles.values());
  }

  /** Methods and constructors of the project that it calls, as far as their code is certain. */
  Set<ExecutableElement> calls() {
    return calls;
  }

  boolean loop() {
    return loop;
  }

  private void declaration() {
    ExecutableElement element = source.element();
    Tree tree = source.tree();
    if (element.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      add(Kind.THREADS, tree, "synchronized method");
    }
    if (element.getModifiers().contains(Modifier.NATIVE)) {
      add(Kind.LIBRARY, tree, "native method");
    } else if (source.tree().getBody() == null) {
      add(Kind.DISPATCH, tree, "abstract method");
    }
    if (!element.getModifiers().contains(Modifier.STATIC)
        && element.getKind() == ElementKind.METHOD) {
      self(tree);
    }
    if (element.getKind() == ElementKind.METHOD) {
      type(element.getReturnType(), tree, "result");
    }
  }

  /** What runs with every constructor: initial values of fields, and blocks beside them. */
  private void initializers() {
    TreePath around = source.path().getParentPath();
    if (around.getLeaf() instanceof ClassTree type) {
      for (Tree member : type.getMembers()) {
        if (member instanceof BlockTree block && !block.isStatic()
            || member instanceof VariableTree field
                && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
          scan(new TreePath(around, member), null);
        }
      }
    }
  }

  /** What is of the object itself. */
  private void self(Tree at) {
    sorts
        .of(owner)
        .ifPresent(
            kind ->
                add(
                    kind,
                    at,
                    kind == Kind.DISPATCH
                        ? owner.getSimpleName() + ", which is extended or extends another"
                        : "an object of " + owner.getSimpleName() + ", which refers to others"));
  }

  private void add(Kind kind, Tree at, String what) {
    int line = compilation.line(source.unit(), at);
    obstacles.putIfAbsent(kind + ":" + line, new Obstacle(kind, what, file, line, method));
  }

  private void type(@Nullable TypeMirror type, Tree at, String what) {
    if (type != null) {
      sorts.of(type).forEach(kind -> add(kind, at, what + " " + shortName(type)));
    }
  }

  /** A type without the packages of its names. */
  private static String shortName(TypeMirror type) {
    return type.toString().replaceAll("\\b[a-z_$][\\w$]*\\.", "");
  }

  private @Nullable Element element() {
    return compilation.trees().getElement(getCurrentPath());
  }

  private @Nullable Element element(Tree child) {
    return compilation.trees().getElement(new TreePath(getCurrentPath(), child));
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
    if (tree != null) {
      keyword(tree);
    }
    return super.scan(tree, nothing);
  }

  /** What tells by itself, whatever stands in it. */
  private void keyword(Tree tree) {
    switch (tree.getKind()) {
      case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> loop = true;
      case TRY -> add(Kind.EXCEPTION, tree, "a try statement");
      case SYNCHRONIZED -> add(Kind.THREADS, tree, "a synchronized block");
      case LAMBDA_EXPRESSION -> add(Kind.LAMBDA, tree, "a lambda");
      case MEMBER_REFERENCE -> add(Kind.LAMBDA, tree, "a method reference");
      case INSTANCE_OF -> add(Kind.DISPATCH, tree, "instanceof");
      case CLASS, INTERFACE, ENUM, RECORD -> add(Kind.DISPATCH, tree, "a local or anonymous class");
      case NULL_LITERAL -> add(Kind.OBJECTS, tree, "null");
      case STRING_LITERAL -> add(Kind.TEXT, tree, "a text literal");
      default -> {}
    }
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
    return null;
  }

  /** Assertions are off unless somebody asks for them. */
  @Override
  public @Nullable Void visitAssert(AssertTree tree, @Nullable Void nothing) {
    return null;
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void nothing) {
    if (tree.getExpression() instanceof NewClassTree) {
      return null; // an exception that leaves becomes an error, whatever its text
    }
    add(Kind.EXCEPTION, tree, "an exception that is thrown again");
    return super.visitThrow(tree, nothing);
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void nothing) {
    TypeMirror to = compilation.trees().getTypeMirror(getCurrentPath());
    if (to != null && to.getKind() == TypeKind.DECLARED) {
      add(Kind.DISPATCH, tree, "a cast to " + shortName(to));
    }
    scan(tree.getExpression(), nothing);
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
    Element element = element();
    type(element == null ? null : element.asType(), tree, tree.getName() + ", a");
    scan(tree.getInitializer(), nothing);
    return null;
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void nothing) {
    type(compilation.trees().getTypeMirror(getCurrentPath()), tree, "new");
    scan(tree.getDimensions(), nothing);
    scan(tree.getInitializers(), nothing);
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
    type(compilation.trees().getTypeMirror(getCurrentPath()), tree, "new");
    if (element() instanceof ExecutableElement constructor
        && sorts.ofProject(Compilation.owner(constructor))) {
      calls.add(constructor);
    }
    scan(tree.getArguments(), nothing);
    scan(tree.getClassBody(), nothing);
    return null;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
    written(tree.getVariable(), tree);
    return super.visitAssignment(tree, nothing);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void nothing) {
    written(tree.getVariable(), tree);
    return super.visitCompoundAssignment(tree, nothing);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          written(tree.getExpression(), tree);
      default -> {}
    }
    return super.visitUnary(tree, nothing);
  }

  private void written(ExpressionTree target, Tree at) {
    ExpressionTree base = target;
    while (base instanceof ArrayAccessTree || base instanceof ParenthesizedTree) {
      base =
          base instanceof ArrayAccessTree access
              ? access.getExpression()
              : ((ParenthesizedTree) base).getExpression();
    }
    Element field = element(base);
    if (field != null
        && field.getKind() == ElementKind.FIELD
        && field.getModifiers().contains(Modifier.STATIC)) {
      add(Kind.STATIC, at, "the static variable " + field.getSimpleName() + ", which it writes");
    }
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
    variable(tree);
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
    Element element = element();
    if (element instanceof TypeElement
        || (element != null && element.getKind() == ElementKind.PACKAGE)) {
      return null;
    }
    if (tree.getIdentifier().contentEquals("class")) {
      add(Kind.JDK, tree, "the class " + tree);
      return null;
    }
    variable(tree);
    return element(tree.getExpression()) instanceof TypeElement
        ? null
        : super.visitMemberSelect(tree, nothing);
  }

  private void variable(ExpressionTree tree) {
    Element element = element();
    if (element == null) {
      TypeMirror type = compilation.trees().getTypeMirror(getCurrentPath());
      if (type != null && type.getKind() == TypeKind.ERROR) {
        add(Kind.UNRESOLVED, tree, "the name " + tree);
      }
      return;
    }
    if (!(element instanceof VariableElement field) || element.getKind() != ElementKind.FIELD) {
      return;
    }
    if (field.getSimpleName().contentEquals("this")
        || field.getSimpleName().contentEquals("super")) {
      return; // what is done with it counts
    }
    boolean fixed = field.getModifiers().contains(Modifier.STATIC);
    if (field.getConstantValue() != null) {
      if (field.getConstantValue() instanceof String) {
        add(Kind.TEXT, tree, "the text " + field.getSimpleName());
      }
      return;
    }
    if (field.getModifiers().contains(Modifier.VOLATILE)) {
      add(Kind.THREADS, tree, "the volatile field " + field.getSimpleName());
    }
    if (fixed && !field.getModifiers().contains(Modifier.FINAL)) {
      add(Kind.STATIC, tree, "the static variable " + field.getSimpleName());
    } else if (fixed && !sorts.plain(field.asType())) {
      add(Kind.STATIC, tree, "the static object " + field.getSimpleName());
    }
    type(field.asType(), tree, "the field " + field.getSimpleName() + ", a");
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
    if (element() instanceof ExecutableElement called
        && called.getEnclosingElement() instanceof TypeElement type) {
      call(tree, called, type);
    } else {
      add(Kind.UNRESOLVED, tree, "the call of " + tree.getMethodSelect());
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      TreePath of = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
      if (!(compilation.trees().getElement(of) instanceof TypeElement)) {
        scan(select, nothing);
      }
    }
    scan(tree.getArguments(), nothing);
    return null;
  }

  private void call(MethodInvocationTree tree, ExecutableElement called, TypeElement type) {
    String name = type.getSimpleName() + "." + called.getSimpleName();
    if (sorts.throwable(type)) {
      if (!called.getSimpleName().contentEquals("<init>")) {
        add(Kind.EXCEPTION, tree, "the call of " + name);
      }
      return;
    }
    if (sorts.ofProject(type)) {
      boolean certain =
          called.getModifiers().contains(Modifier.STATIC)
              || called.getModifiers().contains(Modifier.PRIVATE)
              || called.getSimpleName().contentEquals("<init>")
              || sorts.alone(type)
              || type.getKind() == ElementKind.ENUM;
      if (certain) {
        calls.add(called);
      } else {
        add(Kind.DISPATCH, tree, "the call of " + name + ", which is decided at run time");
      }
      return;
    }
    if (Exact.has(called, type)) {
      return;
    }
    if (type.getQualifiedName().contentEquals("java.lang.Object")
        && Set.of("wait", "notify", "notifyAll").contains(called.getSimpleName().toString())) {
      add(Kind.THREADS, tree, "the call of " + name);
      return;
    }
    if (array(tree)) {
      return; // clone() of an array
    }
    sorts.of(type).ifPresent(kind -> add(kind, tree, "the call of " + name));
  }

  private boolean array(MethodInvocationTree tree) {
    if (!(tree.getMethodSelect() instanceof MemberSelectTree select)) {
      return false;
    }
    TreePath of = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
    TypeMirror type = compilation.trees().getTypeMirror(of);
    return type != null && type.getKind() == TypeKind.ARRAY;
  }
}
