package io.github.rustfit.readers.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The shape and the signatures of one type.
 *
 * @param names names types
 * @param type the declaration
 * @param variables what stands for the type variables in scope
 */
record Declarations(TypeNames names, TypeDeclaration<?> type, Map<String, String> variables) {

  private static final int CONSTANT =
      java.lang.reflect.Modifier.PUBLIC
          | java.lang.reflect.Modifier.STATIC
          | java.lang.reflect.Modifier.FINAL;

  Signature signature(CallableDeclaration<?> callable) {
    Map<String, String> scope = names.variables(callable, variables);
    int access = access(callable.getModifiers());
    if (interfaceLike() && (access & java.lang.reflect.Modifier.PRIVATE) == 0) {
      access |= java.lang.reflect.Modifier.PUBLIC;
    }
    return new Signature(
        access,
        callable instanceof MethodDeclaration method ? names.of(method.getType(), scope) : "void",
        callable.getParameters().stream().map(one -> parameter(one, scope)).toList());
  }

  /** A compact constructor takes the components of its record. */
  Signature signature(CompactConstructorDeclaration compact) {
    List<String> components =
        type instanceof RecordDeclaration declared
            ? declared.getParameters().stream().map(one -> parameter(one, variables)).toList()
            : List.of();
    return new Signature(access(compact.getModifiers()), "void", components);
  }

  private String parameter(Parameter parameter, Map<String, String> scope) {
    return names.of(parameter.getType(), scope) + (parameter.isVarArgs() ? "[]" : "");
  }

  TypeShape shape() {
    List<String> interfaces = new ArrayList<>();
    String superclass = "";
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      if (declared.isInterface()) {
        interfaces.addAll(names(declared.getExtendedTypes()));
      } else {
        superclass = names(declared.getExtendedTypes()).stream().findFirst().orElse("");
      }
    }
    if (type instanceof NodeWithImplements<?> implementing) {
      interfaces.addAll(names(implementing.getImplementedTypes()));
    }
    return new TypeShape(kind(), superclass, interfaces, fields());
  }

  private List<String> names(List<ClassOrInterfaceType> types) {
    return types.stream().map(one -> names.of(one, variables)).toList();
  }

  private List<TypeShape.Field> fields() {
    List<TypeShape.Field> fields = new ArrayList<>();
    if (type instanceof RecordDeclaration declared) {
      for (Parameter component : declared.getParameters()) {
        int access = java.lang.reflect.Modifier.PRIVATE | java.lang.reflect.Modifier.FINAL;
        fields.add(new TypeShape.Field(access, parameter(component, variables)));
      }
    }
    for (FieldDeclaration field : type.getFields()) {
      int access = interfaceLike() ? CONSTANT : access(field.getModifiers());
      for (VariableDeclarator variable : field.getVariables()) {
        fields.add(new TypeShape.Field(access, names.of(variable.getType(), variables)));
      }
    }
    return fields;
  }

  private boolean interfaceLike() {
    TypeShape.Kind kind = kind();
    return kind == TypeShape.Kind.INTERFACE || kind == TypeShape.Kind.ANNOTATION;
  }

  private TypeShape.Kind kind() {
    if (type.isEnumDeclaration()) {
      return TypeShape.Kind.ENUM;
    }
    if (type.isRecordDeclaration()) {
      return TypeShape.Kind.RECORD;
    }
    if (type.isAnnotationDeclaration()) {
      return TypeShape.Kind.ANNOTATION;
    }
    return type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface()
        ? TypeShape.Kind.INTERFACE
        : TypeShape.Kind.CLASS;
  }

  private static int access(List<Modifier> modifiers) {
    int access = 0;
    for (Modifier modifier : modifiers) {
      access |=
          switch (modifier.getKeyword()) {
            case PUBLIC -> java.lang.reflect.Modifier.PUBLIC;
            case PRIVATE -> java.lang.reflect.Modifier.PRIVATE;
            case PROTECTED -> java.lang.reflect.Modifier.PROTECTED;
            case STATIC -> java.lang.reflect.Modifier.STATIC;
            case FINAL -> java.lang.reflect.Modifier.FINAL;
            case SYNCHRONIZED -> java.lang.reflect.Modifier.SYNCHRONIZED;
            case VOLATILE -> java.lang.reflect.Modifier.VOLATILE;
            case TRANSIENT -> java.lang.reflect.Modifier.TRANSIENT;
            case NATIVE -> java.lang.reflect.Modifier.NATIVE;
            case ABSTRACT -> java.lang.reflect.Modifier.ABSTRACT;
            default -> 0;
          };
    }
    return access;
  }
}
