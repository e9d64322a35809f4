package io.github.rustfit.trial.port;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.rustfit.trial.compiler.Compilation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Constants and tables that methods read. */
final class Items {

  private static final int MOST_ELEMENTS = 100_000;

  private final Compilation compilation;
  private final Facts facts;
  private final Tables tables;
  private final Naming names;
  private final Map<VariableElement, String> lines = new LinkedHashMap<>();

  Items(Compilation compilation, Facts facts, Tables tables, Naming names) {
    this.compilation = compilation;
    this.facts = facts;
    this.tables = tables;
    this.names = names;
  }

  /** Their declarations, in the order in which they were first read. */
  String text() {
    return String.join("", lines.values());
  }

  /** The constant that a field of Java is. */
  Code constant(VariableElement field) {
    Object value = Objects.requireNonNull(field.getConstantValue());
    TypeElement owner = (TypeElement) Objects.requireNonNull(field.getEnclosingElement());
    Code literal = Numbers.literal(value);
    if (owner.getQualifiedName().toString().startsWith("java.")) {
      return ofPlatform(field, owner, literal);
    }
    Sort sort = literal.sort();
    String name = name(field);
    lines.computeIfAbsent(
        field, one -> "const " + name + ": " + sort.rust() + " = " + literal.text() + ";\n");
    return Code.atom(name, sort);
  }

  private static Code ofPlatform(VariableElement field, TypeElement owner, Code literal) {
    String name = field.getSimpleName().toString();
    boolean whole = literal.sort().whole();
    return whole && (name.equals("MAX_VALUE") || name.equals("MIN_VALUE"))
        ? Code.atom(literal.sort().rust() + "::" + name.substring(0, 3), literal.sort())
        : literal;
  }

  private String name(VariableElement field) {
    return names.of(field, Naming.upper(field.getSimpleName().toString()));
  }

  /** The constant of an enum: its ordinal. */
  Code constantOfEnum(VariableElement constant) {
    TypeElement owner = (TypeElement) Objects.requireNonNull(constant.getEnclosingElement());
    int ordinal = 0;
    for (Element one : owner.getEnclosedElements()) {
      if (one.equals(constant)) {
        break;
      }
      ordinal += one.getKind() == ElementKind.ENUM_CONSTANT ? 1 : 0;
    }
    int value = ordinal;
    String name =
        names.of(constant, Naming.upper(owner.getSimpleName() + "_" + constant.getSimpleName()));
    lines.computeIfAbsent(constant, one -> "const " + name + ": i32 = " + value + ";\n");
    return Code.atom(name, Sort.ENUM);
  }

  /** The name of a table, which nobody writes to. */
  String table(VariableElement field, Tree at) {
    if (!lines.containsKey(field)) {
      lines.put(field, declaration(field, at));
    }
    return name(field);
  }

  private String declaration(VariableElement field, Tree at) {
    if (!field.getModifiers().contains(Modifier.STATIC)) {
      throw new Refused(at, "the field " + field + " of an object");
    }
    if (!field.getModifiers().contains(Modifier.FINAL)) {
      throw new Refused(at, "the static variable " + field);
    }
    Optional<JavaType> type = JavaType.of(field.asType());
    if (type.isEmpty() || !type.get().isArray()) {
      throw new Refused(at, "the static field " + field + ", which is no constant");
    }
    if (!(compilation.trees().getTree(field) instanceof VariableTree tree)) {
      throw new Refused(at, "the table " + field + ", whose source is not here");
    }
    CompilationUnitTree unit = compilation.trees().getPath(field).getCompilationUnit();
    facts.read(unit);
    if (!(tree.getInitializer() instanceof NewArrayTree array) || array.getInitializers() == null) {
      throw new Refused(at, "the table " + field + ", whose elements are computed at run time");
    }
    tables.check(field, unit, at);
    String elements = elements(array, type.get(), field, at);
    return "static "
        + name(field)
        + ": "
        + tableType(type.get(), array.getInitializers().size())
        + " = "
        + elements
        + ";\n";
  }

  private static String tableType(JavaType type, int size) {
    return "[" + elementType(type.inner()) + "; " + size + "]";
  }

  private static String elementType(JavaType type) {
    return type.isArray() ? "&[" + elementType(type.inner()) + "]" : type.sort().rust();
  }

  private String elements(NewArrayTree array, JavaType type, VariableElement field, Tree at) {
    List<? extends ExpressionTree> initializers = array.getInitializers();
    if (initializers.size() > MOST_ELEMENTS) {
      throw new Refused(at, "the table " + field + ", which is too long");
    }
    StringBuilder text = new StringBuilder("[");
    int line = 0;
    for (ExpressionTree one : initializers) {
      String element;
      if (type.inner().isArray()) {
        if (!(one instanceof NewArrayTree row) || row.getInitializers() == null) {
          throw new Refused(at, "the table " + field + ", whose rows are computed at run time");
        }
        element = "&" + elements(row, type.inner(), field, at);
      } else {
        element = element(one, type.inner().sort(), field, at);
      }
      boolean wrap = text.length() - line > 90;
      if (wrap) {
        line = text.length();
      }
      text.append(text.length() == 1 ? "" : wrap ? ",\n    " : ", ").append(element);
    }
    return text.append("]").toString();
  }

  private String element(ExpressionTree tree, Sort sort, VariableElement field, Tree at) {
    if (sort == Sort.ENUM) {
      throw new Refused(at, "the table " + field + " of an enum");
    }
    return new Constants(facts)
        .of(tree)
        .flatMap(value -> Constants.cast(value, sort))
        .map(value -> Numbers.literal(value).text())
        .orElseThrow(
            () ->
                new Refused(
                    at, "the table " + field + ", whose elements are computed at run time"));
  }
}
