package io.github.rustfit.readers.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Types and methods of a syntax tree, named as stack traces name them. Lambda bodies, local and
 * anonymous classes lie within the lines of the method or initializer around them.
 */
final class TypeReader {
  private static final String CONSTRUCTOR = "<init>";
  private static final String STATIC_INITIALIZER = "<clinit>";

  private final List<SourceType> types = new ArrayList<>();
  private final TypeNames names;
  private final boolean shipped;

  private TypeReader(TypeNames names, boolean shipped) {
    this.names = names;
    this.shipped = shipped;
  }

  /**
   * The types of a file.
   *
   * @param packageName empty for the unnamed package
   * @param fileName without {@code .java}; it names the class of a compact source file (JEP 512)
   * @param shipped whether to read signatures and shapes, which nobody needs of tests
   */
  static List<SourceType> types(
      CompilationUnit unit, String packageName, String fileName, boolean shipped) {
    TypeReader reader = new TypeReader(new TypeNames(unit, packageName), shipped);
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    for (TypeDeclaration<?> type : unit.getTypes()) {
      boolean compact =
          type.isClassOrInterfaceDeclaration() && type.asClassOrInterfaceDeclaration().isCompact();
      reader.add(type, prefix + (compact ? fileName : type.getNameAsString()), Map.of());
    }
    return reader.types;
  }

  private void add(TypeDeclaration<?> type, String binaryName, Map<String, String> outer) {
    Map<String, String> variables =
        type instanceof NodeWithTypeParameters<?> generic ? names.variables(generic, outer) : outer;
    Declarations declarations = new Declarations(names, type, variables);
    List<SourceMethod> methods = new ArrayList<>();
    if (type instanceof EnumDeclaration enumeration) {
      for (EnumConstantDeclaration constant : enumeration.getEntries()) {
        methods.add(method(STATIC_INITIALIZER, constant));
      }
    }
    boolean constantsOnly =
        type.isAnnotationDeclaration()
            || (type.isClassOrInterfaceDeclaration()
                && type.asClassOrInterfaceDeclaration().isInterface());
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> nested) {
        add(nested, binaryName + "$" + nested.getNameAsString(), variables);
      } else {
        addMethod(member, constantsOnly, declarations, methods);
      }
    }
    Optional<TypeShape> shape = shipped ? Optional.of(declarations.shape()) : Optional.empty();
    types.add(new SourceType(binaryName, firstLine(type), lastLine(type), methods, shape));
  }

  private void addMethod(
      BodyDeclaration<?> member,
      boolean constantsOnly,
      Declarations declarations,
      List<SourceMethod> methods) {
    if (member instanceof CallableDeclaration<?> callable) {
      boolean constructor = callable.isConstructorDeclaration();
      String name = constructor ? CONSTRUCTOR : callable.getNameAsString();
      methods.add(called(name, callable, () -> declarations.signature(callable)));
    } else if (member instanceof CompactConstructorDeclaration compact) {
      methods.add(called(CONSTRUCTOR, member, () -> declarations.signature(compact)));
    } else if (member instanceof InitializerDeclaration block) {
      methods.add(method(block.isStatic() ? STATIC_INITIALIZER : CONSTRUCTOR, block));
    } else if (member instanceof FieldDeclaration field && initialized(field)) {
      boolean isStatic = constantsOnly || field.isStatic();
      methods.add(method(isStatic ? STATIC_INITIALIZER : CONSTRUCTOR, field));
    }
  }

  private static boolean initialized(FieldDeclaration field) {
    return field.getVariables().stream()
        .map(VariableDeclarator::getInitializer)
        .anyMatch(Optional::isPresent);
  }

  private SourceMethod called(String name, Node node, Supplier<Signature> signature) {
    return new SourceMethod(
        name,
        firstLine(node),
        lastLine(node),
        shipped ? Optional.of(signature.get()) : Optional.empty());
  }

  private static SourceMethod method(String name, Node node) {
    return new SourceMethod(name, firstLine(node), lastLine(node), Optional.empty());
  }

  /**
   * Line of the first token that belongs to no annotation: the node's own start, or, where an
   * annotation may stand there, the start of the first modifier, type or name.
   */
  private static int firstLine(Node node) {
    int own = node.getRange().orElseThrow().begin.line;
    boolean annotated = false;
    int first = Integer.MAX_VALUE;
    for (Node child : node.getChildNodes()) {
      if (child instanceof AnnotationExpr) {
        annotated = true;
      } else if (child.getRange().isPresent()) {
        first = Math.min(first, child.getRange().get().begin.line);
      }
    }
    return annotated && first != Integer.MAX_VALUE ? first : own;
  }

  private static int lastLine(Node node) {
    return node.getRange().orElseThrow().end.line;
  }
}
