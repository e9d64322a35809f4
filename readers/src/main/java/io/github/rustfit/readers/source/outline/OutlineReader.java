package io.github.rustfit.readers.source.outline;

import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds packages, imports, types and functions among tokens. What has a body in braces ends with
 * it; anything else ends before the next line that is not indented more than the line it began in,
 * so that formatting decides where the grammar would be needed. Only the lines of functions depend
 * on that, never the name of a class.
 */
final class OutlineReader {

  private static final Set<String> KOTLIN_TYPES = Set.of("class", "interface", "object");
  private static final Set<String> SCALA_TYPES = Set.of("class", "object", "trait", "enum");
  private static final Set<String> GROOVY_TYPES = Set.of("class", "interface", "trait", "enum");

  /** Words before a bracket and a brace that are no name of a method. */
  private static final Set<String> STATEMENTS =
      Set.of("if", "while", "for", "switch", "catch", "return", "synchronized");

  private static final String CONSTRUCTOR = "<init>";

  /** Types within types; more would make names grow with the square of a file. */
  private static final int DEEPEST = 50;

  /** Tokens that a head of a function has at most. */
  private static final int LONGEST_HEAD = 2_000;

  /** More is no source that somebody wrote. */
  private static final int MOST_TYPES = 100_000;

  private final List<Token> tokens;
  private final Language language;
  private final String stem;
  private final SortedSet<String> imports = new TreeSet<>();
  private final List<SourceType> types = new ArrayList<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final Scope file;
  private String packageName = "";
  private String facade = "";
  private boolean multifile;
  private int depth;
  private int at;

  OutlineReader(List<Token> tokens, Language language, String stem) {
    this.tokens = tokens;
    this.language = language;
    this.stem = stem;
    this.file = new Scope(Scope.Kind.FILE, "", 1, -1, 0);
    scopes.push(file);
  }

  Outline read(int codeLines) {
    for (at = 0; at < tokens.size(); at++) {
      take(tokens.get(at));
    }
    int last = tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).line();
    while (!scopes.isEmpty()) {
      close(last);
    }
    types.addAll(
        new Facade(language, stem, facade, multifile, packageName)
            .types(file.functions, !file.functions.isEmpty() || file.properties, types, last));
    return new Outline(packageName, codeLines, imports, types);
  }

  private void take(Token token) {
    endByIndentation(token);
    if (token.kind() == Token.Kind.SIGN) {
      sign(token);
    } else if (token.kind() == Token.Kind.WORD && !afterDot()) {
      word(token);
    }
  }

  private void endByIndentation(Token token) {
    if (!token.first() || token.sign('{') || token.sign(')') || token.sign('}')) {
      return;
    }
    while (top().endsBefore(token, depth)) {
      close(tokens.get(at - 1).line());
    }
  }

  private void sign(Token token) {
    switch (token.text().charAt(0)) {
      case '(', '[' -> depth++;
      case ')', ']' -> depth--;
      case '{' -> open(token);
      case '}' -> shut(token);
      case '=' -> top().expression |= depth == top().depth;
      case ';' -> {
        while (top().bodyDepth == 0 && top().depth == depth && top() != file) {
          close(token.line());
        }
      }
      default -> {}
    }
  }

  private void open(Token token) {
    Scope top = top();
    boolean body = top != file && top.bodyDepth == 0 && top.depth == depth && !top.expression;
    if (!body && language == Language.GROOVY && top.holdsMembers()) {
      body = groovyFunction(token);
      top = top();
    }
    depth++;
    if (body) {
      top.bodyDepth = depth;
    }
  }

  private void shut(Token token) {
    while (top() != file && depth <= top().depth) {
      // it had no braces of its own, and what is around it ends
      close(at > 0 ? tokens.get(at - 1).line() : token.line());
    }
    Scope top = top();
    if (top != file && top.bodyDepth == depth && depth > 0) {
      close(token.line());
    }
    depth = Math.max(0, depth - 1);
  }

  private void word(Token token) {
    switch (token.text()) {
      case "package" -> packageOf(token);
      case "import" -> importOf(token);
      case "fun" -> function(language == Language.KOTLIN, token);
      case "def" -> function(language == Language.SCALA, token);
      case "constructor", "init" -> {
        boolean body = isSign(at + 1, '(') || isSign(at + 1, '{');
        if (language == Language.KOTLIN && token.first() && body) {
          push(Scope.Kind.FUNCTION, CONSTRUCTOR, token);
        }
      }
      case "JvmName" -> {
        if (scopes.size() == 1 && precededBy("file") && literalAt(at + 2) != null) {
          facade = String.valueOf(literalAt(at + 2));
        }
      }
      case "JvmMultifileClass" -> multifile |= precededBy("file");
      case "val", "var" -> {
        if (top() == file && depth == 0) {
          file.properties = true; // of the file: it has a class
        }
      }
      default -> {
        Set<String> keywords =
            switch (language) {
              case KOTLIN -> KOTLIN_TYPES;
              case SCALA -> SCALA_TYPES;
              case GROOVY -> GROOVY_TYPES;
            };
        if (keywords.contains(token.text()) || isGroovyRecord(token)) {
          type(token);
        }
      }
    }
  }

  private boolean isGroovyRecord(Token token) {
    return language == Language.GROOVY
        && token.word("record")
        && wordAt(at + 1) != null
        && isSign(at + 2, '(');
  }

  private void type(Token token) {
    @Nullable String name = wordAt(at + 1);
    boolean companion = at > 0 && tokens.get(at - 1).word("companion");
    boolean literal = isSign(at - 1, ':') && isSign(at - 2, ':');
    if (name == null || literal) {
      if (!companion) {
        return; // an object without a name, or a literal of a class
      }
      name = "Companion";
    } else {
      at++;
    }
    boolean packageObject =
        language == Language.SCALA && at > 1 && tokens.get(at - 2).word("package");
    if (packageObject) {
      packageName = packageName.isEmpty() ? name : packageName + "." + name;
      push(Scope.Kind.TYPE, "package", token);
    } else if (top().holdsMembers() && scopes.size() <= DEEPEST) {
      push(Scope.Kind.TYPE, name, token);
    } else {
      push(Scope.Kind.LOCAL, name, token);
    }
  }

  /** A function of a type or of the file; one within another is part of it. */
  private void function(boolean keyword, Token token) {
    if (!keyword || !top().holdsMembers()) {
      return;
    }
    if (at + 1 < tokens.size() && tokens.get(at + 1).word("interface")) {
      return;
    }
    int open = at + 1;
    int angle = 0;
    @Nullable String name = null;
    for (; open < tokens.size() && open < at + LONGEST_HEAD; open++) {
      Token one = tokens.get(open);
      if (one.sign('<')) {
        angle++;
      } else if (one.sign('>')) {
        angle--;
      } else if (angle == 0 && one.kind() == Token.Kind.WORD) {
        name = one.text();
        if (language == Language.SCALA) {
          break;
        }
      } else if (angle == 0 && !one.sign('.') && !one.sign('?')) {
        break;
      }
    }
    if (name != null) {
      boolean constructor = language == Language.SCALA && name.equals("this");
      push(Scope.Kind.FUNCTION, constructor ? CONSTRUCTOR : name, token);
      at = language == Language.SCALA ? open : open - 1;
    }
  }

  /** A brace behind {@code name(…)}, or behind {@code name(…) throws A, B}, is a method's. */
  private boolean groovyFunction(Token brace) {
    int i = at - 1;
    int least = Math.max(0, at - LONGEST_HEAD);
    while (i > least
        && (tokens.get(i).kind() == Token.Kind.WORD || isSign(i, ',') || isSign(i, '.'))) {
      i--;
    }
    if (i < least + 2 || !isSign(i, ')')) {
      return false;
    }
    int open = 0;
    for (; i > least; i--) {
      open += isSign(i, ')') ? 1 : 0;
      open -= isSign(i, '(') ? 1 : 0;
      if (open == 0) {
        break;
      }
    }
    Token name = tokens.get(Math.max(0, i - 1));
    boolean constructor = name.text().equals(top().name);
    boolean typed =
        i > 1
            && tokens.get(i - 2).kind() == Token.Kind.WORD
            && tokens.get(i - 2).line() == name.line()
            && !STATEMENTS.contains(tokens.get(i - 2).text());
    if (name.kind() != Token.Kind.WORD
        || STATEMENTS.contains(name.text())
        || !(typed || constructor)) {
      return false;
    }
    Scope scope =
        new Scope(
            Scope.Kind.FUNCTION,
            constructor ? CONSTRUCTOR : name.text(),
            name.line(),
            brace.indent(),
            depth);
    scopes.push(scope);
    return true;
  }

  private void packageOf(Token token) {
    if (!top().holdsMembers() || (at + 1 < tokens.size() && tokens.get(at + 1).word("object"))) {
      return;
    }
    String name = dotted(token.line());
    boolean further = language == Language.SCALA && !packageName.isEmpty();
    packageName = further ? packageName + "." + name : name;
    if (language == Language.SCALA && isSign(at + 1, '{')) {
      push(Scope.Kind.PACKAGE, "", token);
    }
  }

  private void importOf(Token token) {
    boolean isStatic = at + 1 < tokens.size() && tokens.get(at + 1).word("static");
    at += isStatic ? 1 : 0;
    String name = dotted(token.line());
    boolean all = isSign(at + 1, '.') && (isSign(at + 2, '*') || isSign(at + 2, '{'));
    if (name.endsWith("._")) {
      all = true;
      name = name.substring(0, name.length() - 2);
    }
    if (!name.isEmpty()) {
      imports.add(all ? name + ".*" : name);
    }
  }

  /** The name behind this token, in its line. */
  private String dotted(int line) {
    StringBuilder name = new StringBuilder();
    while (at + 1 < tokens.size() && tokens.get(at + 1).line() == line) {
      Token next = tokens.get(at + 1);
      boolean dot = next.sign('.') && wordAt(at + 2) != null;
      boolean part = next.kind() == Token.Kind.WORD && (name.isEmpty() || endsWithDot(name));
      if (!dot && !part) {
        break;
      }
      name.append(next.text());
      at++;
    }
    return name.toString();
  }

  private static boolean endsWithDot(StringBuilder name) {
    return name.charAt(name.length() - 1) == '.';
  }

  private void push(Scope.Kind kind, String name, Token token) {
    scopes.push(new Scope(kind, name, token.line(), token.indent(), depth));
  }

  private void close(int lastLine) {
    Scope scope = scopes.pop();
    Scope around = scopes.peek();
    if (around == null || types.size() >= MOST_TYPES) {
      return;
    }
    int last = Math.max(scope.firstLine, lastLine);
    if (scope.kind == Scope.Kind.FUNCTION) {
      holder(around)
          .functions
          .add(new SourceMethod(scope.name, scope.firstLine, last, Optional.empty()));
    } else if (scope.kind == Scope.Kind.TYPE) {
      types.add(
          new SourceType(
              binaryName(scope), scope.firstLine, last, scope.functions, Optional.empty()));
    }
  }

  private Scope holder(Scope around) {
    return around.kind == Scope.Kind.PACKAGE ? file : around;
  }

  private String binaryName(Scope scope) {
    StringBuilder name = new StringBuilder(scope.name);
    for (Scope around : scopes) {
      if (around.kind == Scope.Kind.TYPE) {
        name.insert(0, around.name + "$");
      }
    }
    return qualified(name.toString());
  }

  private String qualified(String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  private Scope top() {
    Scope top = scopes.peek();
    return top == null ? file : top;
  }

  private boolean afterDot() {
    return at > 0 && isSign(at - 1, '.');
  }

  private boolean precededBy(String word) {
    return at > 1 && isSign(at - 1, ':') && tokens.get(at - 2).word(word)
        || at > 2 && isSign(at - 1, '[') && isSign(at - 2, ':') && tokens.get(at - 3).word(word);
  }

  private boolean isSign(int index, char c) {
    return index >= 0 && index < tokens.size() && tokens.get(index).sign(c);
  }

  private @Nullable String wordAt(int index) {
    return index < tokens.size() && tokens.get(index).kind() == Token.Kind.WORD
        ? tokens.get(index).text()
        : null;
  }

  private @Nullable String literalAt(int index) {
    return index < tokens.size() && tokens.get(index).kind() == Token.Kind.LITERAL
        ? tokens.get(index).text()
        : null;
  }
}
