package calibration.tokenize;

import calibration.Kernel;
import calibration.Lcg;
import java.util.ArrayList;
import java.util.List;

/** Cuts the source of a small language into tokens. */
public final class Lexer implements Kernel {

  private enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN
  }

  private record Token(Kind kind, String text) {}

  private static final String[] NAMES = {"total", "index", "x", "customerName", "if", "while"};
  private static final String[] SIGNS = {" = ", " + ", "(", ") ", ";\n", " == "};

  private final String source;

  /** Makes a source. */
  public Lexer() {
    Lcg random = new Lcg(23);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6000; i++) {
      switch (random.below(4)) {
        case 0 -> text.append(random.below(100_000));
        case 1 -> text.append('"').append(NAMES[random.below(6)]).append('"');
        default -> text.append(NAMES[random.below(6)]);
      }
      text.append(SIGNS[random.below(6)]);
    }
    source = text.toString();
  }

  @Override
  public long run() {
    long sum = 0;
    for (Token token : tokens(source)) {
      sum = sum * 31 + token.kind.ordinal() * 100 + token.text.length();
      if (token.kind == Kind.NUMBER) {
        sum += Integer.parseInt(token.text);
      }
    }
    return sum;
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int start = at;
      if (Character.isWhitespace(c)) {
        at++;
      } else if (Character.isLetter(c)) {
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
          at++;
        }
        tokens.add(new Token(Kind.NAME, text.substring(start, at)));
      } else if (Character.isDigit(c)) {
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
          at++;
        }
        tokens.add(new Token(Kind.NUMBER, text.substring(start, at)));
      } else if (c == '"') {
        at = text.indexOf('"', at + 1) + 1;
        tokens.add(new Token(Kind.TEXT, text.substring(start + 1, at - 1)));
      } else {
        at += c == '=' && text.charAt(at + 1) == '=' ? 2 : 1;
        tokens.add(new Token(Kind.SIGN, text.substring(start, at)));
      }
    }
    return tokens;
  }
}
