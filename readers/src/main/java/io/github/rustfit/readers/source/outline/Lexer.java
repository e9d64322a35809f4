package io.github.rustfit.readers.source.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The tokens of a source, without comments; what stands in templates of texts is passed over. Works
 * on any text, in time that grows with its length alone.
 *
 * <p>Sources: the lexical grammars of Kotlin 2 and Scala 3, and the documented syntax of Groovy 4
 * (strings, GStrings, slashy and dollar slashy strings).
 */
final class Lexer {

  /** Behind these a Groovy slash begins a text, elsewhere it divides. */
  private static final String BEFORE_SLASHY = "=(,~[:?&|!{;";

  private final String text;
  private final Language language;
  private final List<Token> tokens = new ArrayList<>();

  /** Texts whose template is open: their quotes, and how many braces are open within. */
  private final Deque<String> quotes = new ArrayDeque<>();

  private final Deque<Integer> braces = new ArrayDeque<>();
  private int at;
  private int line = 1;
  private int lineStart;
  private int indent;
  private boolean fresh = true;
  private int codeLines;
  private int lastCodeLine;

  private Lexer(String text, Language language) {
    this.text = text;
    this.language = language;
  }

  static Lexer of(String text, Language language) {
    Lexer lexer = new Lexer(text, language);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return lexer;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Lines that carry code; those of a text count. */
  int codeLines() {
    return codeLines;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || c == '\ufeff') {
      advance(1);
    } else if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at)) {
      comment();
    } else if (c == '"' || (c == '\'' && language == Language.GROOVY)) {
      String one = String.valueOf(c);
      literal(text.startsWith(one.repeat(3), at) ? one.repeat(3) : one, interpolated(c));
    } else if (c == '\'') {
      character();
    } else if (c == '`') {
      quotedName();
    } else if (slashy(c)) {
      literal("/", true);
    } else if (language == Language.GROOVY && text.startsWith("$/", at)) {
      dollarSlashy();
    } else if (Character.isJavaIdentifierStart(c)) {
      int end = at + 1;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      emit(Token.Kind.WORD, text.substring(at, end));
      at = end;
    } else {
      sign(c);
    }
  }

  private void sign(char c) {
    if (!braces.isEmpty() && c == '{') {
      braces.push(braces.pop() + 1);
    } else if (!braces.isEmpty() && c == '}') {
      int open = braces.pop() - 1;
      if (open == 0) {
        at++;
        code();
        inside(quotes.pop(), true, new StringBuilder());
        return;
      }
      braces.push(open);
    }
    emit(Token.Kind.SIGN, String.valueOf(c));
    at++;
  }

  private boolean interpolated(char quote) {
    return switch (language) {
      case KOTLIN -> true;
      case GROOVY -> quote == '"';
      case SCALA -> at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1));
    };
  }

  private boolean slashy(char c) {
    if (c != '/' || language != Language.GROOVY || tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    if (last.kind() != Token.Kind.SIGN || BEFORE_SLASHY.indexOf(last.text().charAt(0)) < 0) {
      return false;
    }
    for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '/') {
        return true;
      }
    }
    return false;
  }

  private void literal(String quote, boolean template) {
    int tokenLine = line;
    boolean first = beginToken();
    advance(quote.length());
    StringBuilder content = new StringBuilder();
    inside(quote, template, content);
    add(new Token(Token.Kind.LITERAL, content.toString(), tokenLine, indent, first));
  }

  /** Goes on within a text, to its end or to the start of a template. */
  private void inside(String quote, boolean template, StringBuilder content) {
    boolean multiline = quote.length() == 3;
    boolean escapes = !multiline || language == Language.GROOVY;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' && !multiline) {
        return; // it does not end in its line: damaged, or no text at all
      }
      code();
      if (text.startsWith(quote, at)) {
        advance(quote.length());
        while (multiline && at < text.length() && text.charAt(at) == quote.charAt(0)) {
          advance(1);
        }
        return;
      }
      if (c == '\\' && escapes && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
        advance(2);
      } else if (template && text.startsWith("${", at)) {
        advance(2);
        quotes.push(quote);
        braces.push(1);
        return;
      } else {
        content.append(c);
        advance(1);
      }
    }
  }

  private void dollarSlashy() {
    int end = text.indexOf("/$", at + 2);
    emit(Token.Kind.LITERAL, "");
    int after = end < 0 ? text.length() : end + 2;
    while (at < after) {
      code();
      advance(1);
    }
  }

  /** A character, or the tick of a Scala symbol. */
  private void character() {
    emit(Token.Kind.LITERAL, "");
    int end = at + 1;
    if (end < text.length() && text.charAt(end) == '\\') {
      end += 2;
      while (end < text.length() && text.charAt(end) != '\'' && text.charAt(end) != '\n') {
        end++;
      }
      at = Math.min(text.length(), end + (end < text.length() && text.charAt(end) == '\'' ? 1 : 0));
    } else {
      boolean closed = end + 1 < text.length() && text.charAt(end + 1) == '\'';
      at = closed && text.charAt(end) != '\n' ? end + 2 : end;
    }
  }

  private void quotedName() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '`' && text.charAt(end) != '\n') {
      end++;
    }
    emit(Token.Kind.WORD, text.substring(at + 1, end));
    at = end < text.length() && text.charAt(end) == '`' ? end + 1 : end;
  }

  private void comment() {
    int depth = 0;
    while (at < text.length()) {
      if (text.startsWith("/*", at) && (depth == 0 || language != Language.GROOVY)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return;
        }
      } else {
        advance(1);
      }
    }
  }

  private void emit(Token.Kind kind, String content) {
    boolean first = beginToken();
    add(new Token(kind, content, line, indent, first));
  }

  private void add(Token token) {
    if (braces.isEmpty() || token.kind() == Token.Kind.LITERAL && braces.size() == 1) {
      tokens.add(token);
    }
  }

  private boolean beginToken() {
    code();
    boolean first = fresh;
    if (first) {
      indent = at - lineStart;
      fresh = false;
    }
    return first;
  }

  private void code() {
    if (lastCodeLine != line) {
      lastCodeLine = line;
      codeLines++;
    }
  }

  private void advance(int count) {
    int end = Math.min(text.length(), at + count);
    for (; at < end; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
        fresh = true;
      }
    }
  }
}
