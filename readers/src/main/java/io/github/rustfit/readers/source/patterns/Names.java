package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What simple names of types mean in a file: by its imports, its own declarations, and the language
 * (JLS 25, 6.4.1). A name that comes from a {@code .*} import is known only if it is one of those
 * that patterns ask for; a class of the same package that hides it is not seen.
 */
final class Names {

  private static final int DEPTH = 10;

  private final Map<String, String> imported = new HashMap<>();
  private final Map<String, String> statics = new HashMap<>();
  private final Set<String> onDemand = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> records = new HashSet<>();
  private final Map<String, EnumDeclaration> enums = new HashMap<>();
  private final Set<String> packages = new HashSet<>();
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, TypeRef> plain = new HashMap<>();

  Names(CompilationUnit unit) {
    for (ImportDeclaration one : unit.getImports()) {
      String name = one.getNameAsString();
      int dot = name.lastIndexOf('.');
      if (one.isAsterisk()) {
        onDemand.add(name);
        packages.add(name);
      } else if (one.isStatic()) {
        statics.put(name.substring(dot + 1), name.substring(0, Math.max(0, dot)));
      } else {
        imported.put(name.substring(dot + 1), name);
        packages.add(name.substring(0, Math.max(0, dot)));
      }
    }
    Deque<TypeDeclaration<?>> open = new ArrayDeque<>(unit.getTypes());
    while (!open.isEmpty()) {
      TypeDeclaration<?> type = open.pop();
      declared.add(type.getNameAsString());
      if (type.isRecordDeclaration()) {
        records.add(type.getNameAsString());
      }
      if (type.isEnumDeclaration()) {
        enums.put(type.getNameAsString(), type.asEnumDeclaration());
      }
      for (BodyDeclaration<?> member : type.getMembers()) {
        if (member instanceof TypeDeclaration<?> nested) {
          open.push(nested);
        }
      }
    }
  }

  /** Whether anything is imported from the package or a package below it. */
  boolean imports(String prefix) {
    return packages.stream().anyMatch(name -> (name + ".").startsWith(prefix + "."));
  }

  /** Whether the file imports one of the classes called Unsafe. */
  boolean importsUnsafe() {
    return imported.containsKey("Unsafe");
  }

  /** Whether the file declares a record of that name. */
  boolean isRecord(String name) {
    return records.contains(name);
  }

  /** The enum of that name that the file declares, or null. */
  @Nullable EnumDeclaration enumOf(String name) {
    return enums.get(name);
  }

  /** The class that a statically imported member comes from, or null. */
  @Nullable String staticOwner(String member) {
    return statics.get(member);
  }

  /** The qualified name, or the name itself where the file does not tell. */
  String qualified(String written) {
    return known.computeIfAbsent(written, this::resolve);
  }

  private String resolve(String written) {
    int dot = written.indexOf('.');
    String head = dot < 0 ? written : written.substring(0, dot);
    String tail = dot < 0 ? "" : written.substring(dot);
    if (imported.containsKey(head)) {
      return imported.get(head) + tail;
    }
    if (declared.contains(head) || Character.isLowerCase(head.charAt(0))) {
      return written;
    }
    String java = "java.lang." + head;
    if (KnownTypes.JAVA_LANG.contains(java)) {
      return java + tail;
    }
    for (String name : KnownTypes.named(head)) {
      if (onDemand.contains(name.substring(0, name.lastIndexOf('.')))) {
        return name + tail;
      }
    }
    return written;
  }

  /** The meaning of a type as written. */
  TypeRef of(Type type) {
    return of(type, DEPTH);
  }

  private TypeRef of(Type type, int depth) {
    if (type instanceof ArrayType array) {
      TypeRef element = of(array.getElementType(), depth);
      return new TypeRef(element.name(), element.arguments(), array.getArrayLevel());
    }
    if (type instanceof PrimitiveType primitive) {
      return TypeRef.of(Primitives.name(primitive));
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard
          .getExtendedType()
          .map(bound -> of(bound, depth))
          .orElse(TypeRef.of("java.lang.Object"));
    }
    if (type instanceof ClassOrInterfaceType named) {
      if (named.getTypeArguments().isEmpty() && named.getScope().isEmpty()) {
        return plain.computeIfAbsent(named.getNameAsString(), name -> TypeRef.of(qualified(name)));
      }
      List<TypeRef> arguments = new ArrayList<>();
      if (depth > 0) {
        named
            .getTypeArguments()
            .ifPresent(all -> all.forEach(one -> arguments.add(of(one, depth - 1))));
      }
      return new TypeRef(qualified(named.getNameWithScope()), List.copyOf(arguments), 0);
    }
    return TypeRef.of("");
  }
}
