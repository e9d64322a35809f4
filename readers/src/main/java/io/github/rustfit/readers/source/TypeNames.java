package io.github.rustfit.readers.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.WildcardType;
import io.github.rustfit.readers.source.patterns.Primitives;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of types as {@code Signature} states them. Only the file itself is looked at: a type
 * that is inherited from elsewhere is taken for one of the package.
 */
final class TypeNames {

  /** Longer names are cut, type arguments first. */
  static final int MOST_CHARACTERS = 200;

  private static final String OBJECT = "java.lang.Object";

  /** What programs name most of {@code java.lang} (Java SE 25), which nobody imports. */
  private static final Set<String> LANG =
      Set.of(
          "Appendable",
          "AutoCloseable",
          "Boolean",
          "Byte",
          "CharSequence",
          "Character",
          "Class",
          "ClassLoader",
          "Cloneable",
          "Comparable",
          "Double",
          "Enum",
          "Error",
          "Exception",
          "Float",
          "InheritableThreadLocal",
          "Integer",
          "Iterable",
          "Long",
          "Math",
          "Module",
          "Number",
          "Object",
          "Process",
          "ProcessBuilder",
          "Readable",
          "Record",
          "Runnable",
          "Runtime",
          "RuntimeException",
          "ScopedValue",
          "Short",
          "StackTraceElement",
          "String",
          "StringBuffer",
          "StringBuilder",
          "System",
          "Thread",
          "ThreadGroup",
          "ThreadLocal",
          "Throwable",
          "Void");

  private final String prefix;
  private final boolean onDemand;
  private final Map<String, String> known = new HashMap<>();

  TypeNames(CompilationUnit unit, String packageName) {
    this.prefix = packageName.isEmpty() ? "" : packageName + ".";
    this.onDemand = unit.getImports().stream().anyMatch(ImportDeclaration::isAsterisk);
    for (ImportDeclaration one : unit.getImports()) {
      if (!one.isAsterisk()) {
        String name = one.getNameAsString();
        known.put(name.substring(name.lastIndexOf('.') + 1), name);
      }
    }
    unit.getTypes().forEach(type -> declare(type, prefix));
  }

  /** Types with a name of their own; local ones have none. */
  private void declare(TypeDeclaration<?> type, String before) {
    String name = before + type.getNameAsString();
    known.putIfAbsent(type.getNameAsString(), name);
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> nested) {
        declare(nested, name + ".");
      }
    }
  }

  /** The bounds that stand for the type variables of a declaration inside these ones. */
  Map<String, String> variables(NodeWithTypeParameters<?> declaration, Map<String, String> outer) {
    if (declaration.getTypeParameters().isEmpty()) {
      return outer;
    }
    Map<String, String> variables = new HashMap<>(outer);
    for (TypeParameter one : declaration.getTypeParameters()) {
      variables.put(one.getNameAsString(), OBJECT);
    }
    for (TypeParameter one : declaration.getTypeParameters()) {
      one.getTypeBound()
          .getFirst()
          .ifPresent(bound -> variables.put(one.getNameAsString(), erased(bound, variables)));
    }
    return variables;
  }

  /** The name of a type. */
  String of(Type type, Map<String, String> variables) {
    String full = text(type, variables, true);
    if (full.length() <= MOST_CHARACTERS) {
      return full;
    }
    String erased = erased(type, variables);
    return erased.length() <= MOST_CHARACTERS ? erased : erased.substring(0, MOST_CHARACTERS);
  }

  private String erased(Type type, Map<String, String> variables) {
    return text(type, variables, false);
  }

  private String text(Type type, Map<String, String> variables, boolean arguments) {
    if (type instanceof ArrayType array) {
      return text(array.getComponentType(), variables, arguments) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard
          .getExtendedType()
          .map(bound -> text(bound, variables, arguments))
          .orElse(OBJECT);
    }
    if (!(type instanceof ClassOrInterfaceType named)) {
      return type instanceof PrimitiveType primitive
          ? Primitives.name(primitive)
          : type.isVoidType() ? "void" : OBJECT;
    }
    String name = named.getScope().isPresent() ? qualified(named) : simple(named, variables);
    return arguments && named.getTypeArguments().filter(all -> !all.isEmpty()).isPresent()
        ? name
            + named.getTypeArguments().get().stream()
                .map(argument -> text(argument, variables, true))
                .collect(Collectors.joining(",", "<", ">"))
        : name;
  }

  private String simple(ClassOrInterfaceType named, Map<String, String> variables) {
    String name = named.getNameAsString();
    String variable = variables.get(name);
    return variable != null ? variable : resolve(name);
  }

  private String qualified(ClassOrInterfaceType named) {
    String name = named.getNameWithScope();
    int dot = name.indexOf('.');
    String first = name.substring(0, dot);
    return Character.isUpperCase(first.charAt(0)) ? resolve(first) + name.substring(dot) : name;
  }

  private String resolve(String name) {
    String found = known.get(name);
    if (found != null) {
      return found;
    }
    if (LANG.contains(name)) {
      return "java.lang." + name;
    }
    return onDemand ? name : prefix + name;
  }
}
