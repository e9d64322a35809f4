package io.github.rustfit.trial.compiler;

import io.github.rustfit.trial.compiler.Obstacle.Kind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** What sort of obstacle a type is, if it is any. */
final class TypeSorts {

  private static final int DEEPEST = 4;

  private static final Pattern BOXES =
      Pattern.compile(
          "java\\.lang\\.(?:Integer|Long|Short|Byte|Character|Boolean|Double|Float|Number)");

  private static final Pattern TEXTS =
      Pattern.compile(
          "java\\.lang\\.(?:String|CharSequence|StringBuilder|StringBuffer|Appendable)"
              + "|java\\.util\\.StringJoiner");

  private static final Pattern COLLECTIONS =
      Pattern.compile(
          "java\\.lang\\.Iterable|java\\.io\\.ByteArray(?:In|Out)putStream|java\\.util\\.(?:\\w*(?:List|Map|Set|Deque|Queue|Collection|Iterator"
              + "|Collections|Vector|Stack|Enumeration|BitSet)|Map\\.Entry|Arrays)");

  private static final Pattern LAMBDAS =
      Pattern.compile(
          "java\\.util\\.(?:function\\..*|stream\\..*|Optional\\w*|Comparator|Spliterator.*)"
              + "|java\\.lang\\.Runnable");

  private static final Pattern INPUT_OUTPUT =
      Pattern.compile(
          "java\\.(?:io|net|nio|sql)\\.(?!.*Exception$|Serializable$).*|java\\.lang\\.foreign\\..*"
              + "|java\\.util\\.zip\\..*Stream|java\\.lang\\.AutoCloseable");

  private static final Pattern THREADS =
      Pattern.compile("java\\.util\\.concurrent\\..*|java\\.lang\\.(?:Inheritable)?Thread.*");

  /** What any object is, which says nothing about which one. */
  private static final Pattern ANYTHING =
      Pattern.compile(
          "java\\.lang\\.(?:Object|Comparable|Record|Enum|Cloneable)|java\\.io\\.Serializable");

  private static final Pattern PLATFORM =
      Pattern.compile("(?:java|javax\\.crypto|javax\\.xml|sun|jdk|com\\.sun)\\..*");

  private final Compilation compilation;
  private final Set<String> project;
  private final Set<String> extended;

  TypeSorts(Compilation compilation, Question question) {
    this.compilation = compilation;
    this.project = question.sources().keySet();
    this.extended = new HashSet<>(question.extended());
  }

  /** What of a type cannot be said in Rust as it stands. */
  Set<Kind> of(TypeMirror type) {
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    add(type, found, 0);
    return found;
  }

  private void add(TypeMirror type, Set<Kind> found, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (type.getKind()) {
      case ARRAY -> {
        TypeMirror component = ((ArrayType) type).getComponentType();
        add(component, found, depth);
        if (component.getKind() == TypeKind.DECLARED && found.isEmpty()) {
          found.add(Kind.OBJECTS);
        }
      }
      case TYPEVAR -> {
        found.add(Kind.DISPATCH);
        add(((TypeVariable) type).getUpperBound(), found, depth + 1);
      }
      case WILDCARD -> {
        WildcardType wildcard = (WildcardType) type;
        TypeMirror bound = wildcard.getExtendsBound();
        if (bound != null) {
          add(bound, found, depth + 1);
        }
      }
      case INTERSECTION, UNION -> found.add(Kind.DISPATCH);
      case ERROR -> found.add(Kind.UNRESOLVED);
      case DECLARED -> declared((DeclaredType) type, found, depth);
      default -> {}
    }
  }

  private void declared(DeclaredType type, Set<Kind> found, int depth) {
    Optional<Kind> kind = of((TypeElement) type.asElement());
    kind.ifPresent(found::add);
    if (kind.filter(Kind.COLLECTION::equals).isPresent()) {
      for (TypeMirror argument : type.getTypeArguments()) {
        Set<Kind> inner = EnumSet.noneOf(Kind.class);
        add(argument, inner, depth + 1);
        inner.remove(Kind.BOX); // its collection is the matter
        found.addAll(inner);
      }
    }
  }

  /** The same of a class, whatever its arguments. */
  Optional<Kind> of(TypeElement type) {
    if (throwable(type)) {
      return Optional.empty(); // thrown out of the method it becomes an error of the call
    }
    if (ofProject(type)) {
      return ofProject(type, 0);
    }
    String name = type.getQualifiedName().toString();
    return Optional.of(
        BOXES.matcher(name).matches()
            ? Kind.BOX
            : TEXTS.matcher(name).matches()
                ? Kind.TEXT
                : COLLECTIONS.matcher(name).matches()
                    ? Kind.COLLECTION
                    : LAMBDAS.matcher(name).matches() ? Kind.LAMBDA : outside(name));
  }

  private static Kind outside(String name) {
    return ANYTHING.matcher(name).matches()
        ? Kind.DISPATCH
        : THREADS.matcher(name).matches()
            ? Kind.THREADS
            : INPUT_OUTPUT.matcher(name).matches()
                ? Kind.INPUT_OUTPUT
                : PLATFORM.matcher(name).matches() ? Kind.JDK : Kind.LIBRARY;
  }

  private Optional<Kind> ofProject(TypeElement type, int depth) {
    if (type.getKind() == ElementKind.ENUM) {
      return type.getModifiers().contains(Modifier.FINAL) // not if a constant has a body
          ? Optional.empty()
          : Optional.of(Kind.DISPATCH);
    }
    if (!alone(type)) {
      return Optional.of(Kind.DISPATCH);
    }
    boolean inner =
        type.getEnclosingElement() instanceof TypeElement
            && type.getKind() == ElementKind.CLASS
            && !type.getModifiers().contains(Modifier.STATIC);
    boolean refers =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .anyMatch(field -> !owned(field, depth));
    return inner || refers ? Optional.of(Kind.OBJECTS) : Optional.empty();
  }

  /** Whether an object may own it: primitives, arrays of them, and final objects of such. */
  private boolean owned(VariableElement field, int depth) {
    TypeMirror type = field.asType();
    TypeMirror one = type;
    while (one instanceof ArrayType array) {
      one = array.getComponentType();
    }
    if (one.getKind().isPrimitive()) {
      return true;
    }
    return depth < DEEPEST
        && (field.getModifiers().contains(Modifier.FINAL) || isEnum(one))
        && one instanceof DeclaredType declared
        && !(type instanceof ArrayType)
        && declared.asElement() instanceof TypeElement element
        && ofProject(element)
        && ofProject(element, depth + 1).isEmpty();
  }

  /** A value that a table can hold: a primitive, an enum's constant, text, and arrays of these. */
  boolean plain(TypeMirror type) {
    TypeMirror one = type;
    while (one instanceof ArrayType array) {
      one = array.getComponentType();
    }
    return one.getKind().isPrimitive() || isEnum(one) || one.toString().equals("java.lang.String");
  }

  private static boolean isEnum(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM;
  }

  /** Whether the project's source declares it. */
  boolean ofProject(TypeElement type) {
    return project.contains(compilation.binaryName(type));
  }

  /** Whether neither another class stands for it nor it for another: its methods are the ones. */
  boolean alone(TypeElement type) {
    if (type.getKind().isInterface()
        || type.getModifiers().contains(Modifier.ABSTRACT)
        || extended(type)) {
      return false;
    }
    String parent = compilation.types().erasure(type.getSuperclass()).toString();
    return Set.of("java.lang.Object", "java.lang.Record", "java.lang.Enum", "none")
        .contains(parent);
  }

  private boolean extended(TypeElement type) {
    return extended.contains(type.getQualifiedName().toString());
  }

  /** Whether it is an exception or an error. */
  boolean throwable(TypeElement type) {
    TypeMirror up = type.asType();
    for (int depth = 0; depth < 50 && up instanceof DeclaredType declared; depth++) {
      TypeElement element = (TypeElement) declared.asElement();
      if (element.getQualifiedName().contentEquals("java.lang.Throwable")) {
        return true;
      }
      up = element.getSuperclass();
    }
    return false;
  }
}
