package io.github.rustfit.trial.port;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.github.rustfit.trial.compiler.Compilation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a method needs of the object that it is called on: by its own lines and those of all
 * methods that it calls on the same object. The object is known to be of exactly the class that
 * declares the method, so what is called on it is certain, too.
 */
final class Receivers {

  /** What needs more of an object than that is no part that can be moved. */
  private static final int MOST_FIELDS = 24;

  private final Compilation compilation;
  private final TypeElement owner;
  private final Consumer<ExecutableElement> missing;
  private final Set<VariableElement> read = new LinkedHashSet<>();
  private final Set<VariableElement> assigned = new HashSet<>();
  private final List<Refusal> obstacles = new ArrayList<>();
  private final Set<ExecutableElement> methods = new LinkedHashSet<>();
  private final Map<ExecutableElement, Set<Element>> mentions = new HashMap<>();
  private final List<VariableElement> fields = new ArrayList<>();
  private Receiver receiver = Receiver.NONE;
  private final Deque<ExecutableElement> open = new ArrayDeque<>();

  private Receivers(
      Compilation compilation, TypeElement owner, Consumer<ExecutableElement> missing) {
    this.compilation = compilation;
    this.owner = owner;
    this.missing = missing;
  }

  /**
   * What a method needs of its object; nothing for a static one.
   *
   * @param missing takes methods that would have to be compiled to know more
   */
  static Receivers of(
      Compilation compilation, Compilation.Source method, Consumer<ExecutableElement> missing) {
    Receivers found = new Receivers(compilation, Compilation.owner(method.element()), missing);
    if (!method.element().getModifiers().contains(Modifier.STATIC)) {
      found.receiver = found.of(method);
    }
    return found;
  }

  /** What was found. */
  Receiver receiver() {
    return receiver;
  }

  /** The method and those that it calls on the same object. */
  Set<ExecutableElement> methods() {
    return methods;
  }

  /** All fields, in the order of {@link Receiver#fields}. */
  List<VariableElement> fields() {
    return fields;
  }

  /** Those of them that one of the methods needs, by itself or by what it calls. */
  List<VariableElement> fields(ExecutableElement method) {
    Set<ExecutableElement> seen = new HashSet<>(Set.of(method));
    Deque<ExecutableElement> left = new ArrayDeque<>(seen);
    Set<Element> needed = new HashSet<>();
    while (!left.isEmpty()) {
      for (Element one : mentions.getOrDefault(left.poll(), Set.of())) {
        needed.add(one);
        if (one instanceof ExecutableElement called && seen.add(called)) {
          left.add(called);
        }
      }
    }
    return fields.stream().filter(needed::contains).toList();
  }

  /** Whether a field is a number that gets other values. */
  boolean changes(VariableElement field) {
    return receiver.fields().get(fields.indexOf(field)).changes();
  }

  private Receiver of(Compilation.Source method) {
    String unfit = unfit();
    if (!unfit.isEmpty()) {
      refuse(method, method.tree(), unfit);
      return new Receiver(List.of(), obstacles);
    }
    follow(method.element());
    while (!open.isEmpty()) {
      compilation.source(open.poll()).ifPresent(this::look);
    }
    List<Receiver.Field> same = new ArrayList<>();
    List<Receiver.Field> changing = new ArrayList<>();
    List<VariableElement> last = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
      if (read.contains(field)) {
        Receiver.Field held = held(field, method);
        (held.changes() ? changing : same).add(held);
        (held.changes() ? last : fields).add(field);
      }
    }
    same.addAll(changing);
    fields.addAll(last);
    if (same.size() > MOST_FIELDS) {
      refuse(method, method.tree(), "it needs " + same.size() + " fields of its object");
    }
    return new Receiver(same, obstacles);
  }

  /** Why objects of the class cannot be told by their fields; empty where they can. */
  private String unfit() {
    String name = owner.getSimpleName().toString();
    if (owner.getKind() != ElementKind.CLASS) {
      return "objects of " + name + ", which is no class but another kind of type";
    }
    if (owner.getModifiers().contains(Modifier.ABSTRACT)) {
      return "objects of " + name + ", which is abstract";
    }
    NestingKind nesting = owner.getNestingKind();
    if (nesting == NestingKind.ANONYMOUS
        || nesting == NestingKind.LOCAL
        || (nesting == NestingKind.MEMBER && !owner.getModifiers().contains(Modifier.STATIC))) {
      return "objects of " + name + ", which belong to an object of another class";
    }
    if (!owner.getSuperclass().toString().equals("java.lang.Object")) {
      return "objects of " + name + ", which extends " + owner.getSuperclass();
    }
    return "";
  }

  private Receiver.Field held(VariableElement field, Compilation.Source method) {
    TypeMirror type = field.asType();
    boolean written = assigned.contains(field);
    boolean array = array(type);
    boolean text = type.toString().equals("java.lang.String");
    String reason = "";
    if (!type.getKind().isPrimitive() && !array && !text) {
      reason = " of type " + type.toString().replaceAll("\\b[a-z_$][\\w$]*\\.", "");
    } else if (field.getModifiers().contains(Modifier.VOLATILE)) {
      reason = ", which other threads may write";
    } else if (written && !type.getKind().isPrimitive()) {
      reason = ", which gets another " + (text ? "text" : "array");
    }
    if (!reason.isEmpty()) {
      refuse(method, compilation.trees().getTree(field), "the field " + field + reason);
    }
    boolean elements = array && !ArrayReads.onlyReads(compilation, method, field, methods, missing);
    return new Receiver.Field(
        field.getSimpleName().toString(), type.toString(), written || elements);
  }

  /** Whether it is an array of numbers, or one of such arrays. */
  private static boolean array(TypeMirror type) {
    return type instanceof ArrayType array
        && (array.getComponentType().getKind().isPrimitive()
            || array.getComponentType() instanceof ArrayType row
                && row.getComponentType().getKind().isPrimitive());
  }

  private void follow(ExecutableElement method) {
    if (methods.add(method)) {
      open.add(method);
    }
  }

  private void refuse(Compilation.Source at, Tree tree, String reason) {
    obstacles.add(
        new Refusal(compilation.binaryName(owner), compilation.line(at.unit(), tree), reason));
  }

  private void look(Compilation.Source method) {
    if (method.tree().getBody() == null) {
      refuse(method, method.tree(), "a method without a body");
      return;
    }
    if (method.element().getModifiers().contains(Modifier.SYNCHRONIZED)) {
      refuse(method, method.tree(), "a synchronized method");
    }
    new Scan(method).scan(new TreePath(method.path(), method.tree().getBody()), null);
  }

  /** Names of fields, of methods, and of the object itself. */
  private final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Compilation.Source method;

    Scan(Compilation.Source method) {
      this.method = method;
    }

    private @Nullable Element element() {
      return compilation.trees().getElement(getCurrentPath());
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
      Element element = element();
      if (tree.getName().contentEquals("this")) {
        if (element == null || owner.equals(element.getEnclosingElement())) {
          whole(tree);
        }
      } else if (tree.getName().contentEquals("super")) {
        refuse(method, tree, "super");
      } else {
        named(tree, element);
      }
      return super.visitIdentifier(tree, nothing);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
      if (tree.getIdentifier().contentEquals("this")) {
        refuse(method, tree, "the object itself, by the name of its class");
        return null;
      }
      if (itself(tree.getExpression())) {
        named(tree, element());
        return null;
      }
      return super.visitMemberSelect(tree, nothing);
    }

    /** A field or method of the object, by its plain name or after {@code this}. */
    private void named(Tree tree, @Nullable Element element) {
      if (element == null || element.getModifiers().contains(Modifier.STATIC)) {
        return;
      }
      if (!owner.equals(element.getEnclosingElement())) {
        if (element instanceof ExecutableElement inherited && inherits(inherited)) {
          refuse(method, tree, "the call of " + inherited + ", which its class inherits");
        }
        return;
      }
      if (element instanceof VariableElement field && element.getKind() == ElementKind.FIELD) {
        if (field.getConstantValue() != null) {
          return; // javac writes the value in its place
        }
        read.add(field);
        note(field);
      } else if (element instanceof ExecutableElement called
          && element.getKind() == ElementKind.METHOD) {
        if (compilation.source(called).isEmpty()) {
          missing.accept(called);
        }
        follow(called);
        note(called);
      }
    }

    private boolean inherits(ExecutableElement called) {
      TypeMirror from = Compilation.owner(called).asType();
      return compilation.types().isSubtype(owner.asType(), compilation.types().erasure(from));
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
      if (element() instanceof ExecutableElement constructor) {
        TypeElement made = Compilation.owner(constructor);
        if (made.getNestingKind() == NestingKind.MEMBER
            && owner.equals(made.getEnclosingElement())
            && !made.getModifiers().contains(Modifier.STATIC)) {
          refuse(method, tree, "a new " + made.getSimpleName() + ", which belongs to the object");
        }
      }
      return super.visitNewClass(tree, nothing);
    }

    private void note(Element element) {
      mentions.computeIfAbsent(method.element(), one -> new HashSet<>()).add(element);
    }

    /** The object where neither a field nor a method of it is named. */
    private void whole(IdentifierTree tree) {
      refuse(method, tree, "the object itself, which is more than its fields");
    }

    private boolean itself(ExpressionTree tree) {
      return Facts.plain(tree) instanceof IdentifierTree name
          && name.getName().contentEquals("this");
    }

    private void target(ExpressionTree tree) {
      TreePath path = new TreePath(getCurrentPath(), tree);
      Tree plain = Facts.plain(tree);
      for (Tree at = tree; at != plain; ) {
        at = Objects.requireNonNull(((com.sun.source.tree.ParenthesizedTree) at).getExpression());
        path = new TreePath(path, at);
      }
      boolean own =
          plain instanceof IdentifierTree
              || plain instanceof MemberSelectTree select && itself(select.getExpression());
      if (own && compilation.trees().getElement(path) instanceof VariableElement field) {
        assigned.add(field);
      }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
      target(tree.getVariable());
      return super.visitAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree tree, @Nullable Void nothing) {
      target(tree.getVariable());
      return super.visitCompoundAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            target(tree.getExpression());
        default -> {}
      }
      return super.visitUnary(tree, nothing);
    }
  }
}
