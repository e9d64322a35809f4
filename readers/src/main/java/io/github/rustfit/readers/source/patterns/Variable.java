package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A local variable, parameter or field.
 *
 * @param name its name
 * @param type its type; null when the file does not tell
 * @param loops how many loops of its method are around the declaration
 * @param initializer what it starts with, or null
 * @param declaration the declarator or parameter
 * @param field the field declaration; null for a local variable or parameter
 */
record Variable(
    String name,
    @Nullable TypeRef type,
    int loops,
    @Nullable Expression initializer,
    Node declaration,
    @Nullable FieldDeclaration field) {

  boolean isField() {
    return field != null;
  }

  boolean isStatic() {
    return field != null && (field.hasModifier(Modifier.Keyword.STATIC) || constant(field));
  }

  boolean isFinal() {
    return field != null && (field.hasModifier(Modifier.Keyword.FINAL) || constant(field));
  }

  /** Fields of interfaces are static and final without saying so (JLS 25, 9.3). */
  private static boolean constant(FieldDeclaration field) {
    Node parent = field.getParentNode().orElse(null);
    return parent instanceof AnnotationDeclaration
        || (parent instanceof ClassOrInterfaceDeclaration type && type.isInterface());
  }

  boolean isVolatile() {
    return field != null && field.isVolatile();
  }

  boolean isParameter() {
    return declaration instanceof Parameter;
  }
}
