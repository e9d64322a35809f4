package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.github.rustfit.trial.compiler.Compilation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which arrays that a method takes are read and nothing else, whatever else it does: their elements
 * are never written to, neither by it nor by what it calls. What cannot be told counts as written:
 * an array that is given back, kept where others can name it, or passed to code that is not looked
 * at.
 */
final class ArrayReads {

  /** Of {@code java.util.Arrays}: they change nothing and keep nothing. */
  private static final Set<String> OF_ARRAYS =
      Set.of(
          "binarySearch",
          "compare",
          "compareUnsigned",
          "copyOf",
          "copyOfRange",
          "equals",
          "hashCode",
          "mismatch",
          "toString");

  private static final Set<String> OF_STRINGS = Set.of("valueOf", "copyValueOf");

  private final Compilation compilation;
  private final Consumer<ExecutableElement> missing;

  /** Looked at, or being looked at: a method that calls itself writes where its lines do. */
  private final Set<VariableElement> seen = new HashSet<>();

  /** Methods that are surely not called on the object. */
  private final Set<ExecutableElement> aside = new HashSet<>();

  private ArrayReads(Compilation compilation, Consumer<ExecutableElement> missing) {
    this.compilation = compilation;
    this.missing = missing;
  }

  /**
   * The places of such arrays among the parameters, the first one being 0.
   *
   * @param missing takes methods that would have to be compiled to know more
   */
  static List<Integer> of(
      Compilation compilation, Compilation.Source method, Consumer<ExecutableElement> missing) {
    List<Integer> read = new ArrayList<>();
    List<? extends VariableElement> parameters = method.element().getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).asType().getKind() == TypeKind.ARRAY
          && new ArrayReads(compilation, missing).onlyRead(method, parameters.get(i))) {
        read.add(i);
      }
    }
    return read;
  }

  /**
   * Whether the array of a field of the object that a method is called on is one of those.
   *
   * @param called the methods that are called on that object; its others, and its constructors, are
   *     not
   */
  static boolean onlyReads(
      Compilation compilation,
      Compilation.Source method,
      VariableElement field,
      Set<ExecutableElement> called,
      Consumer<ExecutableElement> missing) {
    ArrayReads reads = new ArrayReads(compilation, missing);
    for (Element one : Compilation.owner(method.element()).getEnclosedElements()) {
      if (one instanceof ExecutableElement other
          && !other.getModifiers().contains(Modifier.STATIC)
          && !called.contains(other)) {
        reads.aside.add(other);
      }
    }
    return reads.onlyRead(method, field);
  }

  private boolean onlyRead(Compilation.Source method, VariableElement variable) {
    if (!seen.add(variable)) {
      return true;
    }
    if (method.tree().getBody() == null) {
      return false;
    }
    boolean field = variable.getKind() == ElementKind.FIELD;
    if (field && !hidden(variable)) {
      return false;
    }
    TreePath place =
        field ? new TreePath(method.unit()) : new TreePath(method.path(), method.tree().getBody());
    boolean[] only = {true};
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        Element element = compilation.trees().getElement(getCurrentPath());
        return element instanceof ExecutableElement one && aside.contains(one)
            ? null
            : super.visitMethod(tree, nothing);
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        look();
        return super.visitIdentifier(tree, nothing);
      }

      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        look();
        return super.visitMemberSelect(tree, nothing);
      }

      private void look() {
        if (variable.equals(compilation.trees().getElement(getCurrentPath()))) {
          only[0] &= reads(method, getCurrentPath());
        }
      }
    }.scan(place, null);
    return only[0];
  }

  /** Whether nobody outside of its file names a field; an annotation may have made who does. */
  private static boolean hidden(VariableElement field) {
    boolean plain = field.getModifiers().contains(Modifier.PRIVATE);
    for (Element at = field; at != null && !(at instanceof PackageElement); ) {
      plain &= at.getAnnotationMirrors().isEmpty();
      at = at.getEnclosingElement();
    }
    return plain;
  }

  /** Whether what stands around a name of the array does no more than read it. */
  private boolean reads(Compilation.Source method, TreePath name) {
    TreePath inner = name;
    TreePath outer = around(inner);
    while (outer.getLeaf() instanceof ParenthesizedTree) {
      inner = outer;
      outer = around(inner);
    }
    Tree tree = outer.getLeaf();
    Tree used = inner.getLeaf();
    boolean rows = rows(inner);
    if (tree instanceof ArrayAccessTree access) {
      // A row is an array, too, and what is done to it counts; as an index it is none.
      return access.getExpression() != used || !target(outer) && (!rows || reads(method, outer));
    }
    if (tree instanceof MemberSelectTree member) {
      return member.getIdentifier().contentEquals("length")
          || !rows && member.getIdentifier().contentEquals("clone");
    }
    if (tree instanceof EnhancedForLoopTree loop) {
      return loop.getExpression() == used
          && (!rows || named(method, new TreePath(outer, loop.getVariable())));
    }
    if (tree instanceof BinaryTree) {
      return true;
    }
    if (tree instanceof VariableTree declared && declared.getInitializer() == used) {
      return named(method, outer);
    }
    if (tree instanceof AssignmentTree assignment
        && around(outer).getLeaf() instanceof ExpressionStatementTree) {
      return assignment.getVariable() == used
          || named(method, new TreePath(outer, assignment.getVariable()));
    }
    if (tree instanceof MethodInvocationTree call) {
      return passed(outer, call.getArguments(), used);
    }
    return tree instanceof NewClassTree made && madeOf(outer, made);
  }

  /** Whether the elements of an array are arrays. */
  private boolean rows(TreePath array) {
    return compilation.trees().getTypeMirror(array) instanceof ArrayType type
        && type.getComponentType().getKind() == TypeKind.ARRAY;
  }

  /** Whether a variable that is another name of the array from then on only reads it. */
  private boolean named(Compilation.Source method, TreePath variable) {
    return compilation.trees().getElement(variable) instanceof VariableElement other
        && onlyRead(method, other);
  }

  private static TreePath around(TreePath path) {
    return Objects.requireNonNull(path.getParentPath());
  }

  /** Whether an element is assigned to. */
  private static boolean target(TreePath access) {
    TreePath inner = access;
    TreePath outer = around(inner);
    while (outer.getLeaf() instanceof ParenthesizedTree) {
      inner = outer;
      outer = around(inner);
    }
    Tree used = inner.getLeaf();
    Tree tree = outer.getLeaf();
    if (tree instanceof AssignmentTree assignment) {
      return assignment.getVariable() == used;
    }
    if (tree instanceof CompoundAssignmentTree assignment) {
      return assignment.getVariable() == used;
    }
    if (tree instanceof UnaryTree unary) {
      return switch (unary.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
        default -> false;
      };
    }
    return false;
  }

  private boolean passed(TreePath call, List<? extends ExpressionTree> arguments, Tree used) {
    Element element = compilation.trees().getElement(call);
    int index = arguments.indexOf(used);
    if (!(element instanceof ExecutableElement called) || index < 0 || called.isVarArgs()) {
      return false;
    }
    String type = Compilation.owner(called).getQualifiedName().toString();
    String name = called.getSimpleName().toString();
    switch (type) {
      case "java.lang.System":
        return name.equals("arraycopy") && index == 0 && !rows(new TreePath(call, used));
      case "java.util.Arrays":
        return OF_ARRAYS.contains(name) && !rows(new TreePath(call, used));
      case "java.lang.String":
        return OF_STRINGS.contains(name);
      default:
        break;
    }
    if (!exactly(called)) {
      return false;
    }
    Optional<Compilation.Source> source = compilation.source(called);
    if (source.isEmpty()) {
      missing.accept(called);
    }
    return source.filter(one -> onlyRead(one, called.getParameters().get(index))).isPresent();
  }

  /** Whether no other method can be called than the one that is named. */
  private static boolean exactly(ExecutableElement called) {
    return called.getModifiers().contains(Modifier.STATIC)
        || called.getModifiers().contains(Modifier.PRIVATE)
        || called.getModifiers().contains(Modifier.FINAL)
        || Compilation.owner(called).getModifiers().contains(Modifier.FINAL);
  }

  /** A string copies what it is made of. */
  private boolean madeOf(TreePath at, NewClassTree made) {
    return made.getClassBody() == null
        && compilation.trees().getElement(at) instanceof ExecutableElement constructor
        && Compilation.owner(constructor).getQualifiedName().contentEquals("java.lang.String");
  }
}
