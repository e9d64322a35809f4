package io.github.rustfit.readers.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Types that code names in full instead of importing them. No name is resolved: a name counts if it
 * looks like packages in lower case and a class behind them, and does not begin with a variable.
 */
final class FullNames {

  private static final Pattern TYPE = Pattern.compile("[a-z_]\\w*(\\.[a-z_]\\w*)*\\.[A-Z]\\w*");

  /** In an expression, two packages at least and no constant: {@code a.b.C} may be fields. */
  private static final Pattern IN_EXPRESSION =
      Pattern.compile("[a-z_]\\w*(\\.[a-z_]\\w*)+\\.[A-Z]\\w*[a-z]\\w*");

  private final SortedSet<String> names = new TreeSet<>();
  private final SortedSet<String> inExpressions = new TreeSet<>();
  private final Set<String> variables = new HashSet<>();

  /** Looks at one node; the file's nodes may come in any order. */
  void look(Node node) {
    if (node instanceof ClassOrInterfaceType type && type.getScope().isPresent()) {
      add(names, TYPE, type.getNameWithScope());
    } else if (node instanceof AnnotationExpr annotation) {
      add(names, TYPE, annotation.getNameAsString());
    } else if (node instanceof FieldAccessExpr field) {
      chain(field).ifPresent(name -> add(inExpressions, IN_EXPRESSION, name));
    } else if (node instanceof VariableDeclarator variable) {
      variables.add(variable.getNameAsString());
    } else if (node instanceof Parameter parameter) {
      variables.add(parameter.getNameAsString());
    }
  }

  /** The names, each once, when all nodes were looked at. */
  SortedSet<String> found() {
    SortedSet<String> found = new TreeSet<>(names);
    inExpressions.stream()
        .filter(name -> !variables.contains(name.substring(0, name.indexOf('.'))))
        .forEach(found::add);
    return found;
  }

  private static void add(SortedSet<String> names, Pattern form, String name) {
    if (form.matcher(name).matches()) {
      names.add(name);
    }
  }

  /** {@code a.b.C} where it consists of names only. */
  private static Optional<String> chain(FieldAccessExpr field) {
    StringBuilder name = new StringBuilder(field.getNameAsString());
    Node scope = field.getScope();
    while (scope instanceof FieldAccessExpr next) {
      name.insert(0, next.getNameAsString() + ".");
      scope = next.getScope();
    }
    return scope instanceof NameExpr first
        ? Optional.of(first.getNameAsString() + "." + name)
        : Optional.empty();
  }
}
