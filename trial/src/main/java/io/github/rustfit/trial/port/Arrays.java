package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;

/** Arrays: references to them, their elements, and new ones. */
final class Arrays {

  private final Module module;
  private final Locals locals;
  private final Expressions expressions;

  Arrays(Module module, Locals locals, Expressions expressions) {
    this.module = module;
    this.locals = locals;
    this.expressions = expressions;
  }

  /**
   * A reference to an array.
   *
   * @param write whether it is written through
   * @param frozen whether indices on the way are to be taken now, as they may change
   * @param lets takes what has to be computed before
   */
  String reference(ExpressionTree tree, boolean write, boolean frozen, Lets lets) {
    Tree plain = Facts.plain(tree);
    if (plain instanceof ArrayAccessTree access) {
      String base = reference(access.getExpression(), write, frozen, lets);
      return row(base, index(access.getIndex(), frozen, lets), write);
    }
    if (plain instanceof ConditionalExpressionTree choice && !write && !Writes.fresh(plain)) {
      boolean made =
          Writes.fresh(choice.getTrueExpression()) || Writes.fresh(choice.getFalseExpression());
      if (made) {
        throw new Refused(plain, "a choice between a new array and one that is there");
      }
      if (!module.writes().of(choice).none()) {
        throw new Refused(plain, "a choice between arrays that changes something");
      }
      return "if "
          + expressions.condition(choice.getCondition())
          + " { "
          + reference(choice.getTrueExpression(), false, false, lets)
          + " } else { "
          + reference(choice.getFalseExpression(), false, false, lets)
          + " }";
    }
    if (Writes.fresh(plain)) {
      String made = fresh((ExpressionTree) plain);
      if (!frozen) {
        return (write ? "&mut " : "&") + made;
      }
      String name = locals.temporary("made");
      lets.add("let " + (write ? "mut " : "") + name + " = " + made + ";");
      return (write ? "&mut " : "&") + name;
    }
    if (plain instanceof IdentifierTree || plain instanceof MemberSelectTree) {
      VariableElement variable =
          module
              .facts()
              .variable(plain)
              .orElseThrow(() -> new Refused(plain, "the array " + plain));
      return variable(variable, plain, write);
    }
    throw new Refused(plain, "an array from " + Expressions.word(plain));
  }

  /** A reference to an array that is only read, whose indices may change something on the way. */
  String read(ExpressionTree tree, Lets lets) {
    return reference(tree, false, !module.writes().of(tree).none(), lets);
  }

  private String variable(VariableElement variable, Tree at, boolean write) {
    if (!Locals.local(variable)) {
      if (write) {
        throw new Refused(at, "the table " + variable + ", which is written to");
      }
      return "&" + module.items().table(variable, at);
    }
    String name = locals.name(variable);
    return switch (locals.storage(variable, at)) {
      case OWNED -> (write ? "&mut " : "&") + name;
      case UNIQUE -> name;
      case SHARED -> {
        if (write) {
          throw new Refused(at, "the array " + variable + ", which is written to");
        }
        yield name;
      }
      case ALIAS -> {
        Locals.Alias alias =
            locals
                .alias(variable)
                .orElseThrow(() -> new Refused(at, variable + " is a second name for an array"));
        String reference = reference((ExpressionTree) alias.base(), write, false, new Lets(locals));
        for (String index : alias.indices()) {
          reference = row(reference, index, write);
        }
        yield reference;
      }
      case VALUE -> throw new Refused(at, variable + " is no array");
    };
  }

  private String row(String array, String index, boolean write) {
    return "java::" + rowFunction(write) + "(" + array + ", " + index + ")?";
  }

  /** What finds a row. */
  String rowFunction(boolean write) {
    return (module.rowsAreNull() ? "row_there" : "row") + (write ? "_mut" : "");
  }

  /** An index: taken now, unless it can be computed later just as well. */
  String index(ExpressionTree tree, boolean frozen, Lets lets) {
    Code code = expressions.as(tree, Sort.INT);
    boolean fixed = Facts.plain(tree) instanceof LiteralTree;
    return fixed || (!frozen && expressions.simple(tree)) ? code.text() : lets.take("at", code);
  }

  /** An element that is read. */
  Code element(ArrayAccessTree tree) {
    Sort sort = expressions.type(tree).sort();
    if (!sort.value()) {
      throw new Refused(tree, "a row of an array as a value");
    }
    Effects effects = module.writes().of(tree);
    if (effects.assignsAny(module.writes().roots(tree))) {
      throw new Refused(tree, "an array whose variable gets another in the index");
    }
    Lets lets = new Lets(locals);
    boolean early = !effects.none();
    String array = reference(tree.getExpression(), false, early, lets);
    String index =
        early
            ? index(tree.getIndex(), true, lets)
            : expressions.as(tree.getIndex(), Sort.INT).text();
    return lets.wrap(Code.atom("java::at(" + array + ", " + index + ")?", sort));
  }

  /** An array of its own: one that is made, or a copy of one that nobody writes to meanwhile. */
  String owned(ExpressionTree tree, Lets lets) {
    return Writes.fresh(tree) ? fresh(tree) : "(" + read(tree, lets) + ").to_vec()";
  }

  /** An array that nothing else has a name for. */
  String fresh(ExpressionTree tree) {
    Tree plain = Facts.plain(tree);
    if (plain instanceof NewArrayTree array) {
      return array.getInitializers() == null ? zeroes(array) : listed(array);
    }
    if (plain instanceof MethodInvocationTree call) {
      return expressions.calls().array(call);
    }
    if (plain instanceof ConditionalExpressionTree choice) {
      return "(if "
          + expressions.condition(choice.getCondition())
          + " { "
          + fresh(choice.getTrueExpression())
          + " } else { "
          + fresh(choice.getFalseExpression())
          + " })";
    }
    throw new Refused(plain, "a second name for an array");
  }

  private String zeroes(NewArrayTree tree) {
    JavaType type = expressions.type(tree);
    List<Code> lengths = new ArrayList<>();
    JavaType inner = type;
    for (ExpressionTree dimension : tree.getDimensions()) {
      lengths.add(expressions.as(dimension, Sort.INT));
      inner = inner.inner();
    }
    if (inner.sort() == Sort.ENUM) {
      throw new Refused(tree, "an array whose elements are null at first");
    }
    StringBuilder text = new StringBuilder();
    for (Code length : lengths.subList(0, lengths.size() - 1)) {
      text.append("java::rows(").append(length.text()).append(", ");
    }
    String last = lengths.get(lengths.size() - 1).text();
    text.append(
        inner.isArray()
            ? "java::rows(" + last + ", Vec::<" + inner.inner().owned() + ">::new())?"
            : "java::array::<" + inner.sort().rust() + ">(" + last + ")?");
    text.append(")?".repeat(lengths.size() - 1));
    return text.toString();
  }

  private String listed(NewArrayTree tree) {
    JavaType inner = expressions.type(tree).inner();
    List<String> elements = new ArrayList<>();
    for (ExpressionTree one : tree.getInitializers()) {
      if (inner.isArray()) {
        elements.add(fresh(one));
      } else {
        Code code = expressions.as(one, inner.sort());
        elements.add((elements.isEmpty() ? code.typed() : code).text());
      }
    }
    return elements.isEmpty()
        ? "Vec::<" + inner.owned() + ">::new()"
        : "vec![" + String.join(", ", elements) + "]";
  }
}
