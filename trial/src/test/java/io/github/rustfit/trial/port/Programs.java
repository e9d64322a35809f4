package io.github.rustfit.trial.port;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;

/**
 * Random programs of Java: static methods over numbers and arrays, with everything in them that a
 * port has to get right. They end: loops and calls have fuel. The same seed gives the same program.
 */
@NullUnmarked
final class Programs {

  /** What names of classes begin with whose methods are called on objects. */
  static final String OBJECTS = "Called";

  private static final String[] WHOLE = {"int", "int", "int", "long", "byte", "short", "char"};
  private static final String[] ALL = {
    "int", "int", "int", "int", "long", "long", "double", "float", "boolean", "char", "byte",
    "short"
  };

  private record Variable(String name, String type, boolean fixed) {}

  private record Array(String name, String type, int most) {}

  private record Helper(String name, String result, List<String> parameters) {}

  private final Random random;
  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<Variable> variables = new ArrayList<>();
  private final List<Array> arrays = new ArrayList<>();
  private final List<Array> tables = new ArrayList<>();
  private final List<Helper> helpers = new ArrayList<>();
  private final List<Variable> fields = new ArrayList<>();
  private final Deque<String> loops = new ArrayDeque<>();
  private String indent = "    ";
  private String result = "int";
  private String running = "";
  private int names;
  private int inSwitch;
  private int inValue;
  private boolean owned;

  private Programs(long seed, String name) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 11);
    this.name = name;
  }

  /** A method of this name, after the methods that it calls. */
  static String method(long seed, String name) {
    Programs one = new Programs(seed, name);
    int helpers = one.random.nextInt(5) / 2;
    for (int i = 0; i < helpers; i++) {
      one.helper(i);
    }
    one.method();
    return one.text.toString();
  }

  /**
   * A class of this name with {@link #OBJECTS} before it, whose method of this name is called on an
   * object of it, after the methods that it calls on the same object.
   */
  static String object(long seed, String name) {
    Programs one = new Programs(seed, name);
    one.text.append("  static final class " + OBJECTS + name + " {\n");
    int fields = 1 + one.below(4);
    for (int i = 0; i < fields; i++) {
      // Parameters may have the same name.
      String field = one.oneIn(3) ? "p" + (i + 1) : "q" + i;
      String type =
          one.oneIn(3) ? one.pick("int", "long", "byte", "boolean") + "[]" : one.pick(ALL);
      boolean fixed = one.oneIn(4);
      one.fields.add(new Variable(field, type, fixed));
      one.line(type + " " + field + ";");
    }
    int helpers = one.random.nextInt(5) / 2;
    for (int i = 0; i < helpers; i++) {
      one.helper(i);
    }
    one.method();
    return one.text.append("  }\n").toString();
  }

  private int below(int most) {
    return random.nextInt(most);
  }

  private boolean oneIn(int most) {
    return random.nextInt(most) == 0;
  }

  private String pick(String... all) {
    return all[below(all.length)];
  }

  private void line(String line) {
    text.append(indent).append(line).append('\n');
  }

  private void in() {
    indent += "  ";
  }

  private void out() {
    indent = indent.substring(2);
  }

  private String unused(String start) {
    return start + names++;
  }

  private void helper(int number) {
    List<String> parameters = new ArrayList<>();
    boolean recursive = oneIn(3);
    if (recursive) {
      parameters.add("int");
    }
    int count = 1 + below(3);
    for (int i = 0; i < count; i++) {
      parameters.add(oneIn(3) ? pick("int", "long", "byte", "double") + "[]" : pick(ALL));
    }
    String type = oneIn(6) ? "void" : oneIn(6) ? pick("int[]", "long[]") : pick(ALL);
    Helper helper = new Helper(name + "h" + number, type, parameters);
    begin(fields.isEmpty() ? "private static " : "private ", helper.name(), type, parameters);
    if (recursive) {
      helpers.add(helper);
      line(
          "if (p0 <= 0 || p0 > 3) return"
              + (type.equals("void")
                  ? ""
                  : " " + (type.endsWith("]") ? "new " + type.replace("[]", "[2]") : leaf(type)))
              + ";");
    }
    body(3, type);
    if (!recursive) {
      helpers.add(helper);
    }
  }

  private void method() {
    List<String> parameters = new ArrayList<>();
    int count = 1 + below(4);
    for (int i = 0; i < count; i++) {
      parameters.add(
          oneIn(3)
              ? pick("int", "int", "long", "byte", "double", "char", "boolean") + "[]"
              : pick(ALL));
    }
    String type = oneIn(8) ? pick("int[]", "double[]") : pick(ALL);
    begin(fields.isEmpty() ? "static " : "", name, type, parameters);
    body(5, type);
  }

  private void begin(String modifiers, String method, String type, List<String> parameters) {
    variables.clear();
    arrays.clear();
    tables.clear();
    loops.clear();
    names = 0;
    owned = false;
    result = type;
    running = method;
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i);
      head.append(i == 0 ? "" : ", ").append(parameter).append(" p").append(i);
      if (parameter.endsWith("[]")) {
        arrays.add(new Array("p" + i, parameter.substring(0, parameter.length() - 2), 0));
      } else {
        boolean fuel = i == 0 && modifiers.startsWith("private") && parameter.equals("int");
        variables.add(new Variable("p" + i, parameter, fuel));
      }
    }
    for (Variable field : fields) {
      boolean hidden = variables.stream().anyMatch(one -> one.name().equals(field.name()));
      hidden |= arrays.stream().anyMatch(one -> one.name().equals(field.name()));
      String called = (hidden || oneIn(3) ? "this." : "") + field.name();
      if (field.type().endsWith("[]")) {
        arrays.add(new Array(called, field.type().replace("[]", ""), 0));
      } else {
        variables.add(new Variable(called, field.type(), field.fixed()));
      }
    }
    indent = "  ";
    line(modifiers + type + " " + method + "(" + head + ") {");
    indent = "    ";
    line("int fuel = " + (modifiers.startsWith("private") ? 20 : 60) + ";");
  }

  private void body(int statements, String type) {
    int count = 2 + below(statements);
    for (int i = 0; i < count; i++) {
      statement(oneIn(3) ? 3 : oneIn(2) ? 2 : 1);
    }
    if (!type.equals("void")) {
      line("return " + result() + ";");
    }
    indent = "  ";
    line("}");
  }

  private String result() {
    if (result.endsWith("[]")) {
      String type = result.substring(0, result.length() - 2);
      return oneIn(2)
          ? "new " + result + " {" + expression(type, 2) + "}"
          : "new " + type + "[" + below(4) + "]";
    }
    return expression(result, 3);
  }

  private void statements(int depth) {
    int variablesBefore = variables.size();
    int arraysBefore = arrays.size();
    int tablesBefore = tables.size();
    in();
    int count = oneIn(2) ? 1 : 2;
    for (int i = 0; i < count; i++) {
      statement(depth);
    }
    out();
    cut(variables, variablesBefore);
    cut(arrays, arraysBefore);
    cut(tables, tablesBefore);
  }

  private static void cut(List<?> list, int size) {
    list.subList(size, list.size()).clear();
  }

  private void statement(int depth) {
    switch (below(depth > 0 ? 26 : 12)) {
      case 0, 1 -> declaration();
      case 2 -> assignment();
      case 3 -> line(compound() + ";");
      case 4 -> line(step() + ";");
      case 5 -> arrayStatement();
      case 6 -> elementWrite();
      case 7 -> leave();
      case 8 -> call();
      case 9 -> newArray();
      case 10 -> assignment();
      case 11 -> elementWrite();
      case 12, 13, 14 -> branch(depth);
      case 15, 16 -> countedLoop(depth);
      case 17 -> oddLoop(depth);
      case 18 -> whileLoop(depth);
      case 19 -> doLoop(depth);
      case 20, 21 -> forEach(depth);
      case 22 -> oldSwitch(depth);
      case 23 -> newSwitch(depth);
      case 24 -> rows(depth);
      default -> block(depth);
    }
  }

  private void declaration() {
    String type = pick(ALL);
    String variable = unused("v");
    line(type + " " + variable + " = " + expression(type, 3) + ";");
    variables.add(new Variable(variable, type, false));
  }

  private Variable target(String type) {
    List<Variable> fit = new ArrayList<>();
    for (Variable one : variables) {
      if (!one.fixed() && (type == null || one.type().equals(type))) {
        fit.add(one);
      }
    }
    return fit.isEmpty() ? null : fit.get(below(fit.size()));
  }

  private void assignment() {
    Variable to = target(null);
    if (to != null) {
      line(to.name() + " = " + expression(to.type(), 3) + ";");
    }
  }

  private String operator(String type) {
    return switch (type) {
      case "boolean" -> pick("&=", "|=", "^=");
      case "float", "double" -> pick("+=", "-=", "*=", "/=", "%=");
      default -> pick("+=", "-=", "*=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "/=", "%=");
    };
  }

  private String compound() {
    Variable to = target(null);
    if (to == null) {
      return "fuel--";
    }
    return to.name() + operand(to.type());
  }

  private String operand(String type) {
    String operator = operator(type);
    String other =
        type.equals("boolean")
            ? "boolean"
            : operator.contains("<<") || operator.contains(">>")
                ? pick(WHOLE)
                : "&= |= ^=".contains(operator)
                    ? pick(WHOLE)
                    : oneIn(4) ? pick("int", "long", "double", "float", "char") : type;
    return " " + operator + " " + expression(other, 2);
  }

  private String step() {
    Variable to = null;
    for (int i = 0; i < 5 && (to == null || to.type().equals("boolean")); i++) {
      to = target(null);
    }
    if (to == null || to.type().equals("boolean")) {
      return "fuel--";
    }
    return pick(to.name() + "++", "++" + to.name(), to.name() + "--", "--" + to.name());
  }

  private Array array(String type) {
    List<Array> fit = new ArrayList<>();
    for (Array one : arrays) {
      if (type == null || one.type().equals(type)) {
        fit.add(one);
      }
    }
    return fit.isEmpty() ? null : fit.get(below(fit.size()));
  }

  private String element(Array of) {
    String index = oneIn(3) ? "" + below(of.most() > 0 ? of.most() : 3) : null;
    if (index == null) {
      String computed = expression("int", 1);
      index =
          oneIn(12)
              ? computed
              : of.most() > 0 && Integer.bitCount(of.most()) == 1
                  ? "(" + computed + ") & " + (of.most() - 1)
                  : "((" + computed + ") & 0xFFFF) % " + of.name() + ".length";
    }
    return of.name() + "[" + index + "]";
  }

  private String cell() {
    if (tables.isEmpty()) {
      return null;
    }
    Array of = tables.get(below(tables.size()));
    String i = "(" + expression("int", 1) + ") & 1";
    String j = oneIn(2) ? "" + below(4) : "(" + expression("int", 1) + ") & 3";
    return of.name() + "[" + i + "][" + j + "]";
  }

  private void elementWrite() {
    Array of = array(null);
    String place = of == null || (!tables.isEmpty() && oneIn(2)) ? cell() : element(of);
    if (place == null) {
      return;
    }
    String type = place.equals("") ? "int" : typeOf(place, of);
    line(
        switch (below(4)) {
              case 0 -> place + operand(type);
              case 1 ->
                  type.equals("boolean") ? place + " ^= true" : pick(place + "++", "--" + place);
              default -> place + " = " + expression(type, 3);
            }
            + ";");
  }

  private String typeOf(String place, Array of) {
    for (Array one : tables) {
      if (place.startsWith(one.name() + "[")) {
        return one.type();
      }
    }
    return of.type();
  }

  private void newArray() {
    String type = pick("int", "int", "long", "byte", "char", "double", "boolean", "short", "float");
    if (oneIn(4)) {
      String variable = unused("m");
      line(type + "[][] " + variable + " = new " + type + "[2][4];");
      tables.add(new Array(variable, type, 4));
      return;
    }
    String variable = unused("a");
    Array same = array(type);
    switch (below(4)) {
      case 0 -> {
        line(
            type
                + "[] "
                + variable
                + " = {"
                + expression(type, 2)
                + ", "
                + expression(type, 1)
                + "};");
        arrays.add(new Array(variable, type, 2));
      }
      case 1 -> {
        if (same == null) {
          return;
        }
        line(
            type
                + "[] "
                + variable
                + " = "
                + (oneIn(2)
                    ? same.name() + ".clone();"
                    : "java.util.Arrays.copyOf(" + same.name() + ", 8);"));
        arrays.add(new Array(variable, type, oneIn(9) ? 8 : 0));
      }
      default -> {
        line(type + "[] " + variable + " = new " + type + "[8];");
        arrays.add(new Array(variable, type, 8));
      }
    }
  }

  private void arrayStatement() {
    Array of = array(null);
    if (of == null) {
      return;
    }
    switch (below(4)) {
      case 0 -> line("java.util.Arrays.fill(" + of.name() + ", " + expression(of.type(), 2) + ");");
      case 1 ->
          line(
              "System.arraycopy("
                  + of.name()
                  + ", "
                  + below(2)
                  + ", "
                  + of.name()
                  + ", "
                  + below(2)
                  + ", "
                  + of.name()
                  + ".length - 1);");
      case 2 -> {
        Array other = array(of.type());
        if (other != null && !other.name().equals(of.name())) {
          line(
              "System.arraycopy("
                  + of.name()
                  + ", 0, "
                  + other.name()
                  + ", 0, Math.min("
                  + of.name()
                  + ".length, "
                  + other.name()
                  + ".length));");
        }
      }
      default -> {
        if (!of.type().matches("boolean|float|double")) {
          line("java.util.Arrays.sort(" + of.name() + ");");
        }
      }
    }
  }

  private void leave() {
    String condition = "if (" + expression("boolean", 2) + ") ";
    switch (below(6)) {
      case 0 -> {
        if (inValue == 0) {
          line(condition + "return" + (result.equals("void") ? "" : " " + result()) + ";");
        }
      }
      case 1 -> line(condition + (oneIn(3) ? "throw new IllegalStateException();" : step() + ";"));
      default -> {
        if (!loops.isEmpty()) {
          String label = loops.peek();
          String word = pick("break", "continue");
          if (oneIn(3)) {
            label = new ArrayList<>(loops).get(below(loops.size()));
            line(condition + word + " " + label + ";");
          } else if (word.equals("break") || inSwitch >= 0) {
            line(condition + word + (inSwitch > 0 && word.equals("break") ? "" : "") + ";");
          }
        }
      }
    }
  }

  private void call() {
    if (helpers.isEmpty()) {
      return;
    }
    Helper helper = helpers.get(below(helpers.size()));
    String call = call(helper, 2);
    if (call == null) {
      return;
    }
    if (helper.result().endsWith("[]")) {
      String variable = unused("a");
      line(helper.result() + " " + variable + " = " + call + ";");
      arrays.add(new Array(variable, helper.result().replace("[]", ""), 0));
    } else {
      line(call + ";");
    }
  }

  private String call(Helper helper, int depth) {
    List<String> arguments = new ArrayList<>();
    for (String parameter : helper.parameters()) {
      if (parameter.endsWith("[]")) {
        String type = parameter.substring(0, parameter.length() - 2);
        Array of = array(type);
        String argument = of == null ? null : of.name();
        for (Array table : tables) {
          if (table.type().equals(type) && oneIn(2)) {
            argument = table.name() + "[" + below(2) + "]";
          }
        }
        if (argument == null) {
          argument = "new " + type + "[4]";
        }
        if (arguments.contains(argument)) {
          argument = "new " + type + "[] {" + expression(type, 1) + "}";
        }
        arguments.add(argument);
      } else if (arguments.isEmpty() && helper.name().equals(running())) {
        arguments.add("p0 - 1");
      } else {
        arguments.add(expression(parameter, depth - 1));
      }
    }
    return helper.name() + "(" + String.join(", ", arguments) + ")";
  }

  /**
   * Recursive helpers take their own first parameter less one; others are called with small ones.
   */
  private String running() {
    return running;
  }

  private void branch(int depth) {
    line("if (" + expression("boolean", 3) + ") {");
    statements(depth - 1);
    if (oneIn(2)) {
      line("} else " + (oneIn(3) ? "if (" + expression("boolean", 2) + ") " : "") + "{");
      statements(depth - 1);
    }
    line("}");
  }

  private String label() {
    String label = unused("l");
    line(label + ":");
    return label;
  }

  private void loop(String head, int depth, Variable own) {
    int switchBefore = inSwitch;
    int before = variables.size();
    inSwitch = 0;
    line(head + " {");
    if (own != null) {
      variables.add(own);
    }
    statements(depth - 1);
    cut(variables, before);
    inSwitch = switchBefore;
  }

  private void countedLoop(int depth) {
    String label = label();
    String counter = unused("i");
    Array of = array(null);
    String limit =
        switch (below(4)) {
          case 0 -> of == null ? "4" : of.name() + ".length";
          case 1 -> "(" + expression("int", 1) + " & 7)";
          case 2 -> tables.isEmpty() ? "5" : tables.get(0).name() + "[1].length";
          default -> "" + (1 + below(6));
        };
    loops.push(label);
    boolean free = oneIn(4);
    loop(
        "for (int "
            + counter
            + " = "
            + (oneIn(3) ? "(" + expression("int", 1) + ") & 3" : "0")
            + "; "
            + (free ? "fuel-- > 0 && " : "")
            + counter
            + " < "
            + limit
            + "; "
            + pick(counter + "++", "++" + counter, counter + " += 1")
            + ")",
        depth,
        new Variable(counter, "int", !free));
    loops.pop();
    line("}");
  }

  private void oddLoop(int depth) {
    String label = label();
    String counter = unused("i");
    String type = pick("int", "long", "byte", "char", "short");
    loops.push(label);
    loop(
        "for ("
            + type
            + " "
            + counter
            + " = "
            + expression(type, 1)
            + "; fuel-- > 0"
            + (oneIn(2) ? " && " + expression("boolean", 2) : "")
            + "; "
            + pick(
                counter + "--",
                counter + " -= 3",
                counter + " += 2, fuel--",
                step(),
                counter + " <<= 1")
            + ")",
        depth,
        new Variable(counter, type, false));
    loops.pop();
    line("}");
  }

  private void whileLoop(int depth) {
    String label = label();
    loops.push(label);
    if (oneIn(3)) {
      line("while (true) {");
      in();
      line("if (fuel-- <= 0" + (oneIn(2) ? " || " + expression("boolean", 2) : "") + ") break;");
      out();
      int switchBefore = inSwitch;
      inSwitch = 0;
      statements(depth - 1);
      inSwitch = switchBefore;
    } else {
      loop("while (fuel-- > 0 && " + expression("boolean", 2) + ")", depth, null);
    }
    loops.pop();
    line("}");
  }

  private void doLoop(int depth) {
    String label = label();
    loops.push(label);
    loop("do", depth, null);
    loops.pop();
    line("} while (fuel-- > 0 && " + expression("boolean", 2) + ");");
  }

  private void forEach(int depth) {
    Array of = array(null);
    if (of == null) {
      return;
    }
    String label = label();
    String variable = unused("e");
    String type = of.type().equals("int") && oneIn(4) ? "long" : of.type();
    loops.push(label);
    loop(
        "for (" + type + " " + variable + " : " + of.name() + ")",
        depth,
        new Variable(variable, type, false));
    loops.pop();
    line("}");
  }

  private void rows(int depth) {
    if (tables.isEmpty()) {
      newArray();
      return;
    }
    Array of = tables.get(below(tables.size()));
    String variable = unused("r");
    int before = arrays.size();
    if (oneIn(2)) {
      String label = label();
      loops.push(label);
      int switchBefore = inSwitch;
      inSwitch = 0;
      line("for (" + of.type() + "[] " + variable + " : " + of.name() + ") {");
      arrays.add(new Array(variable, of.type(), 4));
      statements(depth - 1);
      inSwitch = switchBefore;
      loops.pop();
    } else {
      line("{");
      line("  " + of.type() + "[] " + variable + " = " + of.name() + "[" + below(2) + "];");
      arrays.add(new Array(variable, of.type(), 4));
      statements(depth - 1);
    }
    cut(arrays, before);
    line("}");
  }

  private void block(int depth) {
    line("{");
    statements(depth - 1);
    line("}");
  }

  private void oldSwitch(int depth) {
    String type = pick("int", "int", "byte", "char");
    line(
        "switch ("
            + (type.equals("int")
                ? "(" + expression("int", 2) + ") & 7"
                : "(" + type + ") (" + expression(type, 2) + " & 7)")
            + ") {");
    inSwitch++;
    int count = 2 + below(3);
    int last = below(4);
    for (int i = 0; i < count; i++) {
      line("  case " + i * 2 + ":");
      if (oneIn(3)) {
        line("  case " + (i * 2 + 1) + ":");
      }
      if (i == last) {
        line("  default:");
      }
      in();
      line("{");
      statements(depth - 1);
      line("}");
      if (!oneIn(3)) {
        line("break;");
      }
      out();
    }
    inSwitch--;
    line("}");
  }

  private void newSwitch(int depth) {
    line("switch ((" + expression("int", 2) + ") & 3) {");
    inSwitch++;
    for (int i = 0; i < 2; i++) {
      line("  case " + i + (oneIn(2) ? ", " + (i + 2) : "") + " -> {");
      in();
      statements(depth - 1);
      out();
      line("  }");
    }
    line("  default -> " + step() + ";");
    inSwitch--;
    line("}");
  }

  // Expressions.

  private String expression(String type, int depth) {
    if (depth <= 0 || oneIn(5)) {
      return leaf(type);
    }
    int choice = below(16);
    if (choice == 0) {
      Variable to = target(type);
      if (to != null) {
        return "("
            + to.name()
            + (oneIn(2) ? " = " + expression(type, depth - 1) : operand(type))
            + ")";
      }
    }
    if (choice == 1) {
      return "("
          + expression("boolean", depth - 1)
          + " ? "
          + expression(type, depth - 1)
          + " : "
          + expression(type, depth - 1)
          + ")";
    }
    if (choice == 2) {
      for (Helper helper : helpers) {
        if (helper.result().equals(type)) {
          return call(helper, depth);
        }
      }
    }
    if (choice == 3) {
      Array of = array(type);
      if (of != null) {
        String place = element(of);
        return switch (below(4)) {
          case 0 -> "(" + place + " = " + expression(type, depth - 1) + ")";
          case 1 -> "(" + place + operand(type) + ")";
          case 2 -> type.equals("boolean") ? place : pick(place + "++", "(--" + place + ")");
          default -> place;
        };
      }
    }
    if (choice == 4 && oneIn(3)) {
      inValue++;
      String given = unused("y");
      String value =
          "switch (("
              + expression("int", depth - 1)
              + ") & 3) { case 0 -> "
              + expression(type, depth - 1)
              + "; case 1, 2 -> { "
              + (target(null) == null ? "" : step() + "; ")
              + type
              + " "
              + given
              + " = "
              + expression(type, depth - 1)
              + "; yield "
              + given
              + "; } default -> "
              + (oneIn(9) ? "throw new ArithmeticException()" : expression(type, depth - 1))
              + "; }";
      inValue--;
      return "(" + value + ")";
    }
    return switch (type) {
      case "boolean" -> condition(depth);
      case "byte", "short", "char" ->
          "("
              + type
              + ") ("
              + expression(pick("int", "int", "long", "double", "float", "char", "byte"), depth - 1)
              + ")";
      case "float", "double" -> fraction(type, depth);
      default -> whole(type, depth);
    };
  }

  private String narrower(String type) {
    return type.equals("long")
        ? pick("long", "long", "int", "char", "byte")
        : pick("int", "int", "int", "char", "short", "byte");
  }

  private String whole(String type, int depth) {
    String a = expression(type, depth - 1);
    String b = expression(narrower(type), depth - 1);
    String owner = type.equals("int") ? "Integer" : "Long";
    return switch (below(19)) {
      case 0, 1 -> "(" + a + " + " + b + ")";
      case 2 -> "(" + b + " - " + a + ")";
      case 3 -> "(" + a + " * " + b + ")";
      case 4 -> "(" + a + " " + pick("/", "%") + " " + (oneIn(3) ? b : "(" + b + " | 1)") + ")";
      case 5 ->
          "(" + a + " " + pick("<<", ">>", ">>>") + " " + expression(pick(WHOLE), depth - 1) + ")";
      case 6, 7 -> "(" + a + " " + pick("&", "|", "^") + " " + b + ")";
      case 8 -> pick("-", "~", "+") + "(" + a + ")";
      case 9 ->
          "(" + type + ") (" + expression(pick("long", "double", "float", "int"), depth - 1) + ")";
      case 10 -> "Math." + pick("min", "max") + "(" + a + ", " + b + ")";
      case 11 -> "Math.abs(" + a + ")";
      case 12 ->
          owner
              + "."
              + pick("reverse", "reverseBytes", "highestOneBit", "lowestOneBit")
              + "("
              + a
              + ")";
      case 13 ->
          owner
              + "."
              + pick(
                  "bitCount", "numberOfLeadingZeros", "numberOfTrailingZeros", "signum", "hashCode")
              + "("
              + a
              + ")";
      case 14 ->
          owner
              + "."
              + pick("rotateLeft", "rotateRight")
              + "("
              + a
              + ", "
              + expression("int", depth - 1)
              + ")";
      case 15 ->
          owner + "." + pick("compare", "compareUnsigned", "min", "sum") + "(" + a + ", " + b + ")";
      case 16 -> "Math." + pick("floorMod", "floorDiv") + "(" + a + ", (" + b + ") | 1)";
      case 17 ->
          type.equals("long")
              ? "Math.round(" + expression("double", depth - 1) + ")"
              : "Math.round(" + expression("float", depth - 1) + ")";
      default -> {
        Variable to = target(type);
        yield to == null
            ? a
            : pick("(" + to.name() + "++)", "(++" + to.name() + ")", "(" + to.name() + "--)");
      }
    };
  }

  private String fraction(String type, int depth) {
    String a = expression(type, depth - 1);
    String b = expression(oneIn(3) ? pick("int", "char", "float", "short") : type, depth - 1);
    return switch (below(10)) {
      case 0, 1 -> "(" + a + " + " + b + ")";
      case 2 -> "(" + a + " - " + b + ")";
      case 3, 4 -> "(" + a + " * " + b + ")";
      case 5 -> "(" + a + " / " + a + ")";
      case 6 -> "(" + a + " % " + b + ")";
      case 7 -> "-(" + a + ")";
      case 8 -> "Math." + pick("min", "max") + "(" + a + ", " + expression(type, depth - 1) + ")";
      default ->
          type.equals("double")
              ? pick(
                  "Math.sqrt(" + a + ")",
                  "Math.floor(" + a + ")",
                  "Math.ceil(" + a + ")",
                  "Math.rint(" + a + ")",
                  "Math.abs(" + a + ")",
                  "Math.signum(" + a + ")")
              : "(float) (" + expression(pick("double", "long", "int"), depth - 1) + ")";
    };
  }

  private String condition(int depth) {
    String type = pick("int", "int", "long", "double", "char", "float");
    String a = expression(type, depth - 1);
    String b = expression(oneIn(3) ? pick("int", "char", "byte") : type, depth - 1);
    return switch (below(8)) {
      case 0, 1, 2 -> "(" + a + " " + pick("<", "<=", ">", ">=", "==", "!=") + " " + b + ")";
      case 3 ->
          "(" + expression("boolean", depth - 1) + " && " + expression("boolean", depth - 1) + ")";
      case 4 ->
          "(" + expression("boolean", depth - 1) + " || " + expression("boolean", depth - 1) + ")";
      case 5 ->
          "("
              + expression("boolean", depth - 1)
              + " "
              + pick("&", "|", "^", "==", "!=")
              + " "
              + expression("boolean", depth - 1)
              + ")";
      case 6 -> "!(" + expression("boolean", depth - 1) + ")";
      default ->
          "Double." + pick("isNaN", "isInfinite") + "(" + expression("double", depth - 1) + ")";
    };
  }

  private String leaf(String type) {
    if (!oneIn(3)) {
      List<String> fit = new ArrayList<>();
      for (Variable one : variables) {
        if (one.type().equals(type)) {
          fit.add(one.name());
        }
      }
      if (!fit.isEmpty()) {
        return fit.get(below(fit.size()));
      }
      Array of = array(type);
      if (of != null && oneIn(2)) {
        return of.name() + "[" + below(of.most() > 0 ? of.most() : 2) + "]";
      }
      if (type.equals("int") && of != null) {
        return of.name() + ".length";
      }
    }
    return switch (type) {
      case "boolean" -> pick("true", "false", "(fuel > 20)");
      case "byte" -> "(byte) " + pick("0", "1", "-1", "127", "-128", "200", "77");
      case "short" -> "(short) " + pick("0", "3", "-1", "32767", "-32768", "40000");
      case "char" -> pick("'a'", "'\\n'", "'\\''", "'\\u20ac'", "'\\uffff'", "(char) 70000", "'0'");
      case "int" ->
          pick(
              "0",
              "1",
              "-1",
              "2",
              "7",
              "31",
              "33",
              "100",
              "0x7FFFFFFF",
              "-2147483648",
              "0xCAFEBABE",
              "65536",
              "'x'",
              "12345");
      case "long" ->
          pick(
              "0L",
              "1L",
              "-1L",
              "63L",
              "0x7FFFFFFFFFFFFFFFL",
              "-9223372036854775808L",
              "0x9E3779B97F4A7C15L",
              "1000000007L",
              "42");
      case "float" ->
          pick("0f", "1f", "-0f", "1.5f", "0.1f", "1e30f", "3.4028235e38f", "1e-40f", "16777217f");
      default ->
          pick(
              "0.0",
              "1.0",
              "-0.0",
              "0.1",
              "2.5",
              "-1e300",
              "1e-310",
              "1.7976931348623157e308",
              "0.49999999999999994",
              "(0.0 / 0.0)",
              "4503599627370497.5");
    };
  }
}
