package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types, numbers and equality that do not hold what they seem to. */
final class TypeDetectors {

  private static final String OVERFLOW = "int-overflow";
  private static final String UNCHECKED = "unchecked-cast";
  private static final String EXPOSED = "exposed-internals";
  private static final Set<String> GENERIC =
      KnownTypes.union(
          KnownTypes.MAPS, KnownTypes.COLLECTIONS, KnownTypes.in("java.util", "Iterator Optional"));

  private TypeDetectors() {}

  static void register(Detectors looks) {
    looks.on(MethodDeclaration.class, TypeDetectors::finalizer);
    looks.on(MethodDeclaration.class, TypeDetectors::equality);
    looks.on(MethodDeclaration.class, TypeDetectors::suppressed);
    looks.on(VariableDeclarator.class, TypeDetectors::declaration);
    looks.on(ObjectCreationExpr.class, TypeDetectors::raw);
    looks.on(AssignExpr.class, TypeDetectors::assignment);
    looks.on(CastExpr.class, TypeDetectors::narrowing);
    looks.on(ReturnStmt.class, TypeDetectors::returned);
    looks.on(BinaryExpr.class, TypeDetectors::identity);
  }

  private static void finalizer(MethodDeclaration method, Scene scene) {
    if (method.getNameAsString().equals("finalize") && method.getParameters().isEmpty()) {
      scene.found("finalizer", method.getName(), method, "");
    }
  }

  private static void equality(MethodDeclaration method, Scene scene) {
    if (method.getNameAsString().equals("equals")
        && method.getParameters().size() == 1
        && method.getParameter(0).getTypeAsString().equals("Object")
        && method.getParentNode().orElse(null) instanceof TypeDeclaration<?> type
        && scene.methods(type, "hashCode").isEmpty()) {
      scene.found("identity-comparison", method.getName(), method, "equals without hashCode");
    }
  }

  private static void suppressed(MethodDeclaration method, Scene scene) {
    if (suppresses(method)) {
      scene.found(UNCHECKED, method.getName(), method, "suppressed in " + method.getNameAsString());
    }
  }

  private static boolean suppresses(NodeWithAnnotations<?> annotated) {
    return annotated.getAnnotations().stream()
        .filter(one -> one.getName().getIdentifier().equals("SuppressWarnings"))
        .anyMatch(
            one ->
                one instanceof SingleMemberAnnotationExpr single
                    && single.getMemberValue().isStringLiteralExpr()
                    && Set.of("unchecked", "rawtypes")
                        .contains(single.getMemberValue().asStringLiteralExpr().getValue()));
  }

  private static void declaration(VariableDeclarator variable, Scene scene) {
    if (isRaw(variable.getType(), scene)) {
      scene.found(UNCHECKED, variable, variable.getTypeAsString());
    }
    Expression value = variable.getInitializer().orElse(null);
    boolean isLong =
        variable.getType() instanceof PrimitiveType primitive
            && primitive.getType() == PrimitiveType.Primitive.LONG;
    if (isLong && isIntProduct(value, scene)) {
      scene.found(OVERFLOW, variable, variable.getNameAsString());
    }
  }

  private static void raw(ObjectCreationExpr creation, Scene scene) {
    if (isRaw(creation.getType(), scene) && creation.getAnonymousClassBody().isEmpty()) {
      scene.found(UNCHECKED, creation, creation.getType().getNameAsString());
    }
  }

  /** A diamond has arguments, an empty list of them. */
  private static boolean isRaw(Type type, Scene scene) {
    return type instanceof ClassOrInterfaceType named
        && named.getTypeArguments().isEmpty()
        && scene.names().of(type).isAny(GENERIC);
  }

  private static void assignment(AssignExpr assign, Scene scene) {
    Variable field = scene.variable(assign.getTarget());
    if (field != null
        && field.type() != null
        && field.type().is("long")
        && isIntProduct(assign.getValue(), scene)) {
      scene.found(OVERFLOW, assign, field.name());
    }
    Variable value = field == null ? null : scene.variable(assign.getValue());
    if (field != null
        && value != null
        && field.isField()
        && value.isParameter()
        && value.type() != null
        && value.type().isArray()
        && isPublic(scene.callable())) {
      scene.found(EXPOSED, assign, field.name());
    }
  }

  private static boolean isPublic(@Nullable Node callable) {
    return callable instanceof CallableDeclaration<?> declared && declared.isPublic();
  }

  private static boolean isIntProduct(@Nullable Expression value, Scene scene) {
    if (value == null
        || !(Code.plain(value) instanceof BinaryExpr product)
        || product.getOperator() != BinaryExpr.Operator.MULTIPLY) {
      return false;
    }
    boolean constant = isConstant(product.getLeft()) && isConstant(product.getRight());
    TypeRef type = scene.typeOf(product);
    return !constant && type != null && type.is("int");
  }

  /** Literals, and products and sums of two of them; javac checks what is longer. */
  private static boolean isConstant(Expression value) {
    Expression plain = Code.plain(value);
    return plain.isLiteralExpr()
        || (plain instanceof BinaryExpr two
            && two.getRight().isLiteralExpr()
            && (two.getLeft().isLiteralExpr()
                || (two.getLeft() instanceof BinaryExpr three
                    && three.getLeft().isLiteralExpr()
                    && three.getRight().isLiteralExpr())));
  }

  private static void narrowing(CastExpr cast, Scene scene) {
    Expression value = Code.plain(cast.getExpression());
    TypeRef type = scene.typeOf(value);
    if (cast.getType() instanceof PrimitiveType primitive
        && primitive.getType() == PrimitiveType.Primitive.INT
        && type != null
        && type.is("long")
        && (value.isNameExpr() || value instanceof MethodCallExpr)
        && !scene.method().equals("hashCode")) {
      scene.found(OVERFLOW, cast, Code.name(value));
    }
  }

  private static void returned(ReturnStmt statement, Scene scene) {
    Expression value = statement.getExpression().orElse(null);
    boolean compares = scene.method().equals("compareTo") || scene.method().equals("compare");
    if (compares
        && value instanceof BinaryExpr difference
        && difference.getOperator() == BinaryExpr.Operator.MINUS) {
      scene.found(OVERFLOW, statement, scene.method());
    }
    Variable field = scene.variable(value);
    if (field != null
        && field.isField()
        && isPublic(scene.callable())
        && field.type() != null
        && (field.type().isArray() || isMutable(field, scene))) {
      scene.found(EXPOSED, statement, field.name());
    }
  }

  /** A collection that the field itself creates; others may well be unmodifiable. */
  private static boolean isMutable(Variable field, Scene scene) {
    return field.initializer() instanceof ObjectCreationExpr creation
        && scene.names().of(creation.getType()).isAny(GENERIC);
  }

  private static void identity(BinaryExpr comparison, Scene scene) {
    if (comparison.getOperator() != BinaryExpr.Operator.EQUALS
        && comparison.getOperator() != BinaryExpr.Operator.NOT_EQUALS) {
      return;
    }
    TypeRef left = scene.typeOf(comparison.getLeft());
    TypeRef right = scene.typeOf(comparison.getRight());
    if (left != null
        && right != null
        && ((left.isBox() && right.isBox()) || (left.isString() && right.isString()))) {
      scene.found("identity-comparison", comparison, left.simpleName());
    }
  }
}
